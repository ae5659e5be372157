"""GET /api/v1/councils/{gss}/report: the figures a council's own systems fetch."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError
from starlette.requests import Request
from starlette.responses import Response

from timebank.reporting import council
from timebank.reporting.values import Indicator, Report
from web.api import keys
from web.api.operations import Operation
from web.api.problems import Problem

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNTED_IN_WHOLES = ("people", "pairs")


def _iso(given: object) -> date:
    """A calendar day as 2026-04-01 and in no other form."""
    try:
        if not isinstance(given, str) or not _DAY.fullmatch(given):
            raise ValueError
        return date.fromisoformat(given)
    except ValueError:
        raise PydanticCustomError("day", "Give a day of the calendar as 2026-04-01.") from None


Day = Annotated[date, BeforeValidator(_iso)]


class Period(BaseModel):
    """Both days are included, and are days in Britain (Europe/London)."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    first: Day = Field(alias="from", description="The first day, as 2026-04-01.")
    last: Day = Field(alias="to", description="The last day, as 2026-06-30; itself included.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first > self.last:
            raise PydanticCustomError("order", "The last day must not be before the first.")
        return self


class IndicatorAnswer(BaseModel):
    """One figure."""

    name: str = Field(description="Stays the same from version to version.", examples=["hours_exchanged"])
    value: int | float | None = Field(
        description="None where it is suppressed, and where there is nothing to take a share or a median of."
    )
    unit: str = Field(description="people, pairs, hours or percent.")
    n: int | None = Field(description="How many the figure rests on; None where that would disclose 1 to 4.")
    missing: int | None = Field(
        description="How many it would rest on but for facts that are not known; None as for n."
    )
    formula: str = Field(description="Numerator and denominator in words, with the source.")
    suppressed: bool = Field(description="The value is withheld, so that nobody can be found out by it.")


class ReportAnswer(BaseModel):
    """A council's figures for a period."""

    model_config = ConfigDict(populate_by_name=True)

    council: str = Field(description="The council's GSS code.")
    council_name: str
    first: date = Field(validation_alias="from", serialization_alias="from")
    last: date = Field(validation_alias="to", serialization_alias="to")
    indicators: list[IndicatorAnswer]
    cut_at: datetime = Field(description="The moment at which all the figures were read.")
    definitions: str = Field(description="The version of the formulas.")


async def show(request: Request) -> Response:
    """The report of the council whose key was shown."""
    period = _period(request)
    found = await council.report(keys.council(request).gss, period.first, period.last)
    body = _answer(found).model_dump_json(by_alias=True)
    return Response(body, media_type="application/json")


OPERATION = Operation(
    name="councilReport",
    path="/councils/{gss}/report",
    summary="A council's report",
    description="Eight figures for all the council's timebanks and any period, each with its n and formula.",
    endpoint=show,
    guard=keys.of_council,
    security=keys.SCHEME,
    answer=ReportAnswer,
    query=Period,
    path_parts={"gss": keys.GSS},
    problems={
        400: "A day is missing, is not a day, or the last is before the first.",
        401: "No key, or a key that opens nothing.",
        403: "The key is another council's.",
        404: "No council of this GSS code is here.",
        422: "A day is outside the years of which there are reports.",
    },
)


def _period(request: Request) -> Period:
    given = request.query_params
    twice = [name for name in ("from", "to") if len(given.getlist(name)) > 1]
    if twice:
        raise _wrong(dict.fromkeys(twice, "Give it once."))
    try:
        return Period.model_validate(dict(given))
    except ValidationError as refused:
        raise _wrong(_reasons(refused)) from None


def _reasons(refused: ValidationError) -> dict[str, str]:
    """One sentence for each parameter; what is wrong with both together stands beside the last day."""
    reasons: dict[str, str] = {}
    for detail in refused.errors(include_url=False, include_input=False):
        name = str(detail["loc"][0]) if detail["loc"] else "to"
        missing = detail["type"] == "missing"
        reasons.setdefault(name, "Give a day as 2026-04-01." if missing else detail["msg"])
    return reasons


def _wrong(reasons: Mapping[str, str]) -> Problem:
    said = " ".join(f"{name}: {reason}" for name, reason in reasons.items())
    return Problem(400, said, wrong=reasons)


def _answer(report: Report) -> ReportAnswer:
    return ReportAnswer(
        council=report.council.gss,
        council_name=report.council.name,
        first=report.first,
        last=report.last,
        indicators=[_indicator(each) for each in report.indicators],
        cut_at=report.cut_at,
        definitions=report.definitions,
    )


def _indicator(indicator: Indicator) -> IndicatorAnswer:
    return IndicatorAnswer(
        name=indicator.name,
        value=_number(indicator.value, indicator.unit),
        unit=indicator.unit,
        n=indicator.n,
        missing=indicator.missing,
        formula=indicator.formula,
        suppressed=indicator.suppressed,
    )


def _number(value: Decimal | None, unit: str) -> int | float | None:
    """JSON has one kind of number; what is counted in wholes is written without a point."""
    if value is None:
        return None
    return int(value) if unit in _COUNTED_IN_WHOLES else float(value)
