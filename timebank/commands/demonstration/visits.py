"""What becomes of an agreed visit: mostly it happens; sometimes not; now and then they remember it apart."""

import math
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from timebank import clock, errors
from timebank.commands.demonstration.circle import Circle
from timebank.scheduling import confirming, rules, visiting
from timebank.scheduling.exchanges import Exchange

Act = Callable[[], Awaitable[object]]

CANCELLED, WITHDRAWN, NOBODY_CAME, NOBODY_IN, LATE = 0.05, 0.05, 0.03, 0.008, 0.04
BOTH_SAY, HELPER_ONLY, MEMBER_ONLY = 0.84, 0.10, 0.03
REMEMBER_APART, INSIST = 0.1, 0.35
UNDONE = 0.025


def expect(circle: Circle, exchange: Exchange, looking_again: Act) -> None:
    """Throw the dice for one agreed visit, and note what they say."""
    dice = circle.dice("visit", circle.number[exchange.id], circle.people[_helper(exchange)].place)
    draw = dice.random()
    before = exchange.starts_at - timedelta(hours=dice.uniform(2, 40))
    member, helper = exchange.member_id, _helper(exchange)
    if draw < CANCELLED and before > clock.now():
        _note(circle, before, lambda: visiting.cancel(circle.acting(member), exchange.id))
    elif draw < CANCELLED + WITHDRAWN and before > clock.now():
        _note(circle, before, lambda: _withdraw(circle, exchange.id, helper, looking_again))
    elif draw > 1 - NOBODY_CAME:
        at = exchange.starts_at + timedelta(minutes=40)
        _note(circle, at, lambda: visiting.nobody_came(circle.acting(member), exchange.id))
    elif draw > 1 - NOBODY_CAME - NOBODY_IN:
        at = exchange.starts_at + timedelta(minutes=10)
        _note(circle, at, lambda: visiting.nobody_in(circle.acting(helper), exchange.id))
    else:
        _happens(circle, exchange, dice)


def _happens(circle: Circle, exchange: Exchange, dice: Random) -> None:
    member, helper = exchange.member_id, _helper(exchange)
    if dice.random() < LATE:
        at = exchange.starts_at - timedelta(minutes=20)
        words = dice.choice(("bus is slow, 15 minutes", "held up at the surgery", "there in 20 minutes"))
        _note(circle, at, lambda: visiting.running_late(circle.acting(helper), exchange.id, words))
    stretch = dice.lognormvariate(0, 0.28)
    minutes = min(rules.LONGEST_MINUTES, max(10, round(exchange.expected_minutes * stretch / 5) * 5))
    circle.truth[exchange.id] = minutes
    ends_at = exchange.starts_at + timedelta(minutes=minutes)
    first = rules.waking(ends_at + timedelta(hours=dice.lognormvariate(math.log(2), 1)))
    second = rules.waking(first + timedelta(hours=dice.lognormvariate(math.log(6), 1)))
    draw = dice.random()
    if draw < BOTH_SAY + HELPER_ONLY:
        _note(circle, first, lambda: _say(circle, exchange.id, helper, minutes))
    if draw < BOTH_SAY:
        apart = dice.choice((-30, -15, 15, 30)) if dice.random() < REMEMBER_APART else 0
        heard = max(10, minutes + apart)
        insists = dice.random() < INSIST
        _note(circle, second, lambda: _answer(circle, exchange.id, member, heard, insists))
    elif BOTH_SAY + HELPER_ONLY < draw < BOTH_SAY + HELPER_ONLY + MEMBER_ONLY:
        _note(circle, first, lambda: _say(circle, exchange.id, member, minutes))
    if dice.random() < UNDONE:
        later = rules.waking(second + timedelta(days=2))
        _note(circle, later, lambda: _undo(circle, exchange.id))


async def _answer(circle: Circle, exchange_id: UUID, member_id: UUID, minutes: int, insists: bool) -> None:
    """The second side speaks; asked whether the other is right, they mostly say yes."""
    heard = await _say(circle, exchange_id, member_id, minutes)
    if heard is not None and heard.other_minutes is not None:
        again = minutes if insists else heard.other_minutes
        later = rules.waking(clock.now() + timedelta(hours=1))
        _note(circle, later, lambda: _say(circle, exchange_id, member_id, again))


async def _say(
    circle: Circle, exchange_id: UUID, person_id: UUID, minutes: int
) -> confirming.Confirmation | None:
    try:
        return await confirming.confirm(circle.acting(person_id), exchange_id, person_id, minutes)
    except (errors.NotNow, errors.NotAllowed):
        return None


async def _withdraw(circle: Circle, exchange_id: UUID, helper_id: UUID, looking_again: Act) -> None:
    await visiting.withdraw(circle.acting(helper_id), exchange_id)
    await looking_again()


async def _undo(circle: Circle, exchange_id: UUID) -> None:
    circle.truth[exchange_id] = max(10, circle.truth[exchange_id] - 15)
    await confirming.undo(circle.office, exchange_id, "the minutes of another visit")


def _note(circle: Circle, at: datetime, act: Act) -> None:
    """Note it; where by then the exchange has gone another way, nothing happens."""

    async def if_still_so() -> None:
        try:
            await act()
        except (errors.NotNow, errors.NotAllowed):
            return

    circle.diary.note(at, if_still_so)


def _helper(exchange: Exchange) -> UUID:
    if exchange.helper_id is None:
        raise AssertionError("an agreed visit has a helper")
    return exchange.helper_id
