"""Words that need not be kept: a sign-in code is of no use to anybody once it was read."""

from datetime import timedelta

from timebank import clock, database

CODE_WAS_SENT = "A code to sign in."
KEPT_FOR = timedelta(hours=1)

_BLANK = """
UPDATE outgoing_texts SET body = $1
WHERE purpose = 'sign_in_code' AND body <> $1 AND created_at < $2
  AND state NOT IN ('waiting', 'attempting', 'unknown')
"""


async def blank_codes() -> int:
    """Replace the words of texts that carried a code, an hour after; answers how many."""
    return await database.run(_BLANK, CODE_WAS_SENT, clock.now() - KEPT_FOR)
