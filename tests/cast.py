"""The people with names. Every story is about them, so that a test reads as a sentence.

Margaret is 84 and lives with Bill; they share one mobile and one landline.
Olive has a landline only. Amina (with an enhanced check) and Tom (with a basic
one) help; Desmond would, but his checks have run out. Priya organises. Ruth
reads the council's report.
"""

from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from timebank.audit.actor import Actor, Channel
from timebank.members.application import Application
from timebank.safeguarding.rules import CheckKind


@dataclass(frozen=True)
class Player:
    """One of the cast, as they stand in the database."""

    id: UUID
    timebank_id: UUID
    first_name: str
    last_name: str
    born_on: date | None
    postcode: str
    mobile: str | None
    landline: str | None
    is_organiser: bool = False

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"

    @property
    def number(self) -> str:
        """The number they text from, or for want of a mobile are rung on."""
        number = self.mobile or self.landline
        assert number is not None
        return number

    def by(self, channel: Channel = "web") -> Actor:
        """Them acting for themselves."""
        return Actor(self.timebank_id, self.id, channel, is_organiser=self.is_organiser)

    def acting_for(self, other: "Player", channel: Channel = "phone") -> Actor:
        """An organiser acting for somebody, on the telephone unless said."""
        return self.by(channel).acting_for(other.id)


@dataclass(frozen=True)
class Officer:
    """Somebody at the council."""

    id: UUID
    council_id: UUID
    first_name: str
    last_name: str
    mobile: str


@dataclass(frozen=True)
class Cast:
    """Everybody, by first name."""

    margaret: Player
    bill: Player
    olive: Player
    amina: Player
    tom: Player
    desmond: Player
    priya: Player
    ruth: Officer

    @property
    def players(self) -> list[Player]:
        """All but the officer."""
        found = (getattr(self, field.name) for field in fields(self))
        return [player for player in found if isinstance(player, Player)]

    def called(self, person_id: UUID) -> str:
        """The first name of one of them, for a readable assertion."""
        return next(player.first_name for player in self.players if player.id == person_id)


@dataclass(frozen=True)
class Part:
    """What the play says of a character before they exist.

    `checks` are kinds, each with the days until it runs out; negative where it has.
    """

    told: Application
    is_organiser: bool = False
    checks: tuple[tuple[CheckKind, int], ...] = ()
    offers: tuple[str, ...] = ()


THE_COUPLES_MOBILE = "+447700900123"
THE_COUPLES_LANDLINE = "+442079460184"
EVERYTHING_PLAIN = ("lightbulb", "gardening", "walk", "errand", "prescription", "phone_chat", "tech_help")

_AT_HOME = Application(
    first_name="Margaret",
    last_name="Okafor",
    born_on=date(1942, 3, 14),
    address="12 Foxglove Road",
    postcode="SE4 2AA",
    mobile=THE_COUPLES_MOBILE,
    landline=THE_COUPLES_LANDLINE,
    reached_by="text",
    texts_agreed=True,
)

PARTS: dict[str, Part] = {
    "margaret": Part(_AT_HOME),
    "bill": Part(replace(_AT_HOME, first_name="Bill", born_on=date(1939, 11, 2))),
    "olive": Part(
        Application(
            first_name="Olive",
            last_name="Brennan",
            born_on=date(1937, 7, 21),
            address="3 Sorrel Court",
            postcode="SE4 2AB",
            landline="+442079460137",
            reached_by="phone",
        )
    ),
    "amina": Part(
        Application(
            first_name="Amina",
            last_name="Yusuf",
            born_on=date(1989, 5, 9),
            address="40 Foxglove Road",
            postcode="SE4 2AA",
            mobile="+447700900201",
            email="amina@example.org",
            reached_by="text",
            texts_agreed=True,
        ),
        checks=(("references", 900), ("basic", 700), ("enhanced", 700)),
        offers=(*EVERYTHING_PLAIN, "shopping", "befriending"),
    ),
    "tom": Part(
        Application(
            first_name="Tom",
            last_name="Sawyer",
            born_on=date(1961, 1, 30),
            address="7 Teasel Lane",
            postcode="SE4 2AC",
            mobile="+447700900202",
            reached_by="text",
            texts_agreed=True,
        ),
        checks=(("references", 900), ("basic", 400)),
        offers=EVERYTHING_PLAIN,
    ),
    "desmond": Part(
        Application(
            first_name="Desmond",
            last_name="O'Neill",
            born_on=date(1955, 9, 17),
            address="19 Teasel Lane",
            postcode="SE4 2AC",
            mobile="+447700900203",
            reached_by="text",
            texts_agreed=True,
        ),
        checks=(("references", -10), ("basic", -10)),
        offers=EVERYTHING_PLAIN,
    ),
    "priya": Part(
        Application(
            first_name="Priya",
            last_name="Raman",
            born_on=date(1978, 12, 5),
            address="The Old Library, Mallow Street",
            postcode="SE4 2AD",
            mobile="+447700900204",
            email="priya@example.org",
            reached_by="text",
            texts_agreed=True,
            is_member=False,
        ),
        is_organiser=True,
    ),
}

RUTH = ("Ruth", "Adeyemi", "+447700900205")
