"""The report a council reads: the same figures for its page, its download and the API."""

from datetime import date

from timebank import clock, errors
from timebank.communities import councils
from timebank.reporting import counting, disclosure, indicators, measures
from timebank.reporting.values import Indicator, Released, Report

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)


async def report(gss: str, first: date, last: date) -> Report:
    """The indicators of a council's timebanks for a period, both dates included, in British days.

    A figure without a denominator has no value and is not suppressed; a suppressed one has no value either.
    Raises NotFound for a code that is no council's, and Invalid (field `from` or `to`) for a period that
    ends before it begins or lies outside the years 2000 to 2199.
    """
    _check(first, last)
    council = await councils.by_gss(gss)
    cut_at = clock.now()
    counted = measures.of(await counting.count(council.id, first, last, cut_at))
    near = {definition.name: definition.near for definition in indicators.DEFINITIONS}
    released = disclosure.release(counted, near)
    return Report(
        council=council,
        first=first,
        last=last,
        indicators=tuple(_indicator(each, released[each.name]) for each in indicators.DEFINITIONS),
        cut_at=cut_at,
        definitions=indicators.VERSION,
    )


def _check(first: date, last: date) -> None:
    for field, day in (("from", first), ("to", last)):
        if not EARLIEST <= day <= LATEST:
            raise errors.Invalid(field, f"Please choose a year from {EARLIEST.year} to {LATEST.year}.")
    if first > last:
        raise errors.Invalid("to", "The last day must not be before the first.")


def _indicator(definition: indicators.Definition, released: Released) -> Indicator:
    return Indicator(
        name=definition.name,
        label=definition.label,
        value=released.value,
        unit=definition.unit,
        n=released.n,
        missing=released.missing,
        formula=definition.formula,
        suppressed=released.suppressed,
        counted=definition.counted,
        not_known=definition.not_known,
    )
