"""An indicator in the words of a page: what stands large, and what is said beside it. Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from timebank.reporting.values import Indicator

NOT_SHOWN, NOT_AVAILABLE = "Not shown", "Not available"
FEW = "Showing it could point to one to four people."
NOTHING_YET = "There is nothing in this period to take it of."


@dataclass(frozen=True)
class Figure:
    """One figure: its heading, its value and unit in words, sentences about it, and its formula."""

    label: str
    value: str
    sentences: tuple[str, ...]
    formula: str


def of(indicator: Indicator) -> Figure:
    """The figure as a page says it."""
    return Figure(
        label=indicator.label,
        value=_value(indicator),
        sentences=tuple(_sentences(indicator)),
        formula=indicator.formula,
    )


def day(when: date) -> str:
    """A day with its year: "1 April 2026"."""
    return f"{when.day} {when:%B %Y}"


def _value(indicator: Indicator) -> str:
    if indicator.suppressed:
        return NOT_SHOWN
    if indicator.value is None:
        return NOT_AVAILABLE
    number = f"{indicator.value:,}"
    if indicator.unit == "percent":
        return f"{number}%" if indicator.n is not None else f"about {number}%"
    return f"{number} hours" if indicator.unit == "hours" else number


def _sentences(indicator: Indicator) -> list[str]:
    if indicator.suppressed:
        return [FEW]
    if indicator.value is None:
        return [NOTHING_YET, *_missing(indicator)]
    return [_counted(indicator), *_missing(indicator)]


def _counted(indicator: Indicator) -> str:
    if indicator.n is None:
        return f"How many {indicator.counted} there are is not shown. {FEW}"
    return f"n = {_whole(indicator.n)} {indicator.counted}."


def _missing(indicator: Indicator) -> list[str]:
    if indicator.missing is None:
        # Where n is hidden too, its sentence has said so already.
        return [] if indicator.n is None else [f"Missing: not shown ({indicator.not_known}). {FEW}"]
    words = f" {indicator.not_known}" if indicator.missing else ""
    return [f"Missing: {_whole(indicator.missing)}{words}."]


def _whole(number: int) -> str:
    return f"{Decimal(number):,}"
