"""Six-digit codes: made for a number, good once, for minutes, for a few tries; kept only as a hash."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from timebank import clock, database, errors, identity
from timebank.members.tables import SignInCodeRow

DIGITS = 6
GOOD_FOR = timedelta(minutes=10)
MOST_TRIES = 5
MOST_AN_HOUR = 5
_HOUR = timedelta(hours=1)
_KEPT_FOR = timedelta(days=1)
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('sign-in/' || $1, 0))"


class WrongCode(errors.Refusal):
    """Not the code that was made for this number; fact `tries_left`."""


class CodeExpired(errors.Refusal):
    """The code was right once; a new one is needed."""


@dataclass(frozen=True)
class Code:
    """A code as it may be told, this once: to one person where `person_id` says so, else to the number."""

    id: UUID
    digits: str
    expires_at: datetime


async def make(number: str, person_id: UUID | None = None) -> Code:
    """A fresh code for an E.164 number, in the caller's transaction.

    Raises TooManyTries after five within the hour. A code is made for any number, known or not, so
    that neither the limit nor the answer tells them apart.
    """
    await database.rows(_LOCK, number)
    await _refuse_too_many(number, is_read_out=person_id is not None)
    await SignInCodeRow.filter(number=number, made_at__lt=clock.now() - _KEPT_FOR).delete()
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    row_id = identity.new_id()
    row = await SignInCodeRow.create(
        id=row_id,
        number=number,
        person_id=person_id,
        code_hash=_hashed(row_id, digits),
        made_at=clock.now(),
        expires_at=clock.now() + GOOD_FOR,
    )
    return Code(row.id, digits, row.expires_at)


async def match(number: str, person_ids: Iterable[UUID], digits: str) -> SignInCodeRow | errors.Refusal:
    """The code's row, made for the number or for one of its people; else why not, for the caller to raise.

    A refusal is answered and not raised, because raising would undo the count of tries. Any code still
    good is taken, so that two texts arriving late do not confuse; every wrong try counts against all.
    """
    await database.rows(_LOCK, number)
    rows = await _unused(number, person_ids)
    now = clock.now()
    good = [row for row in rows if row.expires_at > now]
    left = [row for row in good if row.tries < MOST_TRIES]
    found = _matching(left, digits)
    if found is not None:
        return found
    if good and not left:
        return errors.TooManyTries(retry_after_seconds=_seconds(good[0].expires_at - now))
    await _count_try(left)
    if (not good and rows) or _matching([row for row in rows if row not in good], digits):
        return CodeExpired()
    return WrongCode(tries_left=max((MOST_TRIES - row.tries - 1 for row in left), default=0))


async def use(code_id: UUID) -> bool:
    """Spend the code; False where it was spent before, or its time is over."""
    now = clock.now()
    spent = await SignInCodeRow.filter(id=code_id, used_at=None, expires_at__gt=now).update(used_at=now)
    return spent == 1


async def forget_old() -> int:
    """Delete the codes of days past, for a job of the night. Answers how many."""
    return await SignInCodeRow.filter(made_at__lt=clock.now() - _KEPT_FOR).delete()


async def _refuse_too_many(number: str, *, is_read_out: bool) -> None:
    """Codes read out are counted apart: a stranger who asks for texts cannot stop an organiser helping."""
    since = clock.now() - _HOUR
    recent = SignInCodeRow.filter(number=number, made_at__gt=since, person_id__isnull=not is_read_out)
    made = await recent.order_by("made_at")
    if len(made) >= MOST_AN_HOUR:
        raise errors.TooManyTries(retry_after_seconds=_seconds(made[-MOST_AN_HOUR].made_at - since))


async def _unused(number: str, person_ids: Iterable[UUID]) -> list[SignInCodeRow]:
    """The hour's unspent codes of the number, and those read out to one of its people; the newest first."""
    recent = SignInCodeRow.filter(made_at__gt=clock.now() - _HOUR, used_at=None)
    rows = await recent.filter(number=number).select_for_update()
    tied = await recent.filter(person_id__in=list(person_ids)).exclude(number=number).select_for_update()
    return sorted([*rows, *tied], key=lambda row: row.made_at, reverse=True)


async def _count_try(rows: list[SignInCodeRow]) -> None:
    for row in rows:
        await SignInCodeRow.filter(id=row.id).update(tries=row.tries + 1)


def _matching(rows: list[SignInCodeRow], digits: str) -> SignInCodeRow | None:
    return next((row for row in rows if hmac.compare_digest(row.code_hash, _hashed(row.id, digits))), None)


def _hashed(row_id: UUID, digits: str) -> str:
    return hmac.new(row_id.bytes, digits.encode(), hashlib.sha256).hexdigest()


def _seconds(wait: timedelta) -> int:
    return max(1, int(wait.total_seconds()))
