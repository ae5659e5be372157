"""Refusals: what a use case says instead of doing harm.

A refusal carries facts, never status codes or page text; each channel holds
one table from refusal to words (web/failures.py, workers/replies.py).
"""

from uuid import UUID


class Refusal(Exception):
    """Something a person asked for that the rules do not allow, or not now."""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(", ".join(f"{name}={value}" for name, value in facts.items()))


class NotFound(Refusal):
    """No such thing, or not in this timebank; the two look alike on purpose."""

    def __init__(self, what: str, key: UUID | str | None = None) -> None:
        super().__init__(what=what, key=key)


class NotAllowed(Refusal):
    """This person may not do this."""


class NotNow(Refusal):
    """The exchange's life has no such move from where it stands: facts `state`, `move`."""


class Invalid(Refusal):
    """A value that cannot be right: facts `field` and `reason`, a plain sentence."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field=field, reason=reason)
        self.field = field
        self.reason = reason


class GateClosed(Refusal):
    """The checks that this kind of help needs are not all held: fact `missing`, in words."""


class TooManyTries(Refusal):
    """Asked too often; fact `retry_after_seconds`."""
