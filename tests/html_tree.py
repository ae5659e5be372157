"""HTML as a tree, from the standard library's tokens, for tests that read pages.

Stricter than a browser: every element that is opened must be closed, in order,
so that a template's slip is found here and not by somebody's screen reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
SILENT = frozenset({"script", "style", "template"})


class NotWellFormed(AssertionError):
    """An element is not closed, or closed in the wrong place."""


@dataclass
class Node:
    """One element; `children` holds nodes and text in order. Attributes without a value are ""."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def every(self, *tags: str) -> Iterator["Node"]:
        """This element's descendants of these tags (all when none is given), in the page's order."""
        for child in self.children:
            if isinstance(child, Node):
                if not tags or child.tag in tags:
                    yield child
                yield from child.every(*tags)

    def first(self, *tags: str) -> "Node | None":
        """The first descendant of these tags."""
        return next(self.every(*tags), None)

    def get(self, name: str) -> str | None:
        """An attribute, or None."""
        return self.attributes.get(name)

    def has_class(self, name: str) -> bool:
        """Whether the class list holds a name."""
        return name in self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """What a person reads, spaces put in order."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in SILENT:
                yield from child._words()
                yield "" if child.tag in INLINE else " "


INLINE = frozenset({"a", "abbr", "b", "em", "i", "span", "strong", "time"})


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("document")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) != len(names):
            raise NotWellFormed(f"<{tag}> has an attribute twice: {names}")
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        here = self._open.pop()
        if here.tag != tag:
            raise NotWellFormed(f"</{tag}> closes <{here.tag}> at line {self.getpos()[0]}")

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse(html: str) -> Node:
    """The document as a tree. Raises `NotWellFormed`."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    if len(builder._open) != 1:
        raise NotWellFormed(f"never closed: {[node.tag for node in builder._open[1:]]}")
    return builder.root
