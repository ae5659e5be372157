"""Councils, the keys that read their report, and their officers."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from uuid import UUID

from timebank import errors, identity
from timebank.communities.tables import CouncilRow, OfficerRow


@dataclass(frozen=True)
class Council:
    """A council by its GSS code (E06, E08, E09 or E10 and six digits)."""

    id: UUID
    gss: str
    name: str


@dataclass(frozen=True)
class Officer:
    """Somebody at a council who may read its report."""

    id: UUID
    council_id: UUID
    first_name: str
    last_name: str
    mobile: str


async def add(gss: str, name: str) -> Council:
    """Add a council; one that is there already is returned as it is."""
    found = await CouncilRow.get_or_none(gss=gss)
    row = found or await CouncilRow.create(id=identity.new_id(), gss=gss, name=name)
    return _council(row)


async def by_gss(gss: str) -> Council:
    """The council of that code, or NotFound."""
    row = await CouncilRow.get_or_none(gss=gss)
    if row is None:
        raise errors.NotFound("council", gss)
    return _council(row)


async def get(council_id: UUID) -> Council:
    """The council, or NotFound."""
    row = await CouncilRow.get_or_none(id=council_id)
    if row is None:
        raise errors.NotFound("council", council_id)
    return _council(row)


async def new_report_key(council_id: UUID) -> str:
    """A fresh key for the council's report, shown this once; the one before it stops working."""
    key = secrets.token_urlsafe(32)
    await CouncilRow.filter(id=council_id).update(report_key_hash=_hashed(key))
    return key


async def of_key(key: str) -> Council | None:
    """The council that holds this key."""
    row = await CouncilRow.get_or_none(report_key_hash=_hashed(key))
    if row is None or not hmac.compare_digest(str(row.report_key_hash), _hashed(key)):
        return None
    return _council(row)


async def add_officer(council_id: UUID, first_name: str, last_name: str, mobile: str) -> Officer:
    """Let somebody at the council sign in to its report."""
    row = await OfficerRow.create(
        id=identity.new_id(),
        council_id=council_id,
        first_name=first_name,
        last_name=last_name,
        mobile=mobile,
    )
    return _officer(row)


async def officers_with_number(number: str) -> list[Officer]:
    """Officers who may sign in by that number."""
    return [_officer(row) for row in await OfficerRow.filter(mobile=number, left_at=None)]


async def officer(officer_id: UUID) -> Officer:
    """An officer who has not left, or NotFound."""
    row = await OfficerRow.get_or_none(id=officer_id, left_at=None)
    if row is None:
        raise errors.NotFound("officer", officer_id)
    return _officer(row)


def _hashed(key: str) -> str:
    # The key carries 256 random bits, so a plain digest cannot be searched backwards.
    return hashlib.sha256(key.encode()).hexdigest()


def _council(row: CouncilRow) -> Council:
    return Council(row.id, row.gss, row.name)


def _officer(row: OfficerRow) -> Officer:
    return Officer(row.id, row.council_id, row.first_name, row.last_name, row.mobile)
