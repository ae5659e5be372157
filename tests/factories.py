"""Many nameless people at once, straight into the tables, for tests about numbers of rows."""

from datetime import date
from uuid import UUID

from tests.worlds import STREETS, Town
from timebank import clock, identity
from timebank.ledger import accounts
from timebank.members.tables import PersonRow

_DRAMA_MOBILES = 1000


async def people(town: Town, how_many: int, *, helpers: bool = False) -> list[UUID]:
    """So many members (helpers too, if asked), each with an account, spread over the town's streets."""
    rows = [_person(town, place, helpers) for place in range(how_many)]
    await PersonRow.bulk_create(rows)
    for row in rows:
        await accounts.open_for(town.id, accounts.MEMBER, row.id, floor=town.timebank.floor_minutes)
    return [row.id for row in rows]


def _person(town: Town, place: int, is_helper: bool) -> PersonRow:
    return PersonRow(
        id=identity.new_id(),
        timebank_id=town.id,
        first_name=f"Neighbour{place}",
        last_name="Many",
        born_on=date(1940 + place % 60, 1 + place % 12, 1 + place % 28),
        address=f"{place + 1} Long Street",
        postcode=STREETS[place % len(STREETS)].postcode,
        mobile=f"+447700900{place % _DRAMA_MOBILES:03}",
        reached_by="text",
        texts_agreed_at=clock.now(),
        is_helper=is_helper,
        match_key=f"neighbour{place} many",
        joined_at=clock.now(),
    )
