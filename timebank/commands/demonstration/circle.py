"""The Circle as it grows: its timebank, its people by their place in the play, and the dice."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

from timebank import clock
from timebank.audit.actor import Actor, clockwork
from timebank.commands.demonstration import leading, numbers, places
from timebank.commands.demonstration.diary import Diary
from timebank.commands.demonstration.neighbour import Neighbour
from timebank.communities import councils, timebanks
from timebank.communities import places as known_places
from timebank.communities.timebanks import Timebank
from timebank.listings import offers
from timebank.members import joining, people
from timebank.safeguarding import checks

SLUG = "larkfield"
GSS = "E09000028"
COUNCIL = "London Borough of Southwark (demonstration)"
_CHECKED_BEFORE = timedelta(days=20)


@dataclass
class Circle:
    """Everything the play needs to know of what has been played so far.

    `truth` is how long each visit really was, in minutes; `number` the running number of each request.
    """

    timebank: Timebank
    diary: Diary
    seed: str
    people: dict[UUID, Neighbour] = field(default_factory=dict)
    ids: dict[int, UUID] = field(default_factory=dict)
    number: dict[UUID, int] = field(default_factory=dict)
    truth: dict[UUID, int] = field(default_factory=dict)
    heard: set[tuple[UUID, UUID]] = field(default_factory=set)

    @property
    def id(self) -> UUID:
        """The timebank's."""
        return self.timebank.id

    @property
    def office(self) -> Actor:
        """Priya, who organises."""
        return Actor(self.id, self.ids[leading.PRIYA], "desk", is_organiser=True)

    def dice(self, *about: object) -> Random:
        """Dice of their own for one question, so that no throw depends on how many came before."""
        return Random("/".join((self.seed, *map(str, about))))  # noqa: S311  # a play, not a secret

    def acting(self, person_id: UUID) -> Actor:
        """How somebody acts: by web or text themselves, or through Priya on the telephone."""
        neighbour = self.people[person_id]
        if neighbour.way == "phone":
            return Actor(self.id, self.ids[leading.PRIYA], "phone", person_id, is_organiser=True)
        return Actor(self.id, person_id, neighbour.way, is_organiser=neighbour.is_organiser)


async def open_circle() -> Timebank:
    """The council, its officer, the timebank and its streets."""
    council = await councils.add(GSS, COUNCIL)
    first_name, last_name, mobile = leading.OFFICER
    await councils.add_officer(council.id, first_name, last_name, mobile)
    await known_places.add(places.ALL_PLACES)
    return await timebanks.open_timebank(
        slug=SLUG,
        name="Larkfield Circle",
        short_name="Larkfield",
        council_id=council.id,
        phone=numbers.OFFICE,
        text_number=numbers.TEXTS,
        locality="Larkfield",
        postcode=places.HALL.place.postcode,
        is_demonstration=True,
        answer_within_minutes=720,
    )


async def admit(circle: Circle, neighbour: Neighbour) -> UUID:
    """Somebody joins, brings their checks and says what they would like to do."""
    doorstep = neighbour.place in (leading.PRIYA, leading.GRAHAM)
    actor = clockwork(circle.id) if doorstep else circle.office
    person = await joining.join(actor, neighbour.told)
    if neighbour.is_organiser:
        await people.update(clockwork(circle.id), person.id, is_organiser=True)
    circle.people[person.id] = neighbour
    circle.ids[neighbour.place] = person.id
    today = clock.today()
    for kind, days_left in neighbour.habit.checks:
        ends_on: date = today + timedelta(days=days_left)
        await checks.record(circle.office, person.id, kind, today - _CHECKED_BEFORE, ends_on)
    if neighbour.habit.offers:
        await offers.offer(circle.acting(person.id), person.id, neighbour.habit.offers)
    if neighbour.habit.free:
        await offers.set_free_times(circle.acting(person.id), person.id, neighbour.habit.free)
    return person.id
