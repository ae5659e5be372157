"""The texts between the timebank and one telephone, in the order they were said.

A code to sign in is not shown: nobody should read the code of somebody else.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from timebank import database
from timebank.messaging.forgetting import CODE_WAS_SENT


@dataclass(frozen=True)
class Said:
    """One text. `state` is the carrier's last word for one of ours, "" for one that came in."""

    at: datetime
    is_ours: bool
    body: str
    state: str


@dataclass(frozen=True)
class Thread:
    """The latest text of one number: for a list of conversations."""

    number: str
    at: datetime
    is_ours: bool
    body: str
    person_id: UUID | None


_OF_NUMBER = """
SELECT * FROM (
    SELECT id, coalesce(sent_at, created_at) AS at, true AS is_ours,
           CASE purpose WHEN 'sign_in_code' THEN $4 ELSE body END AS body, state FROM outgoing_texts
    WHERE timebank_id = $1 AND number = $2
    UNION ALL
    SELECT id, received_at, false, body, '' FROM incoming_texts WHERE timebank_id = $1 AND number = $2
) AS said ORDER BY at DESC, id DESC LIMIT $3
"""
_LATEST = """
SELECT DISTINCT ON (number) number, at, is_ours, body, person_id FROM (
    (SELECT number, created_at AS at, true AS is_ours,
            CASE purpose WHEN 'sign_in_code' THEN $3 ELSE body END AS body, person_id, id FROM outgoing_texts
     WHERE timebank_id = $1 ORDER BY created_at DESC LIMIT $2)
    UNION ALL
    (SELECT number, received_at, false, body, person_id, id FROM incoming_texts
     WHERE timebank_id = $1 ORDER BY received_at DESC LIMIT $2)
) AS said ORDER BY number, at DESC, id DESC
"""
_LOOKED_AT = 500


async def of_number(timebank_id: UUID, number: str, *, most: int = 100) -> list[Said]:
    """The latest `most` texts from and to an E.164 number, the oldest of them first."""
    found = await database.rows(_OF_NUMBER, timebank_id, number, most, CODE_WAS_SENT)
    return [Said(row["at"], row["is_ours"], row["body"], row["state"]) for row in reversed(found)]


async def latest(timebank_id: UUID, *, most: int = 50) -> list[Thread]:
    """The conversations of late, the newest first."""
    found = await database.rows(_LATEST, timebank_id, _LOOKED_AT, CODE_WAS_SENT)
    threads = sorted((Thread(**row) for row in found), key=lambda thread: thread.at, reverse=True)
    return threads[:most]
