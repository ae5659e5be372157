"""Priya's mornings: what lies on the desk is dealt with, by telephone and with patience."""

from datetime import date, time, timedelta
from uuid import UUID

from timebank import clock, errors
from timebank.commands.demonstration import answers
from timebank.commands.demonstration.circle import Circle
from timebank.desk import items
from timebank.desk.items import DeskItem
from timebank.scheduling import answering, asking, confirming, exchanges
from timebank.scheduling.exchanges import Exchange

OPENS_AT = time(9, 40)
RINGS = 4
SAYS_YES_WHEN_RUNG = 0.34
GOES_AHEAD = 0.75
HAPPENED_AFTER_ALL = 0.8
REST = timedelta(minutes=30)
PATIENCE = timedelta(days=3)
_CHRISTMAS = ((12, 24), (1, 2))


def open_every_day(circle: Circle, first: date, last: date) -> None:
    """Note each working morning; at weekends and between Christmas and New Year the office is closed."""
    day = first
    while day <= last:
        if day.weekday() < 5 and not _is_christmas(day):
            circle.diary.note(clock.at(day, OPENS_AT), lambda: morning(circle))
        day += timedelta(days=1)


async def morning(circle: Circle) -> None:
    """Everything that has lain for half an hour."""
    laid_before = clock.now() - REST
    for item in await items.open_items(circle.id):
        if item.opened_at <= laid_before:
            await _deal_with(circle, item)


def _is_christmas(day: date) -> bool:
    return (day.month, day.day) >= _CHRISTMAS[0] or (day.month, day.day) <= _CHRISTMAS[1]


async def _deal_with(circle: Circle, item: DeskItem) -> None:
    exchange = await exchanges.get(circle.id, item.exchange_id) if item.exchange_id else None
    if exchange is None or item.kind == "by_telephone" or exchange.has_ended:
        await items.take_off(circle.office, item.id, "rung, and all is well")
    elif item.kind == "nobody_found":
        await _ring_round(circle, exchange)
    elif item.kind in ("please_ring", "out_of_scope"):
        await _ring_first(circle, exchange, item.kind)
    elif item.kind in ("not_confirmed", "minutes_differ", "nobody_came", "nobody_in"):
        await _decide(circle, exchange, item)
    else:
        await items.take_off(circle.office, item.id, "seen")


async def _ring_round(circle: Circle, exchange: Exchange) -> None:
    """With time left she lets neighbours think it over; then she rings those who might."""
    later = exchange.starts_at > clock.now() + PATIENCE
    if later or not exchange.is_open or exchange.state == "offered":
        return
    found = await asking.suggestions(circle.id, exchange.id)
    for one in found[:RINGS]:
        dice = circle.dice("rung", circle.number[exchange.id], circle.people[one.helper_id].place)
        chance = SAYS_YES_WHEN_RUNG * (1 if one.offers_it else 0.5)
        if dice.random() < chance and await _said_yes(circle, exchange.id, one.helper_id):
            return


async def _said_yes(circle: Circle, exchange_id: UUID, helper_id: UUID) -> bool:
    try:
        agreed = await answering.accept(circle.office, exchange_id, helper_id)
    except errors.Refusal:
        return False
    answers.settled(circle, agreed)
    return True


async def _ring_first(circle: Circle, exchange: Exchange, kind: str) -> None:
    if exchange.state not in ("asked", "asking"):
        return
    goes_ahead = circle.dice("ahead", circle.number[exchange.id]).random() < GOES_AHEAD
    if kind == "please_ring" and goes_ahead:
        await asking.agree_beyond_floor(circle.office, exchange.id)
        await answers.notice(circle)
    else:
        reason = "The Age Advice line knows who can." if kind == "out_of_scope" else "Let us talk next month."
        await asking.decline_request(circle.office, exchange.id, reason)


async def _decide(circle: Circle, exchange: Exchange, item: DeskItem) -> None:
    truth = circle.truth.get(exchange.id, 0)
    if item.kind == "not_confirmed" and item.opened_at > clock.now() - timedelta(days=2):
        return  # a little patience first: most say it within a day or two
    happened = circle.dice("happened", circle.number[exchange.id]).random() < HAPPENED_AFTER_ALL
    minutes = truth if item.kind == "minutes_differ" or happened else 0
    if item.kind in ("nobody_came", "nobody_in"):
        minutes = 0
    try:
        await confirming.decide(circle.office, exchange.id, minutes)
    except errors.NotNow:
        await items.take_off(circle.office, item.id, "settled meanwhile")
