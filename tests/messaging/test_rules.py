"""Quiet hours, waiting, and what carriers mean: pure rules."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebank.messaging import rules, segments
from web.handsets import segments as network_segments

NINE, EIGHT_PM = time(9), time(20)


@pytest.mark.parametrize(
    ("now", "urgent", "expected"),
    [
        ("2026-06-09T07:59:59Z", False, "2026-06-09T08:00:00Z"),  # one second to nine, British summer time
        ("2026-06-09T08:00:00Z", False, "2026-06-09T08:00:00Z"),
        ("2026-06-09T18:59:59Z", False, "2026-06-09T18:59:59Z"),
        ("2026-06-09T19:00:00Z", False, "2026-06-10T08:00:00Z"),
        ("2026-06-09T23:30:00Z", False, "2026-06-10T08:00:00Z"),  # half past midnight in London
        ("2026-06-09T23:30:00Z", True, "2026-06-09T23:30:00Z"),
        ("2026-12-09T08:30:00Z", False, "2026-12-09T09:00:00Z"),  # winter
        ("2026-10-24T19:30:00Z", False, "2026-10-25T09:00:00Z"),  # the clocks go back in the night
        ("2026-03-28T20:30:00Z", False, "2026-03-29T08:00:00Z"),  # and forward
    ],
)
def test_no_text_at_night(now: str, urgent: bool, expected: str) -> None:
    moment = rules.not_before(datetime.fromisoformat(now), NINE, EIGHT_PM, urgent=urgent)
    assert moment == datetime.fromisoformat(expected)


@given(st.integers(1_577_836_800, 2_051_222_400))
def test_every_text_that_can_wait_goes_by_day_and_soon(seconds: int) -> None:
    now = datetime.fromtimestamp(seconds, UTC)
    moment = rules.not_before(now, NINE, EIGHT_PM, urgent=False)
    assert now <= moment
    assert (moment - now).total_seconds() <= 14 * 3600
    assert NINE <= moment.astimezone(rules.LONDON).time() < EIGHT_PM


@given(st.integers(1, 32767), st.floats(0, 1), st.none() | st.floats(0, 3600))
def test_waits_are_bounded(attempts: int, chance: float, asked_for: float | None) -> None:
    wait = rules.wait_seconds(attempts, chance, asked_for)
    assert 1.0 <= wait <= max(rules.MOST_WAIT_SECONDS, asked_for or 0)
    assert wait >= (asked_for or 0)


WORDS = ["accepted", "queued", "sending", "sent", "delivered", "undelivered", "failed", "read", "nonsense"]


@given(st.permutations(["queued", "sending", "sent", "delivered"]))
def test_reports_in_any_order_say_the_same(order: list[str]) -> None:
    assert rules.furthest((word, None) for word in order) == ("delivered", None)


@given(st.lists(st.sampled_from(WORDS)), st.sampled_from(WORDS))
def test_one_more_report_never_moves_a_text_back(words: list[str], more: str) -> None:
    before = rules.furthest((word, None) for word in words)
    after = rules.furthest((word, None) for word in [*words, more])
    if before is not None:
        assert after is not None
        assert not rules.is_ahead(before[0], after[0])


def test_a_final_state_is_never_left() -> None:
    for final in ("delivered", "undelivered", "failed", "expired", "recorded"):
        for new in ("sent", "delivered", "undelivered", "failed"):
            assert not rules.is_ahead(rules.standing(new), rules.standing(final))


@pytest.mark.parametrize(
    ("body", "count", "fits"),
    [
        ("a" * 160, 1, True),
        ("a" * 161, 2, False),
        ("a" * 306, 2, False),
        ("a" * 307, 3, False),
        ("£5 at Mme Müller's?", 1, True),
        ("[" * 80, 1, True),
        ("[" * 81, 2, False),
        ("a" * 152 + "[" + "a" * 10, 2, False),
        ("It’s here", 1, False),
        ("’" * 70, 1, False),
        ("’" * 71, 2, False),
        ("ŵ" * 71, 2, False),
        ("🙂" * 35, 1, False),
        ("🙂" * 36, 2, False),
        ("", 1, True),
    ],
)
def test_segments(body: str, count: int, fits: bool) -> None:
    assert (segments.count(body), segments.fits_one_segment(body)) == (count, fits)


@given(st.text(st.sampled_from("aé€[’🙂\nΔ"), max_size=400))
def test_two_counters_agree(body: str) -> None:
    assert segments.count(body) == network_segments.count(body)


def test_typographic_letters_become_plain_ones() -> None:
    assert segments.plain("It’s “half” – 5\u00a0pm…") == 'It\'s "half" - 5 pm...'
    assert segments.is_gsm7(segments.plain("Don’t—wait…"))
