"""Answers that change nothing: hours, visits, help, thanks."""

from timebank import clock, hours, moments
from timebank.ledger import accounts
from timebank.scheduling.exchanges import Exchange
from workers.conversation import requesting
from workers.conversation.talk import Talk

MOST_VISITS_IN_A_TEXT = 2


async def balance(talk: Talk) -> None:
    """How much time there is to spend; below nothing, in kind words."""
    account = await accounts.of(talk.timebank.id, accounts.MEMBER, talk.sender.id)
    if account.balance < 0:
        await talk.say("balance_low_kind", more=hours.words(account.balance))
    else:
        await talk.say("balance", balance=hours.balance_words(account.balance))


async def my_visits(talk: Talk) -> None:
    """The next visits, given and received, the soonest first."""
    ahead = {one.exchange.id: one.exchange for one in talk.opened({"visit", "request", "offer"})}
    coming = sorted(
        (one for one in ahead.values() if one.ends_at > clock.now()), key=lambda one: one.starts_at
    )
    if not coming:
        await talk.say("no_visits")
        return
    told = [_told(one, talk) for one in coming[:MOST_VISITS_IN_A_TEXT]]
    more = len(coming) - len(told)
    await talk.say("my_visits", visits="; ".join(told) + (f"; and {more} more." if more else "."))


async def help_me(talk: Talk) -> None:
    """What this is and what can be texted."""
    await talk.say("help")


async def thanks(talk: Talk) -> None:
    """A kind word back."""
    await talk.say("thanks_ok")


def _told(exchange: Exchange, talk: Talk) -> str:
    is_member = exchange.member_id == talk.sender.id
    who = exchange.helper_first_name if is_member else exchange.member_first_name
    with_whom = f" with {who}" if who and not exchange.is_open else ", still asking"
    what = requesting.in_words(exchange.task)
    return f"{exchange.code} {moments.short(exchange.starts_at)}, {what}{with_whom}"
