"""Whose page it is: the timebank's name and number, as every page shows them."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Masthead:
    """What stands at the head of a page; `phone` is E.164, empty where several share a server."""

    name: str
    phone: str
    is_demonstration: bool
    timebank_id: UUID | None = None


UNKNOWN = Masthead(name="Timebank", phone="", is_demonstration=False)
