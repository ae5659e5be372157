"""What has happened before a page is opened, made through the use cases themselves."""

from datetime import timedelta
from uuid import UUID

from tests.cast import Player
from tests.the_clock import TheClock
from timebank import clock, identity
from timebank.scheduling import answering, asking, confirming, due
from timebank.scheduling.asking import Wish

IN_TWO_DAYS = timedelta(days=2)


async def asked(
    member: Player,
    task: str = "lightbulb",
    *,
    after: timedelta = IN_TWO_DAYS,
    minutes: int = 60,
    approve: bool = False,
    note: str = "",
) -> UUID:
    """Somebody has asked for help; the neighbours who offer it are asked."""
    wish = Wish(task, clock.now() + after, minutes, approve_first=approve, note=note)
    made = await asking.ask_for_help(member.by(), member.id, wish, exchange_id=identity.new_id())
    return made.exchange.id


async def agreed(
    member: Player,
    helper: Player,
    task: str = "lightbulb",
    *,
    after: timedelta = IN_TWO_DAYS,
    minutes: int = 60,
    note: str = "",
) -> UUID:
    """A neighbour has said yes."""
    exchange_id = await asked(member, task, after=after, minutes=minutes, note=note)
    await answering.accept(helper.by(), exchange_id, helper.id)
    return exchange_id


async def offered(member: Player, helper: Player, task: str = "gardening") -> UUID:
    """A neighbour has said yes to somebody who likes to approve first."""
    exchange_id = await asked(member, task, approve=True)
    await answering.accept(helper.by(), exchange_id, helper.id)
    return exchange_id


async def over(
    the_clock: TheClock, member: Player, helper: Player, task: str = "lightbulb", *, minutes: int = 60
) -> UUID:
    """A visit that has just been; nobody has said yet how long it was. The clock has moved on."""
    exchange_id = await agreed(member, helper, task, after=timedelta(hours=3), minutes=minutes)
    the_clock.passes(hours=3, minutes=minutes + 5)
    await due.run_due()
    return exchange_id


async def confirmed(
    the_clock: TheClock, member: Player, helper: Player, task: str = "lightbulb", *, minutes: int = 45
) -> UUID:
    """A visit that both have confirmed. The clock has moved on."""
    exchange_id = await over(the_clock, member, helper, task)
    await confirming.confirm(helper.by(), exchange_id, helper.id, minutes)
    await confirming.confirm(member.by(), exchange_id, member.id, minutes)
    return exchange_id


async def disputed(the_clock: TheClock, member: Player, helper: Player) -> UUID:
    """The two say different times, twice: an organiser decides."""
    exchange_id = await over(the_clock, member, helper)
    await confirming.confirm(helper.by(), exchange_id, helper.id, 60)
    await confirming.confirm(member.by(), exchange_id, member.id, 30)
    await confirming.confirm(helper.by(), exchange_id, helper.id, 60)
    return exchange_id
