"""Being signed in: a random token in a cookie, kept here only as its hash."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from timebank import clock, database, errors, identity
from timebank.audit import trail
from timebank.audit.actor import Actor, Channel
from timebank.communities import councils
from timebank.members import codes, people
from timebank.members.sign_in import Candidate, CodeExpired
from timebank.members.tables import SessionRow

MEMBER_LASTS = timedelta(days=30)
STAFF_LASTS = timedelta(hours=12)
# A session is renewed once a day at most, so that reading a page seldom writes.
_RENEWED_AFTER = timedelta(days=1)
_TOKEN_BYTES = 32

_FIND = """
SELECT s.id, s.timebank_id, s.person_id, s.officer_id, s.started_at, s.expires_at,
       p.first_name, p.is_member, p.is_helper, p.is_organiser
FROM sessions s
LEFT JOIN people p ON p.timebank_id = s.timebank_id AND p.id = s.person_id AND p.left_at IS NULL
WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2
"""


@dataclass(frozen=True)
class Visitor:
    """Who is signed in: a person of a timebank, or an officer of a council."""

    first_name: str
    timebank_id: UUID | None = None
    person_id: UUID | None = None
    is_member: bool = False
    is_helper: bool = False
    is_organiser: bool = False
    officer_id: UUID | None = None
    council_id: UUID | None = None

    def actor(self, channel: Channel = "web") -> Actor:
        """The person as the one who acts. Raises NotAllowed for an officer, who only reads."""
        if self.timebank_id is None or self.person_id is None:
            raise errors.NotAllowed(act="act in a timebank")
        return Actor(self.timebank_id, self.person_id, channel, is_organiser=self.is_organiser)


async def start(candidate: Candidate) -> str:
    """Spend the candidate's code and sign them in; the token is told this once.

    Lasts 30 days from the last visit for members, 12 hours in all for organisers and officers. Raises
    CodeExpired where the code was spent in between.
    """
    async with database.transaction():
        if not await codes.use(candidate.code_id):
            raise CodeExpired()
        lasts = await _lasts(candidate)
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        await SessionRow.create(
            id=identity.new_id(),
            token_hash=_hashed(token),
            timebank_id=candidate.timebank_id,
            person_id=candidate.person_id,
            officer_id=candidate.officer_id,
            started_at=clock.now(),
            expires_at=clock.now() + lasts,
        )
        if candidate.timebank_id and candidate.person_id:
            actor = Actor(candidate.timebank_id, candidate.person_id, "web")
            await trail.record(actor, "signed_in", "person", candidate.person_id)
    return token


async def visitor(token: str) -> Visitor | None:
    """Who holds this token now; None for a token that is unknown, ended or out of date."""
    found = await database.rows(_FIND, _hashed(token), clock.now())
    if not found:
        return None
    session = found[0]
    if session["officer_id"] is not None:
        return await _officer(session["officer_id"])
    if session["first_name"] is None or _is_over_for_staff(session):
        return None
    await _renew(session)
    return Visitor(
        session["first_name"],
        timebank_id=session["timebank_id"],
        person_id=session["person_id"],
        is_member=session["is_member"],
        is_helper=session["is_helper"],
        is_organiser=session["is_organiser"],
    )


async def end(token: str) -> None:
    """Sign out. A token that is no session is nothing to do."""
    await SessionRow.filter(token_hash=_hashed(token), ended_at=None).update(ended_at=clock.now())


async def forget_old() -> int:
    """Delete the sessions that can no longer be used, for a job of the night. Answers how many."""
    return await SessionRow.filter(expires_at__lt=clock.now() - MEMBER_LASTS).delete()


async def _lasts(candidate: Candidate) -> timedelta:
    if candidate.timebank_id is None or candidate.person_id is None:
        return STAFF_LASTS
    person = await people.get(candidate.timebank_id, candidate.person_id)
    return STAFF_LASTS if person.is_organiser else MEMBER_LASTS


async def _officer(officer_id: UUID) -> Visitor | None:
    try:
        officer = await councils.officer(officer_id)
    except errors.NotFound:
        return None
    return Visitor(officer.first_name, officer_id=officer.id, council_id=officer.council_id)


def _is_over_for_staff(session: dict[str, Any]) -> bool:
    """Somebody made an organiser while signed in as a member does not keep a month's session."""
    started_at: datetime = session["started_at"]
    return bool(session["is_organiser"]) and clock.now() >= started_at + STAFF_LASTS


async def _renew(session: dict[str, Any]) -> None:
    until = clock.now() + MEMBER_LASTS
    if not session["is_organiser"] and until - session["expires_at"] >= _RENEWED_AFTER:
        await SessionRow.filter(id=session["id"], ended_at=None).update(expires_at=until)


def _hashed(token: str) -> str:
    # The token carries 256 random bits, so a plain digest cannot be searched backwards.
    return hashlib.sha256(token.encode()).hexdigest()
