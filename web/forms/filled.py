"""A form as it stands: what was typed, and what we still need.

The same value shows an empty form, a form to put right and a form half-way
through several pages; templates read it through parts/form.html.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Typed = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Filled:
    """`typed`: every value sent, by field. `errors`: one kind sentence by field, in the page's order.

    `kept` names the answers of earlier pages that travel along as hidden fields.
    `anchors` says where an error points when the field's own name is not an id on the page.
    """

    typed: Typed = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)

    def value(self, name: str) -> str:
        """What was typed in a field; empty when nothing was."""
        return next(iter(self.typed.get(name, ())), "")

    def chosen(self, name: str, option: str) -> bool:
        """Whether this option was chosen (radios and ticks alike)."""
        return option in self.typed.get(name, ())

    def error(self, name: str) -> str | None:
        """The kind sentence beside a field, if it needs one."""
        return self.errors.get(name)

    def anchor(self, name: str) -> str:
        """The id that the error summary links to."""
        return self.anchors.get(name, name)

    def kept_pairs(self) -> Iterable[tuple[str, str]]:
        """The hidden fields of earlier answers."""
        return [(name, value) for name in self.kept for value in self.typed.get(name, ())]

    def needing(self, **errors: str) -> "Filled":
        """The same form with more said about it: `form.needing(code="That is not the code we sent")`."""
        return Filled(self.typed, {**self.errors, **errors}, self.kept, self.anchors)

    def keeping(self, *names: str) -> "Filled":
        """The same form, taking these answers along."""
        return Filled(self.typed, self.errors, names, self.anchors)


def empty(**values: str) -> Filled:
    """A form nobody has filled in yet, with what we already know."""
    return Filled({name: (value,) for name, value in values.items()})
