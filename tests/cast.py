"""The people with names. Every story is about them, so that a test reads as a sentence.

Margaret is 84 and lives with Bill; they share the landline, and Bill has no
other number but may be texted on Margaret's mobile, which is his too. Olive
has a landline only. Amina and Tom help; Desmond helps but his check has
expired. Priya organises. Ruth reads the council's report.
"""

from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from timebank.audit.actor import Actor, Channel


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
    """What the play says of a character before they exist."""

    first_name: str
    last_name: str
    born_on: date | None
    address: str
    postcode: str
    mobile: str | None = None
    landline: str | None = None
    email: str | None = None
    reached_by: str = "text"
    is_member: bool = True
    is_helper: bool = False
    is_organiser: bool = False
    checks: tuple[tuple[str, int], ...] = ()
    """Kind of check, and in how many days it expires (negative: it has)."""
    offers: tuple[str, ...] = ()


THE_COUPLES_MOBILE = "+447700900123"
THE_COUPLES_LANDLINE = "+442079460184"
EVERYTHING_PLAIN = ("lightbulb", "gardening", "walk", "errand", "prescription", "phone_chat", "tech_help")

PARTS: dict[str, Part] = {
    "margaret": Part(
        "Margaret", "Okafor", date(1942, 3, 14), "12 Foxglove Road", "SE4 2AA",
        mobile=THE_COUPLES_MOBILE, landline=THE_COUPLES_LANDLINE,
    ),
    "bill": Part(
        "Bill", "Okafor", date(1939, 11, 2), "12 Foxglove Road", "SE4 2AA",
        mobile=THE_COUPLES_MOBILE, landline=THE_COUPLES_LANDLINE,
    ),
    "olive": Part(
        "Olive", "Brennan", date(1937, 7, 21), "3 Sorrel Court", "SE4 2AB",
        landline="+442079460137", reached_by="phone",
    ),
    "amina": Part(
        "Amina", "Yusuf", date(1989, 5, 9), "40 Foxglove Road", "SE4 2AA",
        mobile="+447700900201", email="amina@example.org", is_helper=True,
        checks=(("references", 900), ("basic", 700), ("enhanced", 700)),
        offers=(*EVERYTHING_PLAIN, "shopping", "befriending"),
    ),
    "tom": Part(
        "Tom", "Ledger", date(1961, 1, 30), "7 Teasel Lane", "SE4 2AC",
        mobile="+447700900202", is_helper=True,
        checks=(("references", 900), ("basic", 400)),
        offers=EVERYTHING_PLAIN,
    ),
    "desmond": Part(
        "Desmond", "O'Neill", date(1955, 9, 17), "19 Teasel Lane", "SE4 2AC",
        mobile="+447700900203", is_helper=True,
        checks=(("references", -10), ("basic", -10)),
        offers=EVERYTHING_PLAIN,
    ),
    "priya": Part(
        "Priya", "Raman", date(1978, 12, 5), "The Old Library, Mallow Street", "SE4 2AD",
        mobile="+447700900204", email="priya@example.org", is_member=False, is_organiser=True,
    ),
}  # fmt: skip

RUTH = ("Ruth", "Adeyemi", "+447700900205")
