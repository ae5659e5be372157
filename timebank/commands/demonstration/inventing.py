"""Invent the people of the Circle: leading parts written by hand, the others by chance."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from timebank.commands.demonstration import habits, leading, names, numbers, places
from timebank.commands.demonstration.neighbour import Habit, Neighbour, Way
from timebank.members.application import Application

HOW_MANY = 118
FIRST_COHORT = 34
DAYS = 365
DORMANT = 0.12
OLD = 75
# Steps of the golden ratio fall evenly, so that any hundred people have the ages of any other hundred.
EVENLY = 0.618034


def invent(rng: Random, first_day: date) -> list[Neighbour]:
    """Everybody who will have joined by the end of the year, the leading parts first; in order of joining."""
    book = numbers.Book()
    found = leading.parts()
    for place in range(len(found), HOW_MANY):
        found.append(_somebody(rng, book, place, found, first_day))
    return sorted(found, key=lambda one: (one.joins_on, one.place))


def _somebody(
    rng: Random, book: numbers.Book, place: int, before: list[Neighbour], first_day: date
) -> Neighbour:
    joins_on = _joining_day(rng, place)
    born_on = _birth_date(rng, place, first_day)
    years = (first_day - born_on).days // 365
    told = _told(rng, book, born_on, years)
    lives_with = _partner(rng, before, place, years)
    if lives_with is not None:
        told = _as_partner(told, lives_with.told)
    way = _way(rng, told, years)
    told = replace(told, reached_by="text" if way == "text" else told.reached_by)
    habit = Habit() if rng.random() < DORMANT else habits.of_age(rng, years)
    return Neighbour(place, told, joins_on, way, habit)


def _joining_day(rng: Random, place: int) -> int:
    """A first cohort, then slowly more, then fewer: the middle of the year grows fastest."""
    if place < FIRST_COHORT:
        return rng.randrange(0, 12)
    share = (place - FIRST_COHORT) / (HOW_MANY - FIRST_COHORT)
    return min(DAYS - 12, max(14, round(20 + 315 * share + rng.gauss(0, 16))))


def _birth_date(rng: Random, place: int, first_day: date) -> date:
    """Five in eight are 65 or over, one in four over 80."""
    band = place * EVENLY % 1
    if band < 0.24:
        years = rng.uniform(80.5, 95)
    elif band < 0.63:
        years = rng.uniform(65.5, 80)
    elif band < 0.83:
        years = rng.uniform(50, 64)
    else:
        years = rng.uniform(19, 50)
    return first_day - timedelta(days=round(years * 365.25))


def _told(rng: Random, book: numbers.Book, born_on: date, years: int) -> Application:
    naming = rng.choices(names.NAMINGS, [one.share for one in names.NAMINGS])[0]
    street = rng.choices(places.STREETS, [one.weight for one in places.STREETS])[0]
    landline_only = years >= 78 and rng.random() < 0.42
    mobile = None if landline_only else book.mobile()
    return Application(
        first_name=rng.choice(naming.older if years >= 60 else naming.younger),
        last_name=rng.choice(naming.family),
        born_on=None if rng.random() < 0.04 else born_on,
        address=f"{rng.randrange(1, 96)} {street.name}",
        postcode=street.place.postcode,
        mobile=mobile,
        landline=book.landline() if landline_only or rng.random() < 0.3 else None,
        email=None,
        reached_by="phone",
        texts_agreed=mobile is not None,
        approves_helpers=years >= 75 and rng.random() < 0.22,
    )


def _partner(rng: Random, before: list[Neighbour], place: int, years: int) -> Neighbour | None:
    """One in eleven older people is somebody's wife, husband, brother or friend who joined before."""
    if years < 66 or place < FIRST_COHORT or rng.random() > 0.13:
        return None
    alone = [one for one in before if one.told.landline and one.place > 8 and not one.is_organiser]
    return rng.choice(alone) if alone else None


def _as_partner(told: Application, other: Application) -> Application:
    """The same door and telephones, another first name."""
    first = told.first_name if told.first_name != other.first_name else "Sam"
    return replace(
        told,
        first_name=first,
        last_name=other.last_name,
        address=other.address,
        postcode=other.postcode,
        landline=other.landline,
        mobile=other.mobile,
        texts_agreed=other.mobile is not None,
    )


def _way(rng: Random, told: Application, years: int) -> Way:
    if told.mobile is None:
        return "phone"
    ways: tuple[Way, ...] = ("phone", "text", "web")
    return rng.choices(ways, (45, 45, 10) if years >= OLD else (22, 48, 30))[0]
