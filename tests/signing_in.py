"""Sessions of the cast, got the way everybody gets one: a code, spent."""

from tests.cast import Officer, Player
from timebank import database
from timebank.members import codes, sessions
from timebank.members.sign_in import Candidate


async def token_of(somebody: Player | Officer) -> str:
    """The token of a session of somebody."""
    number = somebody.number if isinstance(somebody, Player) else somebody.mobile
    async with database.transaction():
        code = await codes.make(number)
    return await sessions.start(_candidate(somebody, code))


def _candidate(somebody: Player | Officer, code: codes.Code) -> Candidate:
    if isinstance(somebody, Player):
        return Candidate(
            code.id,
            somebody.first_name,
            somebody.last_name,
            "",
            timebank_id=somebody.timebank_id,
            person_id=somebody.id,
        )
    return Candidate(
        code.id,
        somebody.first_name,
        somebody.last_name,
        "",
        officer_id=somebody.id,
        council_id=somebody.council_id,
    )
