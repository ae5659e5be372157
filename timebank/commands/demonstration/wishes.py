"""What is asked for, by whom and when: Mondays to Thursdays most, little at Christmas and in August."""

from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from timebank import clock, errors, identity
from timebank.commands.demonstration import answers, habits, leading, places
from timebank.commands.demonstration.circle import Circle
from timebank.commands.demonstration.diary import Act
from timebank.ledger import accounts
from timebank.scheduling import asking, rules

MEAN_DAYS_BETWEEN = 50.0
OF_THE_WEEK = (1.0, 1.0, 1.0, 0.9, 0.7, 0.25, 0.12)
STARTS = tuple(time(hour, minute) for hour in range(10, 17) for minute in (0, 30))
URGENT = 0.02
LUNCH_EVERY, EVENT_EVERY = timedelta(days=28), timedelta(days=56)

_NOTES = (
    "",
    "",
    "",
    "The bell is broken, please knock.",
    "Please ring before you set out.",
    "There are two steps at the door.",
    "I am a little deaf, do speak up.",
    "The cat must not get out.",
    "Come round the side.",
)
_OUT_OF_SCOPE = ("My boiler is broken, could you fix the boiler?", "Help to wash me after the operation.")


def begin(circle: Circle, person_id: UUID) -> None:
    """Somebody who has joined will ask now and then, if they are one who asks."""
    neighbour = circle.people[person_id]
    if neighbour.habit.asks:
        dice = circle.dice("first wish", neighbour.place)
        _note_next(circle, person_id, 0, dice.expovariate(1) * _days_between(neighbour.habit.asks) * 0.6)


def help_the_circle(circle: Circle, first: date, last: date) -> None:
    """The lunch club once in four weeks, and an event now and then: two helpers each, paid by the pot."""
    thursday = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    _repeat(circle, "lunch_club", thursday, last, LUNCH_EVERY, 120)
    _repeat(circle, "event_help", thursday + timedelta(days=9), last, EVENT_EVERY, 90)


def _repeat(circle: Circle, task: str, day: date, last: date, every: timedelta, minutes: int) -> None:
    place = 0
    while day <= last:
        for who in range(2):
            at = clock.at(day - timedelta(days=7), time(10, 5 * who))
            starts_at = clock.at(day, time(11))
            wish = asking.Wish(task, starts_at, minutes, place=places.HALL.name)
            circle.diary.note(at, _asking(circle, f"{task}/{place}/{who}", leading.PRIYA, wish))
        day += every
        place += 1


def _asking(circle: Circle, name: str, place: int, wish: asking.Wish) -> Act:
    return lambda: ask(circle, name, circle.ids[place], wish)


async def ask(circle: Circle, name: str, member_id: UUID, wish: asking.Wish) -> UUID | None:
    """Ask, and let the neighbours hear of it; None where it could not be asked."""
    exchange_id = identity.derived(circle.id, "wish", name)
    circle.number[exchange_id] = len(circle.number)
    try:
        await asking.ask_for_help(circle.acting(member_id), member_id, wish, exchange_id=exchange_id)
    except errors.Refusal:
        return None
    await answers.notice(circle)
    return exchange_id


def _days_between(asks: float) -> float:
    return MEAN_DAYS_BETWEEN / max(asks, 0.05)


def _note_next(circle: Circle, person_id: UUID, count: int, days: float) -> None:
    at = rules.waking(clock.now() + timedelta(days=max(days, 0.3)))
    circle.diary.note(at, lambda: _perhaps(circle, person_id, count))


async def _perhaps(circle: Circle, person_id: UUID, count: int) -> None:
    """A wish comes up, more likely on some days than on others; then the next is waited for."""
    neighbour = circle.people[person_id]
    dice = circle.dice("wish", neighbour.place, count)
    if dice.random() < _likely(clock.today()) * await _ease(circle, person_id):
        await ask(circle, f"{neighbour.place}/{count}", person_id, _wish(circle, neighbour.place, dice))
    _note_next(circle, person_id, count + 1, dice.expovariate(1 / _days_between(neighbour.habit.asks)))


async def _ease(circle: Circle, person_id: UUID) -> float:
    """Who has had much more help than they gave does not like to ask again."""
    account = await accounts.of(circle.id, accounts.MEMBER, person_id)
    return 1.0 if account.available is None or account.available > 90 else 0.2


def _likely(day: date) -> float:
    season = 0.25 if (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 3) else 1.0
    return OF_THE_WEEK[day.weekday()] * season * (0.55 if day.month == 8 else 1.0)


def _wish(circle: Circle, place: int, dice: Random) -> asking.Wish:
    # Everybody has a few things that they ask for again and again.
    likes = circle.dice("likes", place)
    favourites = [habits.wish(likes) for _ in range(3)]
    task, minutes = dice.choice(favourites) if dice.random() < 0.7 else habits.wish(dice)
    note = dice.choice(_NOTES) if dice.random() > 0.012 else dice.choice(_OUT_OF_SCOPE)
    if dice.random() < URGENT:
        soon = clock.now() + timedelta(hours=3)
        return asking.Wish(task, soon, minutes, note=note, is_urgent=True)
    return asking.Wish(task, _starts_at(dice), minutes, note=note)


def _starts_at(dice: Random) -> datetime:
    """Three days to two weeks ahead, in the daytime, mostly in the week."""
    day = clock.today() + timedelta(days=round(dice.triangular(2, 14, 5)))
    if day.weekday() > 4 and dice.random() < 0.75:
        day += timedelta(days=7 - day.weekday())
    return clock.at(day, dice.choice(STARTS))
