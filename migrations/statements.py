"""Read the SQL that stands beside the migrations."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "sql"


def read(name: str) -> str:
    """The text of one file in sql/."""
    return (_FOLDER / name).read_text(encoding="utf-8")
