"""The town of the tests: Brockley Circle, its council, its streets and its people."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tests.cast import PARTS, RUTH, Cast, Officer, Part, Player
from timebank import clock, identity
from timebank.audit.actor import Actor, clockwork
from timebank.communities import councils, places, timebanks
from timebank.communities.timebanks import Timebank
from timebank.ledger import accounts
from timebank.listings.tables import FreeTimeRow, OfferRow
from timebank.members.tables import PersonRow
from timebank.safeguarding.tables import CheckRow

TUESDAY_MORNING = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)  # ten o'clock in London
GSS = "E09000028"

STREETS = (
    places.Place("SE4 2AA", 51.4640, -0.0370),
    places.Place("SE4 2AB", 51.4655, -0.0352),
    places.Place("SE4 2AC", 51.4688, -0.0341),
    places.Place("SE4 2AD", 51.4619, -0.0395),
)


@dataclass(frozen=True)
class Town:
    """A timebank, its council and the key that reads the council's report."""

    timebank: Timebank
    council_id: UUID
    gss: str
    report_key: str

    @property
    def id(self) -> UUID:
        """The timebank's."""
        return self.timebank.id

    def clockwork(self) -> Actor:
        """What happens by itself."""
        return clockwork(self.id)


async def build_town(slug: str = "brockley", text_number: str = "+447700900100") -> Town:
    """Open a timebank under a council, with its streets known."""
    council = await councils.add(GSS, "Southwark")
    timebank = await timebanks.open_timebank(
        slug=slug,
        name="Brockley Circle",
        short_name="Brockley Circle",
        council_id=council.id,
        phone="+442079460100",
        text_number=text_number,
        locality="Brockley",
        postcode="SE4 2AD",
    )
    await places.add(STREETS)
    return Town(timebank, council.id, council.gss, await councils.new_report_key(council.id))


async def gather_cast(town: Town) -> Cast:
    """Everybody joins."""
    players = {name: await _enter(town, part) for name, part in PARTS.items()}
    first_name, last_name, mobile = RUTH
    ruth = await councils.add_officer(town.council_id, first_name, last_name, mobile)
    return Cast(ruth=Officer(ruth.id, ruth.council_id, first_name, last_name, mobile), **players)


async def _enter(town: Town, part: Part) -> Player:
    person_id = identity.new_id()
    await PersonRow.create(
        id=person_id,
        timebank_id=town.id,
        first_name=part.first_name,
        last_name=part.last_name,
        born_on=part.born_on,
        address=part.address,
        postcode=part.postcode,
        mobile=part.mobile,
        landline=part.landline,
        email=part.email,
        reached_by=part.reached_by,
        texts_agreed_at=clock.now() if part.mobile else None,
        is_member=part.is_member,
        is_helper=part.is_helper,
        is_organiser=part.is_organiser,
        match_key=f"{part.first_name} {part.last_name}".casefold(),
        joined_at=clock.now(),
    )
    await accounts.open_for(town.id, accounts.MEMBER, person_id, floor=town.timebank.floor_minutes)
    await _bring_checks(town, person_id, part)
    await _bring_offers(town, person_id, part)
    return Player(
        id=person_id,
        timebank_id=town.id,
        first_name=part.first_name,
        last_name=part.last_name,
        born_on=part.born_on,
        postcode=part.postcode,
        mobile=part.mobile,
        landline=part.landline,
        is_organiser=part.is_organiser,
    )


async def _bring_checks(town: Town, person_id: UUID, part: Part) -> None:
    for kind, days_left in part.checks:
        await CheckRow.create(
            id=identity.new_id(),
            timebank_id=town.id,
            person_id=person_id,
            kind=kind,
            passed_on=clock.today() - timedelta(days=400),
            expires_on=clock.today() + timedelta(days=days_left),
            recorded_at=clock.now(),
        )


async def _bring_offers(town: Town, person_id: UUID, part: Part) -> None:
    for task in part.offers:
        await OfferRow.create(
            id=identity.new_id(), timebank_id=town.id, person_id=person_id, task=task, offered_at=clock.now()
        )
    for weekday in range(7) if part.is_helper else ():
        for half in ("morning", "afternoon"):
            await FreeTimeRow.create(
                id=identity.new_id(), timebank_id=town.id, person_id=person_id, weekday=weekday, part=half
            )
