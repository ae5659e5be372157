"""The life of an exchange: one table of allowed moves, the same for every channel. Pure."""

from datetime import datetime, time, timedelta
from typing import Literal, cast
from zoneinfo import ZoneInfo

from timebank import errors

State = Literal[
    "asked",
    "asking",
    "offered",
    "agreed",
    "done",
    "half_confirmed",
    "confirmed",
    "declined",
    "cancelled",
    "lapsed",
    "disputed",
]
Move = Literal[
    "ask_neighbours",
    "accept",
    "offer",
    "approve",
    "refuse",
    "withdraw",
    "finish",
    "say",
    "agree",
    "differ",
    "still_differ",
    "stand",
    "decide",
    "did_not_happen",
    "nobody_came",
    "nobody_in",
    "undo",
    "cancel",
    "decline",
    "lapse",
    "put_off",
]

MOVES: dict[tuple[State, Move], State] = {
    ("asked", "ask_neighbours"): "asking",
    ("asking", "ask_neighbours"): "asking",
    ("asked", "accept"): "agreed",
    ("asking", "accept"): "agreed",
    ("asked", "offer"): "offered",
    ("asking", "offer"): "offered",
    ("offered", "approve"): "agreed",
    ("offered", "refuse"): "asking",
    ("offered", "withdraw"): "asking",
    ("agreed", "withdraw"): "asking",
    ("asked", "put_off"): "asked",
    ("asking", "put_off"): "asking",
    ("agreed", "put_off"): "asking",
    ("agreed", "finish"): "done",
    ("done", "say"): "half_confirmed",
    ("half_confirmed", "say"): "half_confirmed",
    ("half_confirmed", "differ"): "half_confirmed",
    ("half_confirmed", "agree"): "confirmed",
    ("half_confirmed", "stand"): "confirmed",
    ("half_confirmed", "still_differ"): "disputed",
    ("done", "decide"): "confirmed",
    ("half_confirmed", "decide"): "confirmed",
    ("disputed", "decide"): "confirmed",
    ("done", "did_not_happen"): "cancelled",
    ("half_confirmed", "did_not_happen"): "cancelled",
    ("disputed", "did_not_happen"): "cancelled",
    ("agreed", "nobody_came"): "disputed",
    ("done", "nobody_came"): "disputed",
    ("half_confirmed", "nobody_came"): "disputed",
    ("agreed", "nobody_in"): "disputed",
    ("done", "nobody_in"): "disputed",
    ("half_confirmed", "nobody_in"): "disputed",
    ("confirmed", "undo"): "disputed",
    ("asked", "cancel"): "cancelled",
    ("asking", "cancel"): "cancelled",
    ("offered", "cancel"): "cancelled",
    ("agreed", "cancel"): "cancelled",
    ("asked", "decline"): "declined",
    ("asking", "decline"): "declined",
    ("asked", "lapse"): "lapsed",
    ("asking", "lapse"): "lapsed",
    ("offered", "lapse"): "lapsed",
}
OPEN: frozenset[State] = frozenset({"asked", "asking", "offered"})
ENDED: frozenset[State] = frozenset({"confirmed", "declined", "cancelled", "lapsed"})
TAKES_ANSWERS: frozenset[State] = frozenset({"asked", "asking"})

LONDON = ZoneInfo("Europe/London")
DAY_BEGINS, DAY_ENDS = time(9), time(20)
REMIND_AT = time(17)
STANDS_AFTER = timedelta(days=7)
NO_WORD_AFTER = timedelta(hours=24)
NOBODY_YET_BEFORE = timedelta(hours=24)
EARLIEST_CONFIRMING = timedelta(hours=2)
LONGEST_MINUTES = 12 * 60
FURTHEST = timedelta(days=366)


def after(state: str, move: Move) -> State:
    """The state that `move` leads to; NotNow where the table has no such move."""
    try:
        return MOVES[cast(State, state), move]
    except KeyError:
        raise errors.NotNow(state=state, move=move) from None


def check_start(starts_at: datetime, now: datetime) -> None:
    """Refuse a beginning that has gone by, or is more than a year away."""
    if starts_at <= now:
        raise errors.Invalid("starts_at", "Please choose a day and time that is still to come.")
    if starts_at > now + FURTHEST:
        raise errors.Invalid("starts_at", "Please choose a day within the next year.")


def confirming(own: int, other: int | None, *, other_was_heard_by_both: bool) -> Move:
    """Which move a statement of minutes is.

    `other` is what the other side said; `other_was_heard_by_both` is true once this side has been
    asked "… says 45 minutes, is that right?", so that a second difference goes to the organiser.
    """
    if other is None:
        return "say"
    if own == other:
        return "agree"
    return "still_differ" if other_was_heard_by_both else "differ"


def answer_by(now: datetime, starts_at: datetime, patience: timedelta, *, urgent: bool) -> datetime:
    """Until when a neighbour's answer is waited for.

    Waiting counts in waking hours (09:00–20:00 in Britain) and never uses up more than a quarter of
    the time that is left, so that others can still be asked; an urgent need waits fifteen minutes.
    """
    if urgent:
        return now + timedelta(minutes=15)
    begun = waking(now)
    left = max(starts_at - begun, timedelta())
    return waking(begun + max(timedelta(minutes=10), min(patience, left / 4)))


def waking(moment: datetime) -> datetime:
    """The moment itself in waking hours, else the next nine o'clock in the morning."""
    local = moment.astimezone(LONDON)
    if DAY_BEGINS <= local.time() < DAY_ENDS:
        return moment
    day = local.date() if local.time() < DAY_BEGINS else local.date() + timedelta(days=1)
    return datetime.combine(day, DAY_BEGINS, LONDON).astimezone(moment.tzinfo)


def remind_at(starts_at: datetime, now: datetime) -> datetime | None:
    """Five o'clock on the day before; two hours before where that has passed; none if that has too."""
    local = starts_at.astimezone(LONDON)
    eve = datetime.combine(local.date() - timedelta(days=1), REMIND_AT, LONDON).astimezone(now.tzinfo)
    if eve > now + timedelta(hours=1):
        return eve
    soon = starts_at - timedelta(hours=2)
    return soon if soon > now + timedelta(hours=1) else None
