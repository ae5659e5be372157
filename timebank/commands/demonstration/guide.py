"""Whom to be in the demonstration: to sign in as, and to text as."""

from dataclasses import dataclass

from timebank.commands.demonstration import circle, leading
from timebank.communities import councils, timebanks
from timebank.members import numbers


@dataclass(frozen=True)
class Guide:
    """Numbers are written as people write them: `07700 900123`.

    `sign_in_as` are (role, name, number), `text_as` and `handsets` (name, number); several people may share
    one telephone. `report_key` reads the council's report over the API until the next start.
    """

    timebank: str
    text_number: str
    council_gss: str
    report_key: str
    sign_in_as: list[tuple[str, str, str]]
    text_as: list[tuple[str, str]]
    handsets: list[tuple[str, str]]


async def guide() -> Guide:
    """The guide to the demonstration that is loaded. NotFound where it is not; makes a fresh report key."""
    timebank = await timebanks.by_slug(circle.SLUG)
    parts = {part.place: part.told for part in leading.parts()}

    def named(place: int) -> tuple[str, str]:
        told = parts[place]
        return f"{told.first_name} {told.last_name}", numbers.shown(str(told.mobile))

    margaret, bill = parts[leading.MARGARET], parts[leading.BILL]
    couple = f"{margaret.first_name} and {bill.first_name} {bill.last_name}"
    first_name, last_name, officer_mobile = leading.OFFICER
    telephones = [
        (couple, named(leading.MARGARET)[1]),
        named(leading.AMINA),
        named(leading.TOM),
        named(leading.DESMOND),
        named(leading.PRIYA),
    ]
    return Guide(
        timebank=timebank.name,
        text_number=numbers.shown(timebank.text_number),
        council_gss=circle.GSS,
        report_key=await councils.new_report_key(timebank.council_id),
        sign_in_as=[
            ("Member", *named(leading.MARGARET)),
            ("Helper", *named(leading.AMINA)),
            ("Organiser", *named(leading.PRIYA)),
            ("Council", f"{first_name} {last_name}", numbers.shown(officer_mobile)),
        ],
        text_as=telephones,
        handsets=[*telephones, (f"{first_name} {last_name}", numbers.shown(officer_mobile))],
    )
