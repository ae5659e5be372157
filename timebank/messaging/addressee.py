"""To whom a text goes: all that messaging needs to know of a person."""

from dataclasses import dataclass
from datetime import time
from uuid import UUID

DAY_BEGINS = time(9)
DAY_ENDS = time(20)


@dataclass(frozen=True, slots=True)
class Addressee:
    """A number that takes texts, and whose it is.

    `number` and `sender` (the timebank's own) are E.164. Texts that can wait go
    out between `wakes_at` and `sleeps_at`, Europe/London. `person_id` is None
    where the number is known and the person is not.
    """

    timebank_id: UUID
    person_id: UUID | None
    number: str
    sender: str
    language: str = "en"
    wakes_at: time = DAY_BEGINS
    sleeps_at: time = DAY_ENDS
