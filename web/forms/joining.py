"""What joining asks, one small form for each page. Only a name and a postcode cannot be left out."""

from datetime import date
from typing import Annotated, Self, cast

from pydantic import model_validator

from timebank.listings import tasks
from timebank.members.application import MOST_ADDRESS_LENGTH, REACHED_BY, Application, ReachedBy
from web.forms import fields, reading
from web.forms.filled import Filled, Typed

YES_OR_NO = ("yes", "no")


class Name(reading.Form):
    """Who you are."""

    first_name: Annotated[str, fields.words("Please tell us your first name", most=60)]
    last_name: Annotated[str, fields.words("Please tell us your last name", most=60)]


class Born(reading.Form):
    """When you were born, or that you would rather not say."""

    born_on: Annotated[date | None, fields.DateParts(), fields.calendar_day(needed=False)]
    not_said: Annotated[bool, fields.ticked()]

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if self.born_on is None and not self.not_said:
            raise fields.again("Please tell us your birth date, or tick the box", "born_on")
        return self


class Home(reading.Form):
    """Where you live: the postcode finds the neighbours."""

    address: Annotated[str, fields.words("Please tell us your house and street", most=MOST_ADDRESS_LENGTH)]
    postcode: Annotated[str, fields.postcode()]


class Numbers(reading.Form):
    """Telephones and e-mail: all of them can be left empty."""

    mobile: Annotated[str | None, fields.mobile()]
    landline: Annotated[str | None, fields.telephone()]
    email: Annotated[str | None, fields.email()]


class Texts(reading.Form):
    """Whether we may text."""

    texts: Annotated[str, fields.choice("Please choose yes or no", YES_OR_NO)]


class Reach(reading.Form):
    """The best way to reach you."""

    reached_by: Annotated[str, fields.choice("Please choose the best way to reach you", REACHED_BY)]


class Offer(reading.Form):
    """What you might do for others: may all be left empty."""

    offers: Annotated[list[str], fields.ticks(lambda: [task.slug for task in tasks.all_tasks()])]
    told: Annotated[str, fields.words(most=500)]


class Everything(Name, Born, Home, Numbers, Reach, Offer):
    """All the answers together, read once more before anything is written."""

    texts: Annotated[str, fields.words()]

    def application(self) -> Application:
        """As the use case is told it."""
        return Application(
            first_name=self.first_name,
            last_name=self.last_name,
            born_on=None if self.not_said else self.born_on,
            address=self.address,
            postcode=self.postcode,
            mobile=self.mobile,
            landline=self.landline,
            email=self.email,
            reached_by=cast(ReachedBy, self.reached_by),
            texts_agreed=self.texts == "yes",
            is_helper=bool(self.offers),
        )


FORMS: dict[str, type[reading.Form]] = {
    "name": Name,
    "birth-date": Born,
    "home": Home,
    "numbers": Numbers,
    "texts": Texts,
    "reach": Reach,
    "offer": Offer,
}
STEPS = ("where", *FORMS, "check")
FIELDS = {
    "where": ("timebank",),
    "name": ("first_name", "last_name"),
    "birth-date": ("born_on-day", "born_on-month", "born_on-year", "not_said"),
    "home": ("address", "postcode"),
    "numbers": ("mobile", "landline", "email"),
    "texts": ("texts",),
    "reach": ("reached_by",),
    "offer": ("offers", "told"),
    "check": (),
}


def after(step: str, form: Filled) -> str:
    """The page that follows; without a mobile nobody is asked about texts."""
    following = STEPS[STEPS.index(step) + 1]
    return "reach" if following == "texts" and not has_mobile(form) else following


def before(step: str, form: Filled) -> str | None:
    """The page that came before; the first question has none."""
    index = STEPS.index(step)
    earlier = STEPS[index - 1] if index > 1 else None
    return "numbers" if earlier == "texts" and not has_mobile(form) else earlier


def elsewhere(step: str) -> tuple[str, ...]:
    """The fields of all the other pages, which travel along hidden."""
    return tuple(field for other in STEPS if other != step for field in FIELDS[other])


def asking(field: str) -> str:
    """The page that asks for a field, for what is only refused at the end."""
    return next(
        (step for step in STEPS if field in FIELDS[step]), "birth-date" if field == "born_on" else "name"
    )


def first_to_see_again(values: Typed) -> tuple[str, Filled] | None:
    """The first page whose answers need another look, and its form; None when all stand."""
    for step, model in FORMS.items():
        form = reading.fit(model, values).form
        if form.errors and (step != "texts" or has_mobile(form)):
            return step, form
    return None


def has_mobile(form: Filled) -> bool:
    """Whether a mobile was given."""
    return bool(form.value("mobile").strip())
