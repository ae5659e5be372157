"""What holds of any text at all, whoever wrote it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import scenes
from timebank.clock import LONDON
from timebank.messaging.reading import lasting, reader, slate, what, when
from timebank.messaging.reading.plain import plain
from timebank.messaging.reading.values import INTENTS, OpenThing, When

_SAID = """
yes no ok sure please can cant you i we come late done 47 52 45 an hour half past to ten 10 2pm
tomorrow next tues friday week a on the 23rd 31/2 26/11 between and 4 noon morning tonight weekend
help stop start lift shopping bulb grass thanks balance visit cancel nobody came in fallen gas fire
lost if but unless ? . , £ 1h30
"""
WORDS = st.sampled_from(_SAID.split())
# A busy machine is no fault of the text.
patient = settings(deadline=None)

SENTENCES = st.lists(WORDS, max_size=14).map(" ".join)
TEXTS = st.one_of(st.text(max_size=300), SENTENCES)
CONTEXTS = st.sampled_from(sorted(scenes.SCENES)).map(lambda name: scenes.SCENES[name])
MOMENTS = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=LONDON) + timedelta(minutes=minutes)
)


@patient
@given(TEXTS, CONTEXTS, MOMENTS)
def test_any_text_is_read_as_something(text: str, context: tuple[OpenThing, ...], now: datetime) -> None:
    got = reader.read(text, context, now)
    assert got.intent in INTENTS
    assert len(got.slots.tasks) <= what.MOST_KINDS


@patient
@given(SENTENCES, st.sampled_from(["?", " if it is dry", " but not before 2", " unless it rains", " maybe"]))
def test_a_yes_with_a_condition_a_question_or_a_doubt_is_never_a_yes(rest: str, doubt: str) -> None:
    for scene in ("ask", "asks", "offer", "question_confirm"):
        for text in (f"yes {rest}{doubt}", f"ok {rest}{doubt}", f"{rest} yes{doubt}"):
            assert reader.read(text, scenes.SCENES[scene], scenes.NOW).intent != "yes", text


@patient
@given(SENTENCES)
def test_a_bare_yes_with_two_things_open_is_never_settled(rest: str) -> None:
    got = reader.read(f"yes {rest}", scenes.SCENES["asks"], scenes.NOW)
    if got.intent == "yes" and not got.clarify:
        assert len(got.refs) == 1
        named = "47" in rest.split() or "52" in rest.split()
        by_slot = any(word in rest for word in ("lift", "grass", "tues", "23rd"))
        stray = rest.split()[:1] in (["45"], ["10"])
        assert named or by_slot or stray, rest


@patient
@given(st.lists(WORDS.filter(lambda word: word not in {"stop", "please", "thanks"}), min_size=1, max_size=8))
def test_stop_inside_a_sentence_is_no_opt_out(words: list[str]) -> None:
    for text in (f"the bus stop {' '.join(words)}", f"i will stop {' '.join(words)} at the shop"):
        assert reader.read(text, (), scenes.NOW).intent != "stop", text


@patient
@given(TEXTS, MOMENTS, st.booleans())
def test_no_moment_read_is_past_or_missing_from_the_clock(text: str, now: datetime, asked: bool) -> None:
    board = slate.Slate(slate.in_figures(plain(text)))
    lasting.take(board)
    got = when.take(board, now, asked=asked)
    for day in (got.date, got.date_from):
        assert day is None or day >= now.date(), (text, got)
    for wall in (got.time, got.time_before):
        if got.date and wall:
            assert datetime.combine(got.date, wall) > now.replace(tzinfo=None), (text, got)
    if got.date and got.time:
        assert when.exists(got.date, got.time)


@patient
@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(0, 400))
def test_a_full_date_is_read_as_that_date(today: date, ahead: int) -> None:
    day = today + timedelta(ahead)
    now = datetime.combine(today, time(0, 1), LONDON)
    for text in (f"{day.day}/{day.month}/{day.year}", f"{day.day} {day:%B} {day.year}"):
        assert when.take(slate.Slate(plain(text)), now).date == day


def test_an_hour_that_the_spring_clock_leaves_out_is_not_read() -> None:
    night = datetime(2027, 3, 27, 10, tzinfo=LONDON)
    got = when.take(slate.Slate("tomorrow 1.30am"), night)
    assert (got.time, got.unsure) == (None, True)
    assert when.take(slate.Slate("tomorrow 2.30am"), night).time == time(2, 30)


def test_saying_nothing_of_a_moment_is_not_being_unsure() -> None:
    assert when.take(slate.Slate("the grass wants cutting"), scenes.NOW) == When()


@pytest.mark.parametrize("words", ["1" * 60 + " ring me", "11 " * 60 + "ring me", "07700900123" * 9 + " z"])
def test_a_long_row_of_figures_holds_nobody_up(words: str) -> None:
    visit = OpenThing("to_confirm", code="47", role="helps")
    assert reader.read(words, [visit], datetime(2026, 11, 26, 16, tzinfo=LONDON)).intent != "done"
