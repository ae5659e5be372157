"""One invented person, and what they are like."""

from dataclasses import dataclass
from typing import Literal

from timebank.listings.offers import Part
from timebank.members.application import Application
from timebank.safeguarding.rules import CheckKind

Way = Literal["web", "text", "phone"]


@dataclass(frozen=True)
class Habit:
    """How much somebody asks and gives (weights with a heavy tail; 0 is not at all).

    `yes` is the chance of a yes to one ask; `checks` are kinds with the days from joining until they run out.
    """

    asks: float = 0.0
    gives: float = 0.0
    yes: float = 0.0
    offers: tuple[str, ...] = ()
    free: frozenset[tuple[int, Part]] = frozenset()
    checks: tuple[tuple[CheckKind, int], ...] = ()


@dataclass(frozen=True)
class Neighbour:
    """An invented person: `joins_on` is the day of the year, `way` how they would rather deal with us."""

    place: int
    told: Application
    joins_on: int
    way: Way
    habit: Habit
    is_organiser: bool = False
