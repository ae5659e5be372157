"""An organiser's today on one screen."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from timebank import clock, database
from timebank.desk import items
from timebank.messaging import health
from timebank.scheduling import exchanges
from timebank.scheduling.exchanges import Exchange
from timebank.scheduling.tables import ExchangeRow

MOST_SHOWN = 100


@dataclass(frozen=True)
class Waiting:
    """A request out with neighbours: how many have been asked, until when they may answer."""

    exchange: Exchange
    asked: int
    answer_by: datetime | None


@dataclass(frozen=True)
class Today:
    """What an organiser has eleven minutes for, the most pressing first."""

    needs_someone: tuple[Exchange, ...]
    waiting: tuple[Waiting, ...]
    happening_today: tuple[Exchange, ...]
    not_confirmed: tuple[Exchange, ...]
    desk: tuple[items.DeskItem, ...]
    texts: health.Health


_OPEN_ASKS = """
SELECT exchange_id, count(*) AS asked, max(answer_by) AS answer_by FROM asks
WHERE timebank_id = $1 AND state = 'asked' GROUP BY exchange_id
"""


async def today(timebank_id: UUID) -> Today:
    """The board of one timebank, in a fixed number of questions to the database."""
    begins, ends = clock.day_bounds(clock.today(), clock.today())
    live = ExchangeRow.filter(timebank_id=timebank_id, ended_at=None)
    looked_for = (
        await live.filter(state__in=["asked", "asking", "offered"]).order_by("starts_at").limit(MOST_SHOWN)
    )
    on_the_day = await (
        ExchangeRow.filter(timebank_id=timebank_id, starts_at__gte=begins, starts_at__lt=ends)
        .filter(state__in=["agreed", "done", "half_confirmed", "confirmed", "disputed"])
        .order_by("starts_at")
        .limit(MOST_SHOWN)
    )
    unconfirmed = await (
        live.filter(state__in=["done", "half_confirmed", "disputed"]).order_by("starts_at").limit(MOST_SHOWN)
    )
    answers = {row["exchange_id"]: row for row in await database.rows(_OPEN_ASKS, timebank_id)}
    shown = {one.id: one for one in await exchanges.values({*looked_for, *on_the_day, *unconfirmed})}
    out = [row for row in looked_for if row.id in answers or row.state == "offered"]
    return Today(
        needs_someone=tuple(shown[row.id] for row in looked_for if row not in out),
        waiting=tuple(_waiting(shown[row.id], answers.get(row.id)) for row in out),
        happening_today=tuple(shown[row.id] for row in on_the_day),
        not_confirmed=tuple(shown[row.id] for row in unconfirmed),
        desk=tuple(await items.open_items(timebank_id)),
        texts=await health.of(timebank_id),
    )


def _waiting(exchange: Exchange, answers: dict[str, object] | None) -> Waiting:
    if answers is None:
        return Waiting(exchange, 0, None)
    answer_by = answers["answer_by"]
    return Waiting(
        exchange, int(str(answers["asked"])), answer_by if isinstance(answer_by, datetime) else None
    )
