"""Record the checks that helpers hold: what was seen, when, until when. Never the certificate."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from uuid import UUID

from timebank import clock, database, errors, identity
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.members import people
from timebank.members import rules as member_rules
from timebank.safeguarding.rules import CHECK_KINDS, Check, CheckKind
from timebank.safeguarding.tables import CheckRow

MOST_REFERENCE_LENGTH = 80


@dataclass(frozen=True)
class RecordedCheck(Check):
    """A check as it was recorded: by whom, when, and where the paper can be found."""

    id: UUID | None = None
    reference: str = ""
    recorded_by: UUID | None = None
    recorded_at: datetime | None = None


async def record(
    actor: Actor,
    person_id: UUID,
    kind: CheckKind,
    passed_on: date,
    expires_on: date | None = None,
    reference: str = "",
) -> RecordedCheck:
    """An organiser has seen a check. Raises NotAllowed for anybody else, Invalid for impossible dates."""
    if not member_rules.may_organise(actor):
        raise errors.NotAllowed(act="record a check")
    _refuse_impossible(kind, passed_on, expires_on, reference)
    async with database.transaction():
        await people.get(actor.timebank_id, person_id)
        row = await CheckRow.create(
            id=identity.new_id(),
            timebank_id=actor.timebank_id,
            person_id=person_id,
            kind=kind,
            passed_on=passed_on,
            expires_on=expires_on,
            reference=reference.strip(),
            recorded_by=actor.person_id,
            recorded_at=clock.now(),
        )
        await trail.record(
            actor.acting_for(person_id),
            "check_recorded",
            "person",
            person_id,
            kind=kind,
            passed_on=passed_on.isoformat(),
            expires_on=expires_on.isoformat() if expires_on else None,
        )
    return _value(row)


async def of_person(timebank_id: UUID, person_id: UUID) -> list[RecordedCheck]:
    """All checks of one person, the latest passed first."""
    rows = CheckRow.filter(timebank_id=timebank_id, person_id=person_id)
    return [_value(row) for row in await rows.order_by("-passed_on", "-recorded_at", "id")]


_HELD = """
SELECT person_id, kind, passed_on, expires_on FROM checks WHERE timebank_id = $1 AND person_id = ANY ($2)
"""


async def held_by(timebank_id: UUID, person_ids: Iterable[UUID]) -> dict[UUID, list[Check]]:
    """As much of many people's checks as the gate looks at; everybody asked for is a key."""
    found: dict[UUID, list[Check]] = {person_id: [] for person_id in person_ids}
    for row in await database.rows(_HELD, timebank_id, list(found)):
        found[row["person_id"]].append(Check(row["kind"], row["passed_on"], row["expires_on"]))
    return found


def _refuse_impossible(kind: str, passed_on: date, expires_on: date | None, reference: str) -> None:
    if kind not in CHECK_KINDS:
        raise errors.Invalid("kind", "Please choose one of the kinds of check.")
    if passed_on > clock.today():
        raise errors.Invalid("passed_on", "This date is still to come.")
    if expires_on is not None and expires_on < passed_on:
        raise errors.Invalid("expires_on", "It cannot run out before it was passed.")
    if len(reference) > MOST_REFERENCE_LENGTH:
        raise errors.Invalid("reference", f"Please use {MOST_REFERENCE_LENGTH} letters or fewer.")


def _value(row: CheckRow) -> RecordedCheck:
    return RecordedCheck(
        kind=cast(CheckKind, row.kind),
        passed_on=row.passed_on,
        expires_on=row.expires_on,
        id=row.id,
        reference=row.reference,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
    )
