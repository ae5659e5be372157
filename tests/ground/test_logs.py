"""A telephone number never reaches a log whole."""

import logging

import pytest

from timebank import logs


@pytest.mark.parametrize(
    ("said", "logged"),
    [
        ("to +447700900123 at once", "to …123 at once"),
        ("07700 900123", "…123"),
        ("020 7946 0123", "…123"),
        ("0195f3c2-0123456789ab", "0195f3c2-0123456789ab"),
        ("2026-11-21T09:00:00Z took 0.0123456789 s", "2026-11-21T09:00:00Z took 0.0123456789 s"),
    ],
)
def test_only_the_last_three_digits_are_left(said: str, logged: str) -> None:
    event = logs.hide_numbers(logging.getLogger(), "info", {"event": said, "parts": 1})
    assert event == {"event": logged, "parts": 1}
