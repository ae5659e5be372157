"""No more texts, texts again, and numbers that are not whom we thought."""

from datetime import timedelta

from timebank import clock
from timebank.members import numbers
from timebank.messaging import outbox, stopping
from timebank.messaging.reading.plain import bare, plain
from workers.conversation.talk import Talk

TOLD_AGAIN_AFTER = timedelta(days=1)
# The carrier has answered these words itself, and lets no text of ours through after them.
CARRIERS_OWN = frozenset({"stop", "unsubscribe", "end", "quit", "stopall", "revoke", "optout", "cancel"})


async def stop(talk: Talk) -> None:
    """No more texts to this number, whoever shares it; an organiser rings where a visit is ahead."""
    await stopping.stop(talk.timebank.id, talk.text.number, "words")
    if bare(plain(talk.body)) not in CARRIERS_OWN:
        await talk.say_even_if_stopped("stopped")
    await talk.close_question()
    if talk.openings:
        await talk.lay(
            "stopped_texts", f"{talk.who()} wants no more texts, and has visits open. Please ring."
        )


async def start(talk: Talk) -> None:
    """Texts may go to this number again."""
    await stopping.start(talk.timebank.id, talk.text.number)
    await talk.say("started")


async def wrong_number(talk: Talk) -> None:
    """Somebody else has this number: one apology, nothing personal, and nothing more is sent there."""
    await talk.lay("wrong_number")
    await talk.say("wrong_number")
    await talk.close_question()
    await stopping.stop(talk.timebank.id, talk.text.number, "words")


async def stranger(talk: Talk) -> None:
    """A number we do not know: who we are and which number to ring; the words go to the desk.

    A short code or a name is no telephone: nothing can be texted back to it. And a number is told once a
    day, so that two machines never talk to each other for ever.
    """
    number, since = talk.text.number, clock.now() - TOLD_AGAIN_AFTER
    was_told = await outbox.went_since(talk.timebank.id, number, ("unknown_number",), since)
    if numbers.read_or_none(number) is not None and not was_told:
        await talk.say("unknown_number")
    await talk.lay("not_understood")
