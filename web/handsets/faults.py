"""Failures that someone asked for: for the next few texts, of one telephone or of any. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

KINDS = {
    "429": "Too many requests: refused, nothing is sent (429)",
    "500": "The network breaks: nothing is sent (500)",
    "500-sent": "The network breaks after it sent the text (500)",
    "timeout": "No answer in time, but the text is sent",
    "timeout-lost": "No answer in time, and the text is lost",
    "30003": "Accepted, then undelivered: telephone switched off (30003)",
    "30005": "Accepted, then undelivered: unknown number (30005)",
    "30006": "Accepted, then undelivered: a landline (30006)",
    "duplicate-webhook": "Every webhook comes twice",
    "out-of-order": "Reports come in the wrong order",
    "callback-first": "Reports come before the answer",
}
_FOR_INBOUND = frozenset({"duplicate-webhook"})
MOST_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Fault:
    """Fail the next `left` texts in this way; `number` None means any telephone."""

    kind: str
    number: str | None
    left: int

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of failure: {self.kind}")
        if not 1 <= self.left <= MOST_AT_ONCE:
            raise ValueError(f"a failure is for 1 to {MOST_AT_ONCE} texts")

    def error_code(self) -> int | None:
        """The code an accepted message will end with, None when it will arrive."""
        return int(self.kind) if re.fullmatch(r"30\d{3}", self.kind) else None


def take(faults: Sequence[Fault], number: str, *, inbound: bool) -> tuple[Fault | None, list[Fault]]:
    """The first fault for this text, and what remains after it has been used once."""
    for index, fault in enumerate(faults):
        if fault.number not in (None, number) or (inbound and fault.kind not in _FOR_INBOUND):
            continue
        used = [] if fault.left == 1 else [replace(fault, left=fault.left - 1)]
        return fault, [*faults[:index], *used, *faults[index + 1 :]]
    return None, list(faults)
