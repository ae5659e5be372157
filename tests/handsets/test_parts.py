"""The pure parts of the pretend network."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.handsets import faults, keywords, numbers, segments, walk


@pytest.mark.parametrize(
    ("number", "possible", "landline"),
    [
        ("+447700900123", True, False),
        ("+441632960123", True, True),
        ("+442079460123", True, True),
        ("07700900123", False, False),
        ("+4477009001234", False, True),
        ("+14155552671", True, False),
    ],
)
def test_which_numbers_can_be(number: str, possible: bool, landline: bool) -> None:
    assert (numbers.is_possible(number), numbers.is_landline(number)) == (possible, landline)


def test_numbers_as_people_write_them() -> None:
    assert numbers.spoken("+447700900123") == "07700 900123"
    assert numbers.spoken("+442079460123") == "020 7946 0123"
    assert numbers.from_typed("(020) 7946-0123") == "+442079460123"
    assert numbers.from_typed(" 447700900123") == "+447700900123"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("’" * 70, 1),
        ("’" * 71, 2),
        ("🙂" * 36, 2),
    ],
)
def test_segments(body: str, count: int) -> None:
    assert segments.count(body) == count


@given(st.sampled_from(["queued", "sending", "sent", "delivered", "undelivered"]), st.none() | st.just(30003))
def test_every_walk_ends(status: str, code: int | None) -> None:
    steps = walk.ahead(status, code)
    assert bool(steps) == (status not in walk.FINAL)
    if steps:
        assert steps[-1] == (walk.Step("undelivered", code) if code else walk.Step("delivered"))


def test_a_failure_is_used_up() -> None:
    planned = [faults.Fault("429", "+447700900101", 1), faults.Fault("500", None, 2)]
    first, planned = faults.take(planned, "+447700900101", inbound=False)
    second, planned = faults.take(planned, "+447700900101", inbound=False)
    third, planned = faults.take(planned, "+447700900102", inbound=False)
    assert [each.kind for each in (first, second, third) if each] == ["429", "500", "500"]
    assert faults.take(planned, "+447700900102", inbound=False) == (None, [])


def test_a_keyword_is_the_whole_text() -> None:
    assert keywords.effect("stop", opted_out=False).stopped is True
    assert keywords.effect("stop it", opted_out=False) == keywords.Effect()
    assert keywords.effect("Help", opted_out=False).stopped is None
    assert keywords.effect("YES", opted_out=False) == keywords.Effect()
    assert keywords.effect("YES", opted_out=True).stopped is False
