"""The one gate: may this helper do this kind of help on that date?

Suggesting, asking and accepting all come through here, on every channel.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from timebank import errors
from timebank.safeguarding import checks, requirements, rules


def missing(task: str, held: Iterable[rules.Check], on: date) -> list[str]:
    """What one helper's checks lack for the kind of help (its slug) on a date, in plain words."""
    return rules.unmet(requirements.of(task), held, on)


async def open_for(
    timebank_id: UUID, helper_ids: Iterable[UUID], task: str, on: date
) -> dict[UUID, list[str]]:
    """For each helper what is missing on the date of the visit; an empty list means they may help."""
    held = await checks.held_by(timebank_id, helper_ids)
    return {helper_id: missing(task, held[helper_id], on) for helper_id in held}


async def require(timebank_id: UUID, helper_id: UUID, task: str, on: date) -> None:
    """Nothing, or GateClosed with what is missing."""
    lacking = (await open_for(timebank_id, [helper_id], task, on))[helper_id]
    if lacking:
        raise errors.GateClosed(missing=lacking, helper_id=helper_id, task=task)
