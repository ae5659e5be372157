"""The steps a message takes after it was accepted. Pure.

queued -> sending -> sent -> delivered, or undelivered with a code. No callback is sent for the first state.
"""

from collections.abc import Sequence
from dataclasses import dataclass

FINAL = frozenset({"delivered", "undelivered", "failed", "canceled", "received"})
_ORDER = ("queued", "sending", "sent")
LANDLINE = 30006


@dataclass(frozen=True, slots=True)
class Step:
    """The next state of a message, with the carrier's error code where it failed."""

    status: str
    error_code: int | None = None


def ahead(status: str, error_code: int | None) -> list[Step]:
    """Every step still to come after `status`; `error_code` is how it will end, None when all goes well."""
    if status in FINAL:
        return []
    past = _ORDER.index(status) if status in _ORDER else 0
    last = Step("delivered") if error_code is None else Step("undelivered", error_code)
    return [*(Step(name) for name in _ORDER[past + 1 :]), last]


def told(steps: Sequence[Step], *, twice: bool, backwards: bool) -> list[Step]:
    """The callbacks for these steps in the order they are posted, when faults were asked for."""
    order = list(reversed(steps)) if backwards else list(steps)
    return [step for step in order for _ in range(2 if twice else 1)]
