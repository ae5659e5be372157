"""What reporting hands about: raw measures before disclosure control, indicators and the report after it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from timebank.communities.councils import Council


@dataclass(frozen=True)
class Count:
    """So many people, or pairs of people."""

    number: int


@dataclass(frozen=True)
class Share:
    """`part` of `whole`. `missing` are those of whom it is not known: beside the whole, or within it."""

    part: int
    whole: int
    missing: int = 0
    missing_is_within: bool = False


@dataclass(frozen=True)
class Amount:
    """A sum or a median over `n` cases; `value` is None where there is no case to take it of.

    `tells_of_one` is true of a median: over a few cases it is one case's own value.
    """

    value: Decimal | None
    n: int
    missing: int = 0
    tells_of_one: bool = False


Measure = Count | Share | Amount


@dataclass(frozen=True)
class Released:
    """What may be printed of one measure. None with `suppressed` is withheld; None without it does not exist.

    `n` and `missing` are None where printing them would give a number of 1 to 4 away.
    """

    value: Decimal | None
    n: int | None
    missing: int | None
    suppressed: bool


@dataclass(frozen=True)
class Indicator:
    """One figure of a report, ready to print; `formula` is in words and names its source.

    `counted` and `not_known` say in words what `n` and `missing` are numbers of.
    """

    name: str
    label: str
    value: Decimal | None
    unit: str
    n: int | None
    missing: int | None
    formula: str
    suppressed: bool
    counted: str
    not_known: str


@dataclass(frozen=True)
class Report:
    """A council's figures for a period, both dates included, in British days; all of one moment, `cut_at`."""

    council: Council
    first: date
    last: date
    indicators: tuple[Indicator, ...]
    cut_at: datetime
    definitions: str
