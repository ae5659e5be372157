"""The town of the tests: Brockley Circle, its council, its streets and its people."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tests.cast import PARTS, RUTH, Cast, Officer, Part, Player
from timebank import clock
from timebank.audit.actor import Actor, clockwork
from timebank.communities import councils, places, timebanks
from timebank.communities.timebanks import Timebank
from timebank.listings import offers
from timebank.members import joining, people
from timebank.safeguarding import checks

TUESDAY_MORNING = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)  # ten o'clock in London
GSS = "E09000028"
CHECKS_LAST = timedelta(days=3 * 365)
DAYTIME: offers.FreeTimes = {(day, part) for day in range(7) for part in ("morning", "afternoon")}

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
    """Everybody joins, as people do: they tell who they are, bring their checks and offer what they like."""
    players = {name: await _enter(town, part) for name, part in PARTS.items()}
    first_name, last_name, mobile = RUTH
    ruth = await councils.add_officer(town.council_id, first_name, last_name, mobile)
    return Cast(ruth=Officer(ruth.id, ruth.council_id, first_name, last_name, mobile), **players)


async def _enter(town: Town, part: Part) -> Player:
    night = town.clockwork()
    person = await joining.join(night, part.told)
    if part.is_organiser:
        await people.update(night, person.id, is_organiser=True)
    for kind, days_left in part.checks:
        expires_on = clock.today() + timedelta(days=days_left)
        await checks.record(night, person.id, kind, expires_on - CHECKS_LAST, expires_on)
    if part.offers:
        await offers.offer(night, person.id, part.offers)
        await offers.set_free_times(night, person.id, DAYTIME)
    return Player(
        id=person.id,
        timebank_id=town.id,
        first_name=person.first_name,
        last_name=person.last_name,
        born_on=person.born_on,
        postcode=person.postcode,
        mobile=person.mobile,
        landline=person.landline,
        is_organiser=part.is_organiser,
    )
