"""The checking client catches what it promises to catch."""

import pytest

from tests import page_rules
from tests.html_tree import NotWellFormed, parse

GOOD = """<!DOCTYPE html><html lang="en-GB"><head><title>Hello – Circle</title></head><body>
<main id="main"><h1>Hello</h1><p>{}</p></main></body></html>"""


def test_a_good_page_passes() -> None:
    """And comes back as a tree."""
    assert page_rules.check(GOOD.format("How are you?")).text.endswith("How are you?")


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        ("</p><h1>Again</h1><p>", "2 main headings"),
        ("</p><h3>Deep</h3><p>", "level of heading"),
        ('<a id="main" href="/">x</a>', 'the id "main" is there 2 times'),
        ('<input name="a" id="a">', "has no label"),
        ('<label for="b">x</label>', "which is not there"),
        ('<a href="#b">x</a>', "which is not there"),
        ('<a href="https://elsewhere.test/">x</a>', "another host"),
        ('<a href="//elsewhere.test/">x</a>', "another host"),
        ('<img src="https://elsewhere.test/a.png" alt="">', "another host"),
        ('<img src="/a.png">', "has no alt"),
        ("<script>1</script>", "inline <script>"),
        ('<span style="color: red">x</span>', "told to refuse"),
        ('<button onclick="x()">x</button>', "told to refuse"),
        ("<button></button>", "says nothing"),
        ("You are in debt", '"debt"'),
    ],
)
def test_each_slip_is_found(slip: str, words: str) -> None:
    """By name."""
    with pytest.raises(AssertionError, match=words):
        page_rules.check(GOOD.format(slip))


def test_titles_languages_and_strips() -> None:
    """The title begins with the heading; the language is British; a demonstration says so."""
    for slip in (GOOD.replace("<title>Hello", "<title>Bye"), GOOD.replace("en-GB", "en"),
                 GOOD.replace("<title>", "<title>Error: ")):  # fmt: skip
        with pytest.raises(AssertionError):
            page_rules.check(slip)
    with pytest.raises(AssertionError, match="demonstration"):
        page_rules.check(GOOD, demonstration=True)


def test_hard_words_are_found() -> None:
    """With the blocks that are hardest."""
    with pytest.raises(AssertionError, match="reads at grade"):
        page_rules.check(
            GOOD.format("Administrative eligibility considerations necessitate examination. " * 12)
        )


@pytest.mark.parametrize("html", ["<p><b>x</p></b>", "<p>x", "<a href=1 href=2>x</a>"])
def test_what_is_not_closed_is_found(html: str) -> None:
    """A browser would guess; we do not."""
    with pytest.raises(NotWellFormed):
        parse(html)
