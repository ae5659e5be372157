"""From a refusal to words, kindly and with what is so now. One table for every use case."""

from timebank import errors
from timebank.scheduling.answering import Clash, NotAsked, TooLate
from workers.conversation.talk import Talk

_WORDS: dict[type[errors.Refusal], str] = {
    TooLate: "helper_too_late",
    Clash: "you_have_another",
    errors.GateClosed: "cannot_help_that_way",
    NotAsked: "nothing_open",
}


async def say(talk: Talk, refused: errors.Refusal) -> None:
    """Tell the sender why not; where there are no words for it, a person reads theirs."""
    wording = next((words for kind, words in _WORDS.items() if isinstance(refused, kind)), None)
    if wording is None or (talk.exchange is None and wording != "nothing_open"):
        await talk.lay("not_understood")
        wording = "not_understood"
    await talk.say(wording)
