"""Kinds of help from free words, measured on phrasings that the phrase files were not written from."""

from pathlib import Path

from timebank.messaging.reading import phrasebook, what
from timebank.messaging.reading.plain import plain

LEAST_TOP_THREE = 0.9
LEAST_TOP_ONE = 0.8


def held_out() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("held_out_tasks.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" | ", 1) for line in lines if " | " in line and not line.startswith("#")]
    return [(slug, text) for slug, text in pairs]


def test_every_kind_has_a_phrasing_held_out() -> None:
    assert sorted(slug for slug, _ in held_out()) == sorted(phrasebook.slugs())


def test_held_out_phrasings_find_their_kind() -> None:
    found = {text: [kind.slug for kind in what.best(plain(text))] for _, text in held_out()}
    first = sum(found[text][:1] == [slug] for slug, text in held_out())
    among = sum(slug in found[text] for slug, text in held_out())
    print(f"kinds on {len(found)} held-out phrasings: first {first}, among three {among}")
    assert among >= LEAST_TOP_THREE * len(found)
    assert first >= LEAST_TOP_ONE * len(found)


def test_words_that_tell_nothing_find_no_kind() -> None:
    for text in ("hello", "need some help with something", "asdfkj", "that is kind of you", ""):
        assert what.best(plain(text)) == ()


def test_a_misspelt_word_still_finds_its_kind() -> None:
    for text, slug in (
        ("presciption to collect", "prescription"),
        ("gardning please", "gardening"),
        ("lightbuld gone", "lightbulb"),
    ):
        assert slug in [kind.slug for kind in what.best(plain(text))], text


def test_every_line_of_the_phrase_files_finds_its_own_kind() -> None:
    folder = Path(phrasebook.__file__).with_name("phrases")
    lines = [
        (path.stem, line) for path in folder.glob("*.txt") for line in path.read_text().splitlines() if line
    ]
    right = sum(slug in [kind.slug for kind in what.best(plain(line))] for slug, line in lines)
    assert right >= 0.97 * len(lines)
