"""What asking for help asks: what, then when and where; the third screen only shows it all again."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator

from timebank.listings import tasks
from timebank.scheduling.asking import Wish
from web.forms import fields, reading, times
from web.forms.filled import Filled, Typed

STEPS = ("what", "when", "check")
FIELDS = {
    "what": ("task",),
    "when": (
        "day",
        "other_day-day",
        "other_day-month",
        "other_day-year",
        "part",
        "at",
        "long",
        "place",
        "note",
    ),
    "check": (),
}
REQUEST = "request"
MOST_WORDS = 500


def _kind() -> BeforeValidator:
    def read(typed: object) -> str:
        if typed not in {task.slug for task in tasks.all_tasks()}:
            raise fields.again("Please choose one kind of help")
        return str(typed)

    return BeforeValidator(read)


def _minutes() -> BeforeValidator:
    def read(typed: object) -> int:
        if typed not in dict(times.lengths()):
            raise fields.again("Please choose about how long")
        return int(str(typed))

    return BeforeValidator(read)


class What(reading.Form):
    """One kind of help."""

    task: Annotated[str, _kind()]


class WhenAndWhere(times.When):
    """When, for about how long, where, and anything to know."""

    long: Annotated[int, _minutes()]
    place: Annotated[str, fields.words(most=MOST_WORDS)]
    note: Annotated[str, fields.words(most=MOST_WORDS)]


class Everything(What, WhenAndWhere):
    """All the answers together, read once more before anything is written."""

    request: Annotated[UUID | None, BeforeValidator(lambda typed: request_id(str(typed)))]

    def wish(self) -> Wish:
        """As the use case is told it."""
        return Wish(
            task=self.task,
            starts_at=self.starts_at,
            expected_minutes=self.long,
            place=self.place,
            note=self.note,
        )


FORMS: dict[str, type[reading.Form]] = {"what": What, "when": WhenAndWhere, "check": Everything}


def request_id(typed: str) -> UUID | None:
    """The hidden number of this one request; None where it is no such number."""
    try:
        return UUID(typed)
    except ValueError:
        return None


def begun(request: UUID, today: date) -> Filled:
    """An empty form: tomorrow, and an hour, unless said."""
    tomorrow = date.fromordinal(today.toordinal() + 1).isoformat()
    typed = {REQUEST: (str(request),), "day": (tomorrow,), "long": ("60",)}
    return Filled(typed)


def carried(step: str) -> list[str]:
    """The fields of the other steps, which travel along as hidden ones."""
    others = [name for other in STEPS if other != step for name in FIELDS[other]]
    return [REQUEST, *others]


def first_to_see_again(typed: Typed) -> tuple[str, Filled] | None:
    """The first step with something to put right, and its form; None when all is well."""
    for step in STEPS[:-1]:
        form = reading.fit(FORMS[step], typed).form
        if form.errors:
            return step, form
    return None
