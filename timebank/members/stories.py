"""What was done to a person's record or to an exchange, with the names of those who did it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from timebank.audit import trail
from timebank.members import people


@dataclass(frozen=True)
class Chapter:
    """One act: who did it, for whom, by which channel. `who` is None for what happened by itself."""

    at: datetime
    act: str
    who: str | None
    for_whom: str | None
    channel: str
    facts: Mapping[str, object]


async def of(timebank_id: UUID, subject_id: UUID, *, most: int = 200) -> list[Chapter]:
    """The story of one thing, oldest first; the facts that name people hold their names."""
    rows = await trail.story(timebank_id, subject_id, most=most)
    wanted = {one for row in rows for one in (row.actor_id, row.for_id) if one}
    wanted |= {one for row in rows for one in _people_in(row.facts)}
    named = {one: person.name for one, person in (await people.many(timebank_id, wanted)).items()}
    return [
        Chapter(
            at=row.at,
            act=row.act,
            who=named.get(row.actor_id) if row.actor_id else None,
            for_whom=named.get(row.for_id) if row.for_id else None,
            channel=row.channel,
            facts={name: _named(value, named) for name, value in row.facts.items()},
        )
        for row in rows
    ]


def _people_in(facts: Mapping[str, object]) -> set[UUID]:
    return {one for name in ("helper", "helpers") for one in _ids(facts.get(name))}


def _ids(value: object) -> list[UUID]:
    listed = value if isinstance(value, list) else [value]
    return [found for found in map(_id, listed) if found is not None]


def _id(value: object) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _named(value: object, named: Mapping[UUID, str]) -> object:
    if isinstance(value, list):
        return [_named(one, named) for one in value]
    found = _id(value)
    return value if found is None else named.get(found, value)
