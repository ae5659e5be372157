"""When a text may go, when to try again, and what a carrier's word means. Pure.

Error codes are Twilio's; the sources are its error pages, as collected in the
notes on texts. A report can come twice, late, or before our own commit, so what
it says only ever moves a text forward.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

State = Literal[
    "waiting", "attempting", "unknown", "sent", "delivered", "undelivered", "failed", "expired", "recorded"
]
Meaning = Literal["stopped", "wrong_number", "cannot_text", "try_once_more", "filtered", "failed"]

LONDON = ZoneInfo("Europe/London")
LEASE = timedelta(seconds=60)
SETTLE = timedelta(seconds=30)
LIFETIME = timedelta(hours=24)
SECOND_TRY_AFTER = timedelta(minutes=20)
MOST_WAIT_SECONDS = 600.0
OUR_FAULT_WAIT_SECONDS = 300.0

_RANK: dict[State, int] = {
    "waiting": 0,
    "attempting": 0,
    "unknown": 0,
    "sent": 1,
    "delivered": 2,
    "undelivered": 2,
    "failed": 2,
    "expired": 2,
    "recorded": 2,
}
_REPORTED: dict[str, State] = {
    "accepted": "sent",
    "scheduled": "sent",
    "queued": "sent",
    "sending": "sent",
    "sent": "sent",
    "delivered": "delivered",
    "read": "delivered",
    "partially_delivered": "delivered",
    "undelivered": "undelivered",
    "failed": "failed",
    "canceled": "failed",
}
_MEANINGS: dict[str, Meaning] = {
    "21610": "stopped",
    "21211": "wrong_number",
    "21614": "wrong_number",
    "30005": "wrong_number",
    "21635": "cannot_text",
    "30006": "cannot_text",
    "30003": "try_once_more",
    "30008": "try_once_more",
    "30007": "filtered",
}
# Credentials, sender or account: nothing wrong with the text or its reader, and every other text fails too.
_OUR_FAULT = frozenset(
    {
        "401",  # not signed in
        "403",  # signed in, and may not
        "404",  # no such account
        "20003",  # wrong token
        "20005",  # account closed or suspended
        "20404",  # no such account
        "21212",  # sender is no number
        "21408",  # country not switched on
        "21603",  # no sender
        "21606",  # sender is not ours
        "21609",  # our address for reports is wrong
        "21659",  # sender is not ours
    }
)


def not_before(now: datetime, wakes_at: time, sleeps_at: time, *, urgent: bool) -> datetime:
    """The moment a text may go, UTC: now, or, at night in Britain and not urgent, the next morning."""
    local = now.astimezone(LONDON)
    if urgent or wakes_at <= local.time() < sleeps_at:
        return now
    day = local.date() if local.time() < wakes_at else local.date() + timedelta(days=1)
    return datetime.combine(day, wakes_at, LONDON).astimezone(UTC)


def wait_seconds(attempts: int, chance: float, asked_for: float | None = None) -> float:
    """The wait after a passing failure: doubling from 2 s to ten minutes, half of it by `chance` (0 to 1).

    Never shorter than what the carrier asked for.
    """
    longest = min(2.0 * 2.0 ** min(max(attempts - 1, 0), 20), MOST_WAIT_SECONDS)
    return max(longest * (0.5 + 0.5 * chance), asked_for or 0.0)


def is_our_fault(code: str) -> bool:
    """True for a refusal that a changed setting cures: keep the text and try again until it expires."""
    return code in _OUR_FAULT


def meaning(code: str | None) -> Meaning:
    """What a carrier's code asks us to do; an unknown code is simply failed."""
    return _MEANINGS.get(code or "", "failed")


def reported(status: str) -> State | None:
    """Our state for a carrier's word; None for a word we do not know."""
    return _REPORTED.get(status)


def is_ahead(new: State, old: State) -> bool:
    """True when a report of `new` moves a text that stands at `old`; a final state is never left."""
    return _RANK[new] > _RANK[old]


def furthest(reports: Iterable[tuple[str, str | None]]) -> tuple[State, str | None] | None:
    """The most that (status, error code) pairs say together, the earliest of equals; None if nothing."""
    best: tuple[State, str | None] | None = None
    for status, code in reports:
        state = reported(status)
        if state and (best is None or is_ahead(state, best[0])):
            best = (state, code)
    return best


def standing(state: str) -> State:
    """A stored word as a State; a word that is none is a bug of ours."""
    for known in _RANK:
        if known == state:
            return known
    raise AssertionError(f"a text cannot stand at {state}")
