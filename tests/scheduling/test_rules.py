"""The table of moves and the rules about time, on their own."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebank import errors
from timebank.scheduling import rules

MOMENTS = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=730)).map(
    lambda after: datetime(2026, 1, 1, tzinfo=UTC) + after
)
PATIENCE = timedelta(hours=2)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_every_state_can_be_reached_and_every_unended_one_left() -> None:
    reached = set(rules.MOVES.values())
    left = {state for state, _ in rules.MOVES}
    assert reached | {"asked"} == set(get_args(rules.State))
    assert left >= set(get_args(rules.State)) - rules.ENDED


def test_only_a_confirmed_exchange_can_be_taken_up_again_after_its_end() -> None:
    assert {(state, move) for state, move in rules.MOVES if state in rules.ENDED} == {("confirmed", "undo")}


def test_credits_move_only_by_the_moves_that_lead_to_confirmed() -> None:
    confirming = {move for (_, move), after in rules.MOVES.items() if after == "confirmed"}
    assert confirming == {"agree", "stand", "decide"}


def test_a_move_that_is_not_in_the_table_is_refused_with_the_facts() -> None:
    with pytest.raises(errors.NotNow) as refused:
        rules.after("lapsed", "accept")
    assert refused.value.facts == {"state": "lapsed", "move": "accept"}


@pytest.mark.parametrize(
    ("own", "other", "heard", "move"),
    [
        (45, None, False, "say"),
        (45, 45, False, "agree"),
        (45, 60, False, "differ"),
        (45, 45, True, "agree"),
        (45, 60, True, "still_differ"),
    ],
)
def test_what_a_statement_of_minutes_is(own: int, other: int | None, heard: bool, move: str) -> None:
    assert rules.confirming(own, other, other_was_heard_by_both=heard) == move


@given(MOMENTS, st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=60)))
def test_an_answer_is_waited_for_only_in_waking_hours(now: datetime, ahead: timedelta) -> None:
    until = rules.answer_by(now, now + ahead, PATIENCE, urgent=False)
    local = until.astimezone(rules.LONDON).time()
    assert until > now
    assert rules.DAY_BEGINS <= local < rules.DAY_ENDS


def test_an_answer_asked_for_in_the_evening_is_waited_for_until_the_morning() -> None:
    until = rules.answer_by(utc("2026-11-24T19:30"), utc("2026-11-27T10:00"), PATIENCE, urgent=False)
    assert until == utc("2026-11-25T09:00") or until == utc("2026-11-25T11:00")


def test_an_urgent_need_waits_a_quarter_of_an_hour_even_at_night() -> None:
    now = utc("2026-11-24T23:00")
    assert rules.answer_by(now, now + timedelta(hours=3), PATIENCE, urgent=True) == now + timedelta(
        minutes=15
    )


def test_little_time_left_makes_for_little_patience() -> None:
    now = utc("2026-11-24T10:00")
    assert rules.answer_by(now, now + timedelta(hours=2), PATIENCE, urgent=False) == now + timedelta(
        minutes=30
    )


def test_a_reminder_comes_at_five_on_the_day_before_also_over_the_change_of_clocks() -> None:
    # The clocks go back in the night to Sunday 25 October 2026.
    visit = utc("2026-10-25T10:00")
    assert rules.remind_at(visit, utc("2026-10-20T10:00")) == utc("2026-10-24T16:00")


def test_a_visit_agreed_on_the_day_is_reminded_of_two_hours_before_or_not_at_all() -> None:
    visit = utc("2026-11-24T15:00")
    assert rules.remind_at(visit, utc("2026-11-24T09:00")) == utc("2026-11-24T13:00")
    assert rules.remind_at(visit, utc("2026-11-24T13:30")) is None
