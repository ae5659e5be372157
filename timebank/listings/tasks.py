"""The kinds of help, as the task list (tasks.csv) tells them."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from timebank import errors
from timebank.safeguarding.rules import Level

Setting = Literal["remote", "public", "doorstep", "garden", "home", "vehicle"]

PAID_BY_POT = frozenset({"event_help", "lunch_club", "leafleting", "admin_help"})
"""Helping the timebank itself: the community pot pays, nobody's balance."""

MOST_SLUG_LENGTH = 24
SHORT_LABELS = {
    "prescription": "Collecting prescriptions",
    "tech_help": "Phone or computer help",
    "moving_items": "Lifting and moving",
    "cooking": "Cooking together",
    "plants_post": "Minding the house",
    "carer_chat": "Talk with another carer",
    "peer_support": "Talking it over",
    "photo_family": "Family photographs",
}
"""Of labels too long for a text (over 24 characters), what the text says instead."""
_FILE = Path(__file__).with_name("tasks.csv")


@dataclass(frozen=True)
class Task:
    """One kind of help. `slug` never changes; `examples` are the words people ask with."""

    slug: str
    label: str
    examples: tuple[str, ...]
    setting: Setting
    check: Level
    notes: str

    @property
    def short_label(self) -> str:
        """The label as a text says it: at most 24 characters."""
        return SHORT_LABELS.get(self.slug, self.label)

    @property
    def paid_by_pot(self) -> bool:
        """Whether the community pot pays for it."""
        return self.slug in PAID_BY_POT


def all_tasks() -> tuple[Task, ...]:
    """Every kind of help, in the list's order."""
    return tuple(_by_slug().values())


def get(slug: str) -> Task:
    """The kind of help of that slug. Raises NotFound."""
    task = _by_slug().get(slug)
    if task is None:
        raise errors.NotFound("task", slug)
    return task


@cache
def _by_slug() -> dict[str, Task]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        tasks = [_task(row) for row in csv.DictReader(file, strict=True)]
    by_slug = {task.slug: task for task in tasks}
    if len(by_slug) != len(tasks) or not by_slug.keys() >= PAID_BY_POT:
        raise ValueError("the task list names a kind twice, or not all that the pot pays for")
    return by_slug


def _task(row: dict[str, str]) -> Task:
    slug, setting, check = row["slug"], row["setting"], row["check"]
    if not (slug.isidentifier() and slug.islower() and len(slug) <= MOST_SLUG_LENGTH and row["label"]):
        raise ValueError(f"the task list has a bad slug or no label: {slug!r}")
    if setting not in get_args(Setting) or check not in get_args(Level):
        raise ValueError(f"the task list has an unknown setting or check for {slug!r}")
    examples = tuple(part.strip() for part in row["examples"].split(";") if part.strip())
    return Task(slug, row["label"], examples, cast(Setting, setting), cast(Level, check), row["notes"])
