"""How neighbours answer: some at once, most by the next day, many not at all."""

import math
from datetime import timedelta
from uuid import UUID

from timebank import clock, database, errors
from timebank.commands.demonstration import visits
from timebank.commands.demonstration.circle import Circle
from timebank.commands.demonstration.diary import Act
from timebank.scheduling import answering, rules
from timebank.scheduling.exchanges import Exchange

NO_CHANCE = 0.12
YES_HOURS, NO_HOURS, SPREAD = 38.0, 2.0, 1.1
CONTENT_CHANCE = 0.92

# What has just been asked, by whatever use case: the play reads it as the neighbours' telephones do.
_JUST_ASKED = """
SELECT exchange_id, helper_id FROM asks WHERE timebank_id = $1 AND state = 'asked' AND asked_at = $2
"""


async def notice(circle: Circle) -> None:
    """Whoever has been asked at this moment begins to think about it."""
    asked = await database.rows(_JUST_ASKED, circle.id, clock.now())
    news = [(row["exchange_id"], row["helper_id"]) for row in asked]
    for exchange_id, helper_id in sorted(news, key=lambda one: circle.people[one[1]].place):
        if (exchange_id, helper_id) not in circle.heard:
            circle.heard.add((exchange_id, helper_id))
            _think(circle, exchange_id, helper_id)


def _think(circle: Circle, exchange_id: UUID, helper_id: UUID) -> None:
    helper = circle.people[helper_id]
    dice = circle.dice("answer", circle.number[exchange_id], helper.place)
    draw = dice.random()
    if draw < helper.habit.yes:
        wait = dice.lognormvariate(math.log(YES_HOURS), SPREAD)
        _note(circle, wait, lambda: say_yes(circle, exchange_id, helper_id))
    elif draw < helper.habit.yes + NO_CHANCE:
        wait = dice.lognormvariate(math.log(NO_HOURS), SPREAD)
        _note(circle, wait, lambda: _say_no(circle, exchange_id, helper_id))


def _note(circle: Circle, hours: float, act: Act) -> None:
    circle.diary.note(rules.waking(clock.now() + timedelta(hours=hours)), act)


async def say_yes(circle: Circle, exchange_id: UUID, helper_id: UUID) -> bool:
    """Accept; whether it was in time, and theirs to accept."""
    try:
        agreed = await answering.accept(circle.acting(helper_id), exchange_id, helper_id)
    except errors.Refusal:
        return False
    settled(circle, agreed)
    return True


async def _say_no(circle: Circle, exchange_id: UUID, helper_id: UUID) -> None:
    await answering.decline(circle.acting(helper_id), exchange_id, helper_id)
    await notice(circle)


def settled(circle: Circle, exchange: Exchange) -> None:
    """Somebody is coming, or would: the member approves where they wished to; then the visit is expected."""
    if exchange.state == "agreed":
        visits.expect(circle, exchange, lambda: notice(circle))
    elif exchange.state == "offered":
        wait = circle.dice("approve", circle.number[exchange.id]).uniform(0.5, 6)
        _note(circle, wait, lambda: _approve(circle, exchange.id, exchange.member_id))


async def _approve(circle: Circle, exchange_id: UUID, member_id: UUID) -> None:
    actor = circle.acting(member_id)
    content = circle.dice("content", circle.number[exchange_id]).random() < CONTENT_CHANCE
    try:
        if content:
            settled(circle, await answering.approve(actor, exchange_id))
        else:
            await answering.refuse(actor, exchange_id)
            await notice(circle)
    except errors.NotNow:
        return
