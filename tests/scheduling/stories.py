"""The beginnings of stories about exchanges, so that a test tells only its own turn."""

from datetime import timedelta

from tests.cast import Player
from tests.the_clock import TheClock, at
from tests.worlds import Town
from timebank import identity
from timebank.desk import items
from timebank.ledger import accounts
from timebank.scheduling import answering, asking, due, exchanges
from timebank.scheduling.exchanges import Exchange

WEDNESDAY_TWO = at("2026-06-10 14:00")


async def asked(
    member: Player, task: str = "lightbulb", minutes: int = 60, *, approve_first: bool | None = None
) -> Exchange:
    wish = asking.Wish(task, WEDNESDAY_TWO, minutes, approve_first=approve_first)
    done = await asking.ask_for_help(member.by(), member.id, wish, exchange_id=identity.new_id())
    return done.exchange


async def agreed(member: Player, helper: Player, minutes: int = 60) -> Exchange:
    exchange = await asked(member, minutes=minutes)
    return await answering.accept(helper.by("text"), exchange.id, helper.id)


async def visited(member: Player, helper: Player, the_clock: TheClock, minutes: int = 60) -> Exchange:
    exchange = await agreed(member, helper, minutes)
    the_clock.reads(exchange.ends_at + timedelta(minutes=1))
    await due.run_due()
    return exchange


async def balance(person: Player) -> int:
    return (await accounts.of(person.timebank_id, accounts.MEMBER, person.id)).balance


async def held(person: Player) -> int:
    return (await accounts.of(person.timebank_id, accounts.MEMBER, person.id)).held


async def state_of(exchange: Exchange) -> str:
    return (await exchanges.get(exchange.timebank_id, exchange.id)).state


async def desk_kinds(town: Town) -> list[str]:
    return [item.kind for item in await items.open_items(town.id)]
