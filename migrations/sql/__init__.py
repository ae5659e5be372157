"""The SQL that stands beside the numbered migrations, and how they read it."""

from pathlib import Path


def read(name: str) -> str:
    """The text of one file of this folder."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
