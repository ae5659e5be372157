"""A person as an organiser writes them down: met on the doorstep, or changed later."""

from datetime import date
from typing import Annotated, Any, cast

from timebank.members.application import (
    MOST_ADDRESS_LENGTH,
    MOST_NOTE_LENGTH,
    REACHED_BY,
    Application,
    ReachedBy,
)
from timebank.members.people import Person
from web.forms import fields, reading
from web.forms.filled import Filled
from web.words import number

WAYS = {
    "text": "By text",
    "phone": "By telephone",
    "email": "By e-mail",
    "letter": "By letter",
    "visit": "By calling round",
}


class Met(reading.Form):
    """Only the name and the postcode cannot be left out."""

    first_name: Annotated[str, fields.words("Please write the first name", most=60)]
    last_name: Annotated[str, fields.words("Please write the last name", most=60)]
    address: Annotated[str, fields.words(most=MOST_ADDRESS_LENGTH)]
    postcode: Annotated[str, fields.postcode("Please write the postcode")]
    born_on: Annotated[date | None, fields.DateParts(), fields.calendar_day(needed=False)]
    mobile: Annotated[str | None, fields.mobile()]
    landline: Annotated[str | None, fields.telephone()]
    email: Annotated[str | None, fields.email()]
    reached_by: Annotated[str, fields.choice("Please choose the best way to reach them", REACHED_BY)]
    texts_agreed: Annotated[bool, fields.ticked()]
    approves_helpers: Annotated[bool, fields.ticked()]
    note: Annotated[str, fields.words(most=MOST_NOTE_LENGTH)]

    def told(self) -> dict[str, Any]:
        """The fields of an Application."""
        return {**self.model_dump(), "reached_by": cast(ReachedBy, self.reached_by)}

    def application(self) -> Application:
        """As the use case is told it."""
        return Application(**self.told())


def filled(person: Person) -> Filled:
    """The form as it stands for somebody now."""
    born = person.born_on
    values = {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "address": person.address,
        "postcode": person.postcode,
        "born_on-day": str(born.day) if born else "",
        "born_on-month": str(born.month) if born else "",
        "born_on-year": str(born.year) if born else "",
        "mobile": number(person.mobile) if person.mobile else "",
        "landline": number(person.landline) if person.landline else "",
        "email": person.email or "",
        "reached_by": person.reached_by,
        "texts_agreed": "yes" if person.texts_agreed else "",
        "approves_helpers": "yes" if person.approves_helpers else "",
        "note": person.note,
    }
    return Filled({name: (value,) for name, value in values.items()})
