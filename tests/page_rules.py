"""What every page must be, whoever fetched it and whatever it is about.

    page_rules.check(html, status=200)

raises an AssertionError that lists all that is wrong. tests/browser.py calls
it on every page, so that each test of anything is a test of its pages too.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

from tests import readability
from tests.html_tree import Node, parse

HARDEST_GRADE = 6.0
FEWEST_WORDS_TO_GRADE = 40  # the formula is meant for passages; a button or two has no grade
DEMONSTRATION = "Demonstration data"
FIELDS = ("input", "select", "textarea")
BLOCKS = ("p", "li", "h1", "h2", "h3", "label", "legend", "div", "dd", "dt", "button", "summary")
NOT_PROSE = ("table", "dl", "nav", "button", "svg", "select")
ADDRESSES = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "form": "action",
    "button": "formaction",
}


def check(html: str, *, demonstration: bool = False, graded: bool = True) -> Node:
    """The page as a tree, if it is as every page must be."""
    page = parse(html)
    wrong = [*faults(page, demonstration=demonstration)]
    if graded:
        wrong += too_hard(page)
    assert not wrong, "this page is not as a page must be:\n  " + "\n  ".join(wrong)
    return page


def faults(page: Node, *, demonstration: bool) -> Iterator[str]:
    """One sentence for each thing that is wrong."""
    yield from _headings(page)
    yield from _language(page)
    yield from _ids(page)
    yield from _labels(page)
    yield from _inside(page)
    yield from _nothing_inline(page)
    yield from _pictures(page)
    if demonstration and DEMONSTRATION not in page.text:
        yield "does not say that it shows demonstration data"
    if "debt" in page.text.lower().split():
        yield 'uses the word "debt"'


def too_hard(page: Node) -> Iterator[str]:
    """Whether the main part reads harder than grade 6 (tables and lists of facts are left out)."""
    blocks = list(prose(page))
    if readability.word_count(blocks) < FEWEST_WORDS_TO_GRADE:
        return
    grade = readability.grade(blocks)
    if grade > HARDEST_GRADE:
        hardest = sorted(blocks, key=lambda block: readability.grade([block]))[-3:]
        yield f"reads at grade {grade:.1f}, more than {HARDEST_GRADE}; hardest: {hardest}"


def prose(page: Node) -> Iterator[str]:
    """The blocks of text of the main part, in order."""
    main = page.first("main")
    if main is not None:
        yield from _blocks(main)


def _blocks(node: Node) -> Iterator[str]:
    own: list[str] = []
    for child in node.children:
        if isinstance(child, str):
            own.append(child)
        elif child.tag in NOT_PROSE:
            continue
        elif child.tag in BLOCKS or child.first(*BLOCKS) is not None:
            yield from _blocks(child)
        else:
            own.append(child.text)
    words = " ".join(" ".join(own).split())
    if words:
        yield words


def _headings(page: Node) -> Iterator[str]:
    headings = [heading.text for heading in page.every("h1")]
    title = page.first("title")
    if len(headings) != 1:
        yield f"has {len(headings)} main headings: {headings}"
        return
    words = title.text if title else ""
    has_errors = any(node.has_class("govuk-error-summary") for node in page.every("div"))
    if words.startswith("Error: ") != has_errors:
        yield f'the title "{words}" and the list of errors do not agree'
    if not words.removeprefix("Error: ").startswith(headings[0]):
        yield f'the title "{words}" does not begin with the heading "{headings[0]}"'
    levels = [int(node.tag[1]) for node in page.every("h1", "h2", "h3", "h4") if _in_main(page, node)]
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield f"a level of heading is left out: {levels}"


def _in_main(page: Node, node: Node) -> bool:
    """Error summaries stand before the heading, so they are left out of the order."""
    main = page.first("main")
    return (
        main is not None
        and any(found is node for found in main.every(node.tag))
        and not node.has_class("govuk-error-summary__title")
    )


def _language(page: Node) -> Iterator[str]:
    html = page.first("html")
    if html is None or html.get("lang") != "en-GB":
        yield "is not said to be in British English"


def _ids(page: Node) -> Iterator[str]:
    ids = [found for node in page.every() if (found := node.get("id")) is not None]
    yield from (
        f'the id "{name}" is there {count} times' for name, count in Counter(ids).items() if count > 1
    )
    known = set(ids)
    for node in page.every():
        for name in ("aria-describedby", "aria-labelledby", "for"):
            lost = set((node.get(name) or "").split()) - known
            if lost:
                yield f"<{node.tag}> speaks of {sorted(lost)}, which is not there"
    for link in page.every("a"):
        address = link.get("href") or ""
        if address.startswith("#") and address[1:] not in known:
            yield f'a link leads to "{address}", which is not there'


def _labels(page: Node) -> Iterator[str]:
    labelled = {label.get("for") for label in page.every("label")}
    for field in page.every(*FIELDS):
        if field.get("type") in ("hidden", "submit"):
            continue
        if field.get("id") not in labelled and not field.get("aria-label"):
            yield f'the field "{field.get("name")}" has no label'
    for button in page.every("button"):
        if not button.text and not button.get("aria-label"):
            yield "a button says nothing"
    for link in page.every("a"):
        if not link.text and not link.get("aria-label"):
            yield f'the link to "{link.get("href")}" says nothing'


def _inside(page: Node) -> Iterator[str]:
    """Nothing is fetched from another host or leads there; tel: and mailto: are no hosts."""
    for node in page.every(*ADDRESSES):
        address = node.get(ADDRESSES[node.tag])
        parts = urlsplit(address or "")
        if parts.netloc or parts.scheme not in ("", "tel", "mailto"):
            yield f'<{node.tag}> leads to another host: "{address}"'


def _nothing_inline(page: Node) -> Iterator[str]:
    for node in page.every():
        if node.tag == "style" or (node.tag == "script" and node.get("src") is None):
            yield f"has an inline <{node.tag}>, which the browser is told to refuse"
        by_hand = [name for name in node.attributes if name == "style" or name.startswith("on")]
        if by_hand:
            yield f"<{node.tag}> has {by_hand}, which the browser is told to refuse"


def _pictures(page: Node) -> Iterator[str]:
    for picture in page.every("img"):
        if picture.get("alt") is None:
            yield f'the picture "{picture.get("src")}" has no alt'
