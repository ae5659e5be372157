"""The gate: what a kind of help requires, held against the checks that a helper holds. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Level = Literal["none", "references", "basic", "enhanced"]
CheckKind = Literal["references", "basic", "enhanced", "driving"]

LEVELS: tuple[Level, ...] = ("none", "references", "basic", "enhanced")
CHECK_KINDS: tuple[CheckKind, ...] = ("references", "basic", "enhanced", "driving")

_IN_WORDS: dict[str, str] = {
    "references": "two references",
    "basic": "a basic DBS check",
    "enhanced": "an enhanced DBS check",
    "driving": "a driving licence and insurance that we have seen",
}


@dataclass(frozen=True)
class Requirement:
    """What one kind of help asks of a helper: a level of check, and whether they drive somebody."""

    level: Level
    drives: bool = False


@dataclass(frozen=True)
class Check:
    """One check held: good from `passed_on` to `expires_on`, both days included; None never runs out."""

    kind: CheckKind
    passed_on: date
    expires_on: date | None = None

    def is_good(self, on: date) -> bool:
        """Whether it holds on that date."""
        return self.passed_on <= on and (self.expires_on is None or on <= self.expires_on)


def unmet(requirement: Requirement, checks: Iterable[Check], on: date) -> list[str]:
    """What is missing on the date of the visit, in plain words; empty when the gate is open.

    A higher check stands for every lower one; only driving stands apart.
    """
    held = list(checks)
    wanted = [_level_unmet(requirement.level, held, on)]
    if requirement.drives:
        wanted.append(_unmet("driving", {"driving"}, held, on))
    return [words for words in wanted if words]


def _level_unmet(level: Level, held: list[Check], on: date) -> str:
    if level == "none":
        return ""
    return _unmet(level, set(LEVELS[LEVELS.index(level) :]), held, on)


def _unmet(kind: str, enough: set[str], held: list[Check], on: date) -> str:
    serving = [check for check in held if check.kind in enough]
    if any(check.is_good(on) for check in serving):
        return ""
    ended = [check.expires_on for check in serving if check.expires_on and check.expires_on < on]
    if ended:
        last = max(ended)
        return f"{_IN_WORDS[kind]} (the last one runs out on {last.day} {last:%B %Y})"
    return _IN_WORDS[kind]
