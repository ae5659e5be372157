"""The one who acts, as every use case is told it."""

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

Channel = Literal["web", "text", "phone", "desk", "night", "import"]


@dataclass(frozen=True)
class Actor:
    """A person of a timebank (or nobody: the timebank's own clockwork), by a channel.

    `for_id` names the member for whom an organiser acts; `subject` is the one
    whose wish the act expresses.
    """

    timebank_id: UUID
    person_id: UUID | None
    channel: Channel
    for_id: UUID | None = None
    is_organiser: bool = False

    @property
    def subject_id(self) -> UUID | None:
        """Whose wish this is: the person acted for, else the actor."""
        return self.for_id or self.person_id

    def acting_for(self, person_id: UUID) -> "Actor":
        """The same actor, on behalf of `person_id`."""
        return replace(self, for_id=None if person_id == self.person_id else person_id)


def clockwork(timebank_id: UUID) -> Actor:
    """What happens by itself, because its time has come."""
    return Actor(timebank_id, None, "night")
