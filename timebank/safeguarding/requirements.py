"""What each kind of help requires, from the task list.

The list is one data file, kept with the listings a floor above. Its columns
`check` and `setting` are this feature's to read, so that nobody can hand the
gate a requirement that is not the list's.
"""

import csv
from functools import cache
from pathlib import Path

from timebank import errors
from timebank.safeguarding.rules import LEVELS, Requirement

_FILE = Path(__file__).parents[1] / "listings" / "tasks.csv"
_DRIVING_SETTING = "vehicle"


def of(task: str) -> Requirement:
    """What the kind of help of that slug requires. Raises NotFound."""
    found = _all().get(task)
    if found is None:
        raise errors.NotFound("task", task)
    return found


@cache
def _all() -> dict[str, Requirement]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {row["slug"]: _requirement(row) for row in csv.DictReader(file, strict=True)}


def _requirement(row: dict[str, str]) -> Requirement:
    if row["check"] not in LEVELS:
        raise ValueError(f"the task list has an unknown check for {row['slug']!r}")
    return Requirement(row["check"], drives=row["setting"] == _DRIVING_SETTING)
