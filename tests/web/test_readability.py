"""The measure of the pages is itself measured."""

import pytest

from tests import readability

KNOWN = {
    1: "help hope hoped tries rang tired cared life fire tea changed friend quite blue hour one",
    2: "table address wanted boxes houses visit little apples agreed reason being trying settled question "
    "nation union people neighbour evening quiet because before lion idle machine",
    3: "telephone privacy piano area idea prescription gardening hospital easier earlier "
    "services beautiful confirming somebody",
    4: "organiser emergency information commissioner variety equality",
    6: "accessibility",
}


@pytest.mark.parametrize(
    ("count", "word"), [(n, word) for n, words in KNOWN.items() for word in words.split()]
)
def test_syllables(count: int, word: str) -> None:
    """As a dictionary divides them."""
    assert readability.syllables(word) == count


def test_the_formula() -> None:
    """0.39 x 5/1 + 11.8 x 5/5 - 15.59, worked by hand, and a block without a full stop is a sentence."""
    assert readability.grade(["The cat sat on it"]) == pytest.approx(0.39 * 5 + 11.8 - 15.59)
    assert readability.grade(["The cat sat.", "A dog ran"]) == pytest.approx(0.39 * 3 + 11.8 - 15.59)
    assert readability.grade([]) == 0


def test_an_office_letter_is_too_hard() -> None:
    """And the same in plain words is not."""
    office = (
        "Applications for assistance must be submitted electronically and will be considered in accordance "
        "with the eligibility criteria published by the administering organisation."
    )
    plain = "Tell us what you need. We will find a neighbour who can come, and we will ring you."
    assert readability.grade([office]) > 14
    assert readability.grade([plain]) < 3
