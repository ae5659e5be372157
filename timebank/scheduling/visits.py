"""A person's own visits: who comes or is visited, when, where, and what they may do now.

An address, and what the member would have the helper know, are shown to a helper only once both have
agreed, and only while they may need them. Nobody's own number is: everybody rings the timebank.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from timebank import clock, errors
from timebank.members import people
from timebank.scheduling import choices, exchanges, rules
from timebank.scheduling.choices import Choice
from timebank.scheduling.exchanges import Exchange

Side = Literal["member", "helper", "asked"]
_MEET: frozenset[rules.State] = frozenset({"agreed", "done", "half_confirmed", "disputed"})
MOST_PAST = 30


@dataclass(frozen=True)
class Visit:
    """One visit as one person sees it. `side` "asked" is a neighbour who has not yet said yes.

    `address` is where the visit is, `note` what is good to know. Empty where not theirs to know.
    """

    exchange: Exchange
    side: Side
    other_first_name: str
    address: str
    note: str
    own_minutes: int | None
    other_minutes: int | None
    choices: tuple[Choice, ...]
    may_say_yes: bool = False

    @property
    def asks_minutes_again(self) -> bool:
        """Whether to ask "… says 45 minutes, is that right?"."""
        return "confirm" in self.choices and choices.asks_again(self.own_minutes, self.other_minutes)


@dataclass(frozen=True)
class Visits:
    """All of a person's visits: `asked_of` wait for yes or no, `to_answer` for another word of theirs."""

    asked_of: tuple[Visit, ...]
    to_answer: tuple[Visit, ...]
    coming: tuple[Visit, ...]
    looking: tuple[Visit, ...]
    with_organiser: tuple[Visit, ...]
    past: tuple[Visit, ...]


async def of_person(timebank_id: UUID, person_id: UUID, *, with_past: bool = True) -> Visits:
    """Everything of one person, in a fixed number of questions to the database."""
    asked = await exchanges.open_asks_of(timebank_id, person_id)
    live = await exchanges.live_of(timebank_id, person_id)
    ended = await exchanges.of_person(timebank_id, person_id, most=MOST_PAST) if with_past else []
    members = await _members(timebank_id, person_id, live)
    seen = [_seen(one, person_id, members) for one in live]
    to_answer = [one for one in seen if {"approve", "confirm"} & set(one.choices)]
    rest = [one for one in seen if one not in to_answer]
    return Visits(
        asked_of=tuple(_asked(one) for one in asked if one.member_id != person_id),
        to_answer=tuple(to_answer),
        coming=tuple(one for one in rest if one.exchange.state == "agreed"),
        looking=tuple(one for one in rest if one.exchange.is_open),
        with_organiser=tuple(
            one for one in rest if one.exchange.state in ("done", "half_confirmed", "disputed")
        ),
        past=tuple(_seen(one, person_id, {}) for one in ended if one.has_ended),
    )


async def one(timebank_id: UUID, person_id: UUID, exchange_id: UUID) -> Visit:
    """One visit as this person sees it. Raises NotFound, and NotAllowed where it is none of theirs."""
    exchange = await exchanges.get(timebank_id, exchange_id)
    if person_id in (exchange.member_id, exchange.helper_id):
        return _seen(exchange, person_id, await _members(timebank_id, person_id, [exchange]))
    asked = {helper: state for helper, state, _ in await exchanges.asked_of(timebank_id, exchange_id)}
    if person_id not in asked:
        raise errors.NotAllowed(act="see somebody else's visit")
    return _asked(exchange, may_answer=asked[person_id] in ("asked", "silent", "declined", "withdrew"))


def seen_by(exchange: Exchange, side: choices.Side) -> tuple[Choice, ...]:
    """What that side may do now."""
    own, other = exchange.member_minutes, exchange.helper_minutes
    if side == "helper":
        own, other = other, own
    return choices.of_side(
        exchange.state, side, exchange.starts_at, exchange.ends_at, clock.now(), own, other
    )


def of_organiser(exchange: Exchange, *, is_held_back: bool) -> tuple[Choice, ...]:
    """What an organiser may do now, beside acting for either side."""
    return choices.of_organiser(exchange.state, exchange.starts_at, clock.now(), is_held_back=is_held_back)


def _seen(exchange: Exchange, person_id: UUID, members: Mapping[UUID, people.Person]) -> Visit:
    is_member = person_id == exchange.member_id
    is_theirs = is_member or exchange.state in _MEET
    own, theirs = exchange.member_minutes, exchange.helper_minutes
    name = exchange.helper_first_name if is_member else exchange.member_first_name
    return Visit(
        exchange=exchange,
        side="member" if is_member else "helper",
        other_first_name=name or "",
        address=_address(exchange, person_id, members) if is_theirs else "",
        note=exchange.note if is_theirs else "",
        own_minutes=own if is_member else theirs,
        other_minutes=theirs if is_member else own,
        choices=seen_by(exchange, "member" if is_member else "helper"),
    )


def _asked(exchange: Exchange, *, may_answer: bool = True) -> Visit:
    return Visit(
        exchange=exchange,
        side="asked",
        other_first_name=exchange.member_first_name,
        address="",
        note="",
        own_minutes=None,
        other_minutes=None,
        choices=(),
        may_say_yes=may_answer and choices.takes_yes(exchange.state, exchange.starts_at, clock.now()),
    )


def _address(exchange: Exchange, person_id: UUID, members: Mapping[UUID, people.Person]) -> str:
    """Where the visit is: as was said, else for the helper the member's home."""
    if exchange.place or person_id == exchange.member_id:
        return exchange.place
    return members[exchange.member_id].address


async def _members(
    timebank_id: UUID, person_id: UUID, shown: Iterable[Exchange]
) -> Mapping[UUID, people.Person]:
    """The members whom this person helps in any of these, where their address is to be shown."""
    wanted = {one.member_id for one in shown if one.state in _MEET and one.member_id != person_id}
    return await people.many(timebank_id, wanted) if wanted else {}
