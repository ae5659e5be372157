"""An organiser's small forms: whom to ask, who answered, how long it was, why."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BeforeValidator, model_validator

from timebank.safeguarding.checks import MOST_REFERENCE_LENGTH
from timebank.safeguarding.rules import CHECK_KINDS, CheckKind
from web.forms import acting, fields, reading, times

MOST_AT_ONCE = 3
MOST_REASON = 300
MOST_TEXT = 300


def _ids() -> BeforeValidator:
    def read(typed: object) -> list[UUID]:
        chosen = typed if isinstance(typed, list) else [typed]
        try:
            return [UUID(str(one)) for one in chosen if one]
        except ValueError:
            raise fields.again("Please choose from the list") from None

    return BeforeValidator(read)


def _id() -> BeforeValidator:
    def read(typed: object) -> UUID:
        try:
            return UUID(str(typed))
        except ValueError:
            raise fields.again("Please choose who it was") from None

    return BeforeValidator(read)


class Ask(reading.Form):
    """The neighbours to ask, at most three at a time."""

    helpers: Annotated[list[UUID], _ids()]

    @model_validator(mode="after")
    def _some_but_few(self) -> Self:
        if not self.helpers:
            raise fields.again("Please tick at least one neighbour", "helpers")
        if len(self.helpers) > MOST_AT_ONCE:
            raise fields.again(f"Please tick at most {MOST_AT_ONCE}, so that few are stood down", "helpers")
        return self


class AnsweredByTelephone(acting.Answer):
    """What a neighbour said when they were rung."""

    helper: Annotated[UUID, _id()]


class Because(reading.Form):
    """A reason, which both sides may hear."""

    reason: Annotated[str, fields.words("Please write a short reason", most=MOST_REASON)]


class Decision(times.HowLong):
    """How long it was, or that it did not happen."""

    happened: Annotated[str, fields.choice("Please choose one", acting.YES_OR_NO)]

    @model_validator(mode="after")
    def _some_time(self) -> Self:
        return self

    @model_validator(mode="after")
    def _time_if_it_happened(self) -> Self:
        if self.happened == "yes" and not 0 < self.in_all <= times.MOST_HOURS * 60:
            raise fields.again(f"Please write how long it was, up to {times.MOST_HOURS} hours", "hours")
        return self

    @property
    def decided_minutes(self) -> int:
        """Whole minutes; 0 means that it did not happen."""
        return self.in_all if self.happened == "yes" else 0


class Outcome(reading.Form):
    """A word about how a matter was dealt with."""

    outcome: Annotated[str, fields.words("Please write a word about how it went", most=MOST_REASON)]


class Check(reading.Form):
    """A check that has been seen: what, when it was passed, until when it is good."""

    kind: Annotated[CheckKind, fields.choice("Please choose which check", CHECK_KINDS)]
    passed_on: Annotated[date | None, fields.DateParts(), times.any_day("Please write when it was passed")]
    expires_on: Annotated[date | None, fields.DateParts(), times.any_day()]
    reference: Annotated[str, fields.words(most=MOST_REFERENCE_LENGTH)]


class Text(reading.Form):
    """A text in an organiser's own words; the hidden number makes two presses one text."""

    text_id: Annotated[UUID, _id()]
    words: Annotated[str, fields.words("Please write what to say", most=MOST_TEXT)]
