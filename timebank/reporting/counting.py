"""Run every query of `queries/` as one statement: one round trip, one moment, however many rows there are."""

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from timebank import clock, database

QUERIES = Path(__file__).parent / "queries"
GROUND = "council"
TRAILING_DAYS = 90


async def count(council_id: UUID, first: date, last: date, cut_at: datetime) -> dict[str, Any]:
    """What the queries counted for a council from `first` to `last`, both included, by column."""
    begins, ends = clock.day_bounds(first, last)
    trailing, _ = clock.day_bounds(last - timedelta(days=TRAILING_DAYS - 1), last)
    found = await database.rows(statement(), council_id, begins, ends, trailing, last, cut_at)
    return found[0]


@cache
def statement() -> str:
    """Each query gives one row; a report is those rows side by side."""
    names = sorted(path.stem for path in QUERIES.glob("*.sql") if path.stem != GROUND)
    parts = ",\n".join(f"{name}_counted AS (\n{_read(name)})" for name in names)
    sources = ", ".join(f"{name}_counted" for name in names)
    return f"WITH {_read(GROUND)},\n{parts}\nSELECT * FROM {sources}"


def _read(name: str) -> str:
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
