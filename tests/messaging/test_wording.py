"""Every wording, filled with the longest names and labels: one segment, kind, plain, and safe to send."""

import csv
import re
from pathlib import Path

import pytest

from timebank import hours
from timebank.messaging import fitting, segments, wording

LABELS = [
    row["label"]
    for row in csv.DictReader(
        (Path(wording.__file__).parents[1] / "listings" / "tasks.csv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
]
LONGEST = {
    "name": "Maximiliana-Josephine",
    "member": "Christopher-Bartholomew",
    "helper": "Oluwaseunfunmi Grace",
    "other": "Anastasia-Evangelina",
    "who": "Bartholomew-James",
    "timebank": "Stratford Neighbours",
    "phone": "020 7946 0958",
    "what": max(LABELS, key=lambda label: len(wording.in_a_sentence(label))),
    "when": "Wed 30 Sep, 10.45am",
    "long": hours.words(11 * 60 + 45),
    "minutes": hours.words(11 * 60 + 45),
    "more": hours.words(14 * 60 + 45),
    "balance": hours.balance_words(-(4 * 60 + 45)),
    "area": "SW1A",
    "address": "Flat 127, Constantinople House, 145 Westmoreland Terrace, SW1V 4AB",
    "words": "the bus has broken down at the Old Kent Road and they say another will come in 20 minutes",
    "code": "9876",
    "deed": "somebody else, please",
    "choices": "YES 9876 painting, Wed 30 Sep, 10.45am, or YES 9875 cooking, Wed 30 Sep, 10am, or",
    "visits": "47 Wed 30 Sep, 10.45am, Christopher, painting; 52 Thu 1 Oct, 10.45am, Bartholomew, and others",
    "people": "Margaret (1), Christopher (2), Bartholomew (3), Anastasia (4), Maximiliana (5) or Bill (6)",
    "now": "it is agreed with somebody else, for Wed 30 Sep, 10.45am, at another house.",
}
ORDINARY = LONGEST | {
    "name": "Margaret",
    "member": "Bill",
    "helper": "Sunita",
    "other": "Sunita",
    "who": "Sunita",
    "timebank": "Brockley Circle",
    "what": "A lift",
    "when": "Thu 26 Nov, 2pm",
    "long": "1 hour",
    "minutes": "45 minutes",
    "more": "2 hours",
    "balance": "2 hours to spend",
    "area": "SE4",
    "address": "12 Wickham Road, SE4 1LT",
    "words": "bus is late",
    "code": "47",
    "deed": "45 minutes",
    "choices": "YES 47 or YES 52.",
    "visits": "47 Thu 26 Nov, 2pm, Sunita, a lift.",
    "people": "Margaret (1) or Bill (2)",
    "now": "Somebody else said yes.",
}
# Carriers take CANCEL, END and QUIT for STOP, so nobody may ever be asked to text one of them.
NEVER = re.compile(
    r"\b(?:cancel|end|quit|revoke|optout|unsubscribe)\b|\bdebts?\b|\bowes?\b|\bowed\b|\bowing\b|\boverdraw|\balone\b|"
    r"\b(?:ill|unwell|poorly|hospital|away|lonely|vulnerable)\b|\bfailed\b|\binvalid\b|\berror\b|[:;]-?\)",
    re.IGNORECASE,
)
# Said only to somebody who has agreed to the visit.
MAY_HOLD_AN_ADDRESS = {"agreed_helper", "reminder_helper"}
NAMELESS = {
    "sign_in_code",
    "stopped",
    "unknown_number",
    "wrong_number",
    "which_person",
    "emergency_999",
    "help",
}
HARDEST_GRADE = 7.5


@pytest.mark.parametrize("name", wording.names())
def test_every_wording_fits_one_segment_with_the_longest_facts(name: str) -> None:
    body = wording.render(name, LONGEST)
    assert segments.fits_one_segment(body), (sum(map(len, body)), body)


@pytest.mark.parametrize("label", LABELS)
def test_every_kind_of_help_fits_and_reads_inside_a_sentence(label: str) -> None:
    words = wording.in_a_sentence(label)
    assert len(words) <= 27
    assert not NEVER.search(words)
    assert segments.fits_one_segment(wording.render("ask_helper", LONGEST | {"what": label}))


@pytest.mark.parametrize("name", wording.names())
def test_no_wording_says_what_must_never_be_said(name: str) -> None:
    body = wording.render(name, ORDINARY)
    assert not NEVER.search(body), body
    assert ORDINARY["timebank"] in body, "a text names the service"
    assert "{" not in body
    assert name in MAY_HOLD_AN_ADDRESS or "address" not in wording.placeholders(name)
    assert wording.placeholders(name) <= ORDINARY.keys(), "a fact that nobody passes"


@pytest.mark.parametrize("name", sorted(set(wording.names()) - NAMELESS))
def test_every_wording_to_a_person_begins_with_their_name(name: str) -> None:
    opening = wording.render(name, ORDINARY)[:30]
    assert "Margaret" in opening


@pytest.mark.parametrize("name", wording.names())
def test_every_wording_is_easy_to_read(name: str) -> None:
    assert grade(wording.render(name, ORDINARY)) <= HARDEST_GRADE


def test_a_missing_fact_is_our_own_bug() -> None:
    with pytest.raises(KeyError):
        wording.render("ask_helper", {"name": "Margaret"})
    with pytest.raises(KeyError):
        wording.render("no_such_wording", {})


def test_letters_that_telephones_lack_are_made_plain() -> None:
    assert fitting.fact("Siân Ŵyn O’Brien 👍 [b] €5") == "Sian Wyn O'Brien (b) EUR 5"
    assert fitting.fact("Zoë José Łucja") == "Zoe José Lucja"
    assert segments.is_gsm7(fitting.fact("Çağlar ñandú ŷ 日本 \u200b"))


def test_a_long_name_loses_its_second_half() -> None:
    assert fitting.cut("Mary-Elizabeth Anne", 15) == "Mary-Elizabeth"
    assert fitting.cut("Bartholomew", 6) == "Bartho"
    assert fitting.cut("Bill", 12) == "Bill"


def test_a_kind_of_help_begins_a_sentence_with_a_capital() -> None:
    facts = ORDINARY | {"what": "A lift"}
    assert "for a lift" in wording.render("agreed_member", facts)
    assert ". A lift" in wording.render("cancelled_ok", facts)


def grade(words: str) -> float:
    """Flesch–Kincaid grade, with syllables counted as runs of vowels; numbers and codes left out."""
    plain = re.sub(r"[\d:]+(?:am|pm)?|YES|NO|DONE|STOP|START", " ", words)
    count = max(1, len(re.findall(r"[.!?](?:\s|$)", plain)))
    found = re.findall(r"[A-Za-z']+", plain)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower())))) for word in found)
    return 0.39 * len(found) / count + 11.8 * syllables / len(found) - 15.59
