"""Many rows of everything that a page may list, around Margaret, who asks, and Amina, who helps."""

from pathlib import Path

from tests.cast import Cast
from timebank import clock, database

_STATEMENTS = (Path(__file__).with_suffix(".sql")).read_text(encoding="utf-8").split(";\n")


async def gather(cast: Cast, first: int, last: int) -> None:
    """People, exchanges, asks, desk items, texts and transfers, numbered from `first` to `last`."""
    named = {
        "$1": cast.margaret.timebank_id,
        "$2": cast.margaret.id,
        "$3": cast.amina.id,
        "$4": clock.now(),
        "$5": first,
        "$6": last,
    }
    for statement in _STATEMENTS:
        if statement.strip():
            used = [mark for mark in named if mark in statement]
            numbered = statement
            for place, mark in enumerate(used, 1):
                numbered = numbered.replace(mark, f"@{place}@")
            for place in range(1, len(used) + 1):
                numbered = numbered.replace(f"@{place}@", f"${place}")
            await database.rows(numbered, *(named[mark] for mark in used))
