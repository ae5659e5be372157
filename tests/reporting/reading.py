"""Ask for a report and find one figure of it."""

from datetime import date
from decimal import Decimal

from tests.worlds import GSS
from timebank.reporting import council
from timebank.reporting.values import Indicator

QUARTER = ("2026-04-01", "2026-06-30")


async def figures(first: str = QUARTER[0], last: str = QUARTER[1]) -> dict[str, Indicator]:
    """The report's indicators by name; the second quarter of 2026 unless said."""
    report = await council.report(GSS, date.fromisoformat(first), date.fromisoformat(last))
    return {indicator.name: indicator for indicator in report.indicators}


async def figure(name: str, first: str = QUARTER[0], last: str = QUARTER[1]) -> Indicator:
    """One indicator."""
    return (await figures(first, last))[name]


def shown(indicator: Indicator) -> tuple[Decimal | None, int | None, int | None]:
    """What is printed of it: value, n, missing; it must not be withheld."""
    assert not indicator.suppressed
    return indicator.value, indicator.n, indicator.missing


def is_withheld(indicator: Indicator) -> bool:
    """Nothing of it is printed, and it says so."""
    return indicator.suppressed and (indicator.value, indicator.n, indicator.missing) == (None, None, None)
