"""The parts written by hand: those whom the guide names, and whose telephones lie on the table."""

from datetime import date

from timebank.commands.demonstration import numbers, places
from timebank.commands.demonstration.neighbour import Habit, Neighbour
from timebank.listings.offers import Part
from timebank.members.application import Application
from timebank.safeguarding.rules import CheckKind

_ALWAYS: tuple[tuple[CheckKind, int], ...] = (("references", 3000), ("enhanced", 1400), ("driving", 1400))
_BASIC: tuple[tuple[CheckKind, int], ...] = (("references", 3000), ("basic", 1400))
_DAYTIME: frozenset[tuple[int, Part]] = frozenset(
    (day, part) for day in range(7) for part in ("morning", "afternoon")
)
_FOXGLOVE, _SORREL, _LARKFIELD = places.STREETS[1], places.STREETS[2], places.STREETS[0]

OFFICER = ("Ruth", "Adeyemi", numbers.drama_mobile(110))
PRIYA, MARGARET, BILL, AMINA, TOM, OLIVE, DESMOND, GRAHAM = range(8)


def parts() -> list[Neighbour]:
    """The organisers, a couple with one telephone, two helpers, one without a mobile, one unchecked."""
    return [_priya(), *_couple(), _amina(), _tom(), _olive(), _desmond(), _graham()]


def _priya() -> Neighbour:
    told = Application(
        first_name="Priya",
        last_name="Raman",
        born_on=date(1978, 12, 5),
        address=places.HALL.name,
        postcode=places.HALL.place.postcode,
        mobile=numbers.drama_mobile(104),
        email="priya@example.org",
        reached_by="text",
        texts_agreed=True,
        is_member=False,
    )
    return Neighbour(PRIYA, told, 0, "web", Habit(), is_organiser=True)


def _couple() -> list[Neighbour]:
    margaret = Application(
        first_name="Margaret",
        last_name="Whitlock",
        born_on=date(1942, 3, 14),
        address=f"12 {_FOXGLOVE.name}",
        postcode=_FOXGLOVE.place.postcode,
        mobile=numbers.drama_mobile(123),
        landline=numbers.drama_landline(184),
        reached_by="text",
        texts_agreed=True,
    )
    bill = Application(
        first_name="Bill",
        last_name="Whitlock",
        born_on=date(1939, 11, 2),
        address=margaret.address,
        postcode=margaret.postcode,
        mobile=margaret.mobile,
        landline=margaret.landline,
        reached_by="text",
        texts_agreed=True,
    )
    gives = Habit(asks=1.0, gives=3.5, yes=0.5, offers=("phone_chat", "sewing"), checks=_BASIC)
    plays = Habit(asks=0.9, gives=1.5, yes=0.3, offers=("games_cards", "teaching"), checks=_BASIC)
    return [Neighbour(MARGARET, margaret, 1, "text", gives), Neighbour(BILL, bill, 1, "text", plays)]


def _amina() -> Neighbour:
    told = Application(
        first_name="Amina",
        last_name="Yusuf",
        born_on=date(1989, 5, 9),
        address=f"40 {_FOXGLOVE.name}",
        postcode=_FOXGLOVE.place.postcode,
        mobile=numbers.drama_mobile(101),
        email="amina@example.org",
        reached_by="text",
        texts_agreed=True,
    )
    offers = ("shopping", "lift", "befriending", "tech_help", "lightbulb", "prescription", "form_filling")
    habit = Habit(asks=0.7, gives=7.0, yes=0.4, offers=offers, free=_DAYTIME, checks=_ALWAYS)
    return Neighbour(AMINA, told, 2, "web", habit)


def _tom() -> Neighbour:
    told = Application(
        first_name="Tom",
        last_name="Achebe",
        born_on=date(1961, 1, 30),
        address=f"7 {_LARKFIELD.name}",
        postcode=_LARKFIELD.place.postcode,
        mobile=numbers.drama_mobile(102),
        reached_by="text",
        texts_agreed=True,
    )
    offers = ("gardening", "lightbulb", "diy_small", "walk", "errand", "tv_radio", "moving_items")
    habit = Habit(asks=0.8, gives=5.0, yes=0.35, offers=offers, free=_DAYTIME, checks=_BASIC)
    return Neighbour(TOM, told, 2, "text", habit)


def _olive() -> Neighbour:
    told = Application(
        first_name="Olive",
        last_name="Brennan",
        born_on=date(1937, 7, 21),
        address=f"3 {_SORREL.name}",
        postcode=_SORREL.place.postcode,
        landline=numbers.drama_landline(137),
        reached_by="phone",
        approves_helpers=True,
    )
    habit = Habit(asks=1.6, gives=1.6, yes=0.4, offers=("phone_chat", "knitting_crafts"), checks=_BASIC)
    return Neighbour(OLIVE, told, 3, "phone", habit)


def _desmond() -> Neighbour:
    told = Application(
        first_name="Desmond",
        last_name="O'Neill",
        born_on=date(1955, 9, 17),
        address=f"19 {_SORREL.name}",
        postcode=_SORREL.place.postcode,
        mobile=numbers.drama_mobile(103),
        reached_by="text",
        texts_agreed=True,
    )
    ended: tuple[tuple[CheckKind, int], ...] = (("references", 300), ("basic", 310))
    habit = Habit(asks=0.8, gives=2.5, yes=0.3, offers=("gardening", "walk", "errand"), checks=ended)
    return Neighbour(DESMOND, told, 6, "text", habit)


def _graham() -> Neighbour:
    told = Application(
        first_name="Graham",
        last_name="Pell",
        born_on=date(1958, 4, 2),
        address=f"21 {_LARKFIELD.name}",
        postcode=_LARKFIELD.place.postcode,
        mobile=numbers.drama_mobile(105),
        reached_by="text",
        texts_agreed=True,
    )
    habit = Habit(
        asks=0.5, gives=3.0, yes=0.3, offers=("lunch_club", "event_help", "phone_chat"), checks=_ALWAYS
    )
    return Neighbour(GRAHAM, told, 4, "web", habit, is_organiser=True)
