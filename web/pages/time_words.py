"""A statement's lines in words that add up by eye."""

from timebank import hours
from timebank.members.statement import Line, Statement
from web import words

HEADS = ["Day", "With whom", "What", "Time", "Your time then"]
MINUS = "−"  # a true minus sign, as wide as the plus


def rows(statement: Statement) -> list[list[str]]:
    """The cells of a statement's table, newest first, under `HEADS`."""
    return [
        [
            words.day(line.happened_at),
            _who(line),
            _what(line),
            signed(line.minutes),
            signed(line.balance_after),
        ]
        for line in statement.lines
    ]


def signed(minutes: int) -> str:
    """As in "+45 minutes", "−1 hour", "0 minutes"."""
    sign = "+" if minutes > 0 else MINUS if minutes < 0 else ""
    return f"{sign}{hours.words(minutes)}"


def _who(line: Line) -> str:
    return {"person": line.who, "pot": "The timebank", "nobody": "The timebank"}[line.other]


def _what(line: Line) -> str:
    return f"Put right: {line.what}" if line.is_reversal else line.what
