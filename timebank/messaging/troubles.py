"""Texts that did not arrive: what is remembered of the number, and what a person must do.

Called in the transaction that writes the text's end.
"""

from timebank.desk import items
from timebank.messaging import rules, stopping
from timebank.messaging.claiming import Text
from timebank.messaging.forgetting import CODE_WAS_SENT

_KINDS: dict[rules.Meaning, items.Kind] = {
    "stopped": "stopped_texts",
    "wrong_number": "wrong_number",
}
_WORDS: dict[rules.Meaning, str] = {
    "stopped": "Has stopped our texts at the phone network. Please ring.",
    "wrong_number": "Our texts do not reach this number: it seems to be wrong. Please ring and check it.",
    "cannot_text": "This telephone cannot get texts. Please ring.",
    "try_once_more": "A text did not arrive, twice: the telephone may be switched off. Please ring.",
    "filtered": "The phone network held back a text to this number. Please ring.",
    "failed": "A text to this number did not arrive. Please ring.",
}


async def not_delivered(text: Text, code: str) -> None:
    """Act on a carrier's final word, and lay it on the desk with what the text said."""
    meaning = rules.meaning(code)
    if meaning == "stopped":
        await stopping.stop(text.timebank_id, text.number, "carrier")
    await _lay(text, _KINDS.get(meaning, "texts_failing"), _WORDS[meaning])


async def out_of_date(text: Text) -> None:
    """A text could not go before it lost its meaning."""
    await _lay(text, "texts_failing", "A text could not be sent in time. Please ring.")


async def _lay(text: Text, kind: items.Kind, words: str) -> None:
    # A code is nobody's to read but its owner's. It may still be good, and a matter on the desk stays.
    said = CODE_WAS_SENT if text.purpose == "sign_in_code" else text.body
    # One matter a number and kind: ten lost texts to one telephone are one call to make.
    await items.lay(
        text.timebank_id,
        kind,
        f"{kind}:{text.number}",
        f"{words} It said: {said}",
        person_id=text.person_id,
        number=text.number,
    )
