"""What each side of an exchange, and an organiser, may do with it now. Pure, read off the table of moves.

Pages offer these and no others; the use cases decide again, whatever a page offered.
"""

from datetime import datetime
from typing import Literal

from timebank.scheduling import rules
from timebank.scheduling.rules import Move, State

Side = Literal["member", "helper"]
Choice = Literal[
    "approve",
    "confirm",
    "running_late",
    "nobody_came",
    "nobody_in",
    "put_off",
    "withdraw",
    "cancel",
    "ask_neighbours",
    "go_ahead",
    "decline",
    "decide",
    "undo",
]


def of_side(
    state: State,
    side: Side,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    own_minutes: int | None = None,
    other_minutes: int | None = None,
) -> tuple[Choice, ...]:
    """What the member or the helper may do, the likeliest first."""
    begun = now >= starts_at
    day_of_visit = now >= starts_at - rules.EARLIEST_CONFIRMING
    possible: list[tuple[Choice, bool]] = [
        ("approve", side == "member" and _may(state, "approve")),
        ("confirm", begun and _may_confirm(state, own_minutes, other_minutes)),
        ("running_late", state == "agreed" and day_of_visit and now < ends_at),
        ("nobody_came", side == "member" and begun and _may(state, "nobody_came")),
        ("nobody_in", side == "helper" and begun and _may(state, "nobody_in")),
        ("put_off", side == "member" and not begun and _may(state, "put_off")),
        ("withdraw", side == "helper" and not begun and _may(state, "withdraw")),
        ("cancel", side == "member" and _may(state, "cancel")),
    ]
    return tuple(choice for choice, is_open in possible if is_open)


def of_organiser(
    state: State, starts_at: datetime, now: datetime, *, is_held_back: bool
) -> tuple[Choice, ...]:
    """What only an organiser may do; a request held back waits for a word with the member first."""
    begun = now >= starts_at
    possible: list[tuple[Choice, bool]] = [
        ("ask_neighbours", not begun and _may(state, "ask_neighbours")),
        ("go_ahead", not begun and is_held_back and _may(state, "ask_neighbours")),
        ("decide", _may(state, "decide") or (state == "agreed" and begun)),
        ("undo", _may(state, "undo")),
        ("decline", _may(state, "decline")),
    ]
    return tuple(choice for choice, is_open in possible if is_open)


def asks_again(own_minutes: int | None, other_minutes: int | None) -> bool:
    """Whether the other side has said another number than this side's, or this side has said none yet."""
    return other_minutes is not None and own_minutes != other_minutes


def takes_yes(state: State, starts_at: datetime, now: datetime) -> bool:
    """Whether a neighbour's yes can still count."""
    return state in rules.TAKES_ANSWERS and now < starts_at


def _may(state: State, move: Move) -> bool:
    return (state, move) in rules.MOVES


def _may_confirm(state: State, own: int | None, other: int | None) -> bool:
    if state not in ("agreed", "done", "half_confirmed"):
        return False
    return own is None or asks_again(own, other)
