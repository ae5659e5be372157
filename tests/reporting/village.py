"""A village put straight into the tables: so many people, so many exchanges, each on its day."""

from datetime import date, datetime, timedelta
from itertools import count
from uuid import UUID

from tests.the_clock import at
from tests.worlds import Town
from timebank import identity
from timebank.ledger import accounts, transfers
from timebank.members.tables import PersonRow
from timebank.scheduling.tables import ExchangeRow

LONG_AGO = "2020-01-01 12:00"
OLD, YOUNG = date(1940, 6, 1), date(1990, 6, 1)
_numbers = count(1)


class Village:
    """One timebank's people and exchanges; all times are British wall times, "2026-06-10 14:00"."""

    def __init__(self, town: Town) -> None:
        self.town = town

    async def people(
        self,
        how_many: int,
        *,
        born_on: date | None = YOUNG,
        joined: str = LONG_AGO,
        left: str | None = None,
        is_member: bool = True,
        key: str | None = None,
    ) -> list[UUID]:
        """So many people alike; `key` makes them the same person as one of another timebank."""
        rows = [
            PersonRow(
                id=identity.new_id(),
                timebank_id=self.town.id,
                first_name="Neighbour",
                last_name=str(number),
                born_on=born_on,
                address=f"{number} Long Street",
                postcode="SE4 2AA",
                reached_by="phone",
                is_member=is_member,
                match_key=key or f"neighbour{number}",
                joined_at=at(joined),
                left_at=at(left) if left else None,
            )
            for number in (next(_numbers) for _ in range(how_many))
        ]
        await PersonRow.bulk_create(rows)
        return [row.id for row in rows]

    async def request(
        self,
        member: UUID,
        helper: UUID | None,
        visit: str,
        *,
        state: str = "confirmed",
        minutes: int = 60,
        asked: str | None = None,
        matched_after: timedelta | None = None,
        end_reason: str | None = None,
        task: str = "lightbulb",
        paid_by_pot: bool = False,
    ) -> ExchangeRow:
        """A request as it stands, asked a day before unless said."""
        starts_at = at(visit)
        asked_at = at(asked) if asked else starts_at - timedelta(days=1)
        has_ended = state in ("confirmed", "declined", "cancelled", "lapsed")
        return await ExchangeRow.create(
            id=identity.new_id(),
            timebank_id=self.town.id,
            code=next(_numbers),
            member_id=member,
            helper_id=helper,
            task=task,
            starts_at=starts_at,
            expected_minutes=60,
            state=state,
            paid_by_pot=paid_by_pot,
            confirmed_minutes=minutes if state == "confirmed" else None,
            asked_at=asked_at,
            matched_at=None if matched_after is None else asked_at + matched_after,
            ended_at=starts_at + timedelta(hours=2) if has_ended else None,
            end_reason=end_reason,
        )

    async def circle(self, people: list[UUID], visit: str, *, minutes: int = 60) -> None:
        """Each helps the next, the last the first: everybody gives and receives once."""
        for place, helper in enumerate(people):
            await self.request(people[(place + 1) % len(people)], helper, visit, minutes=minutes)

    async def pay_and_reverse(self, row: ExchangeRow) -> None:
        """Give an exchange its transfer, and reverse that."""
        paid = [await accounts.open_for(self.town.id, accounts.MEMBER, person) for person in _two(row)]
        transfer = identity.new_id()
        await transfers.post(
            transfers.Transfer(
                transfer, self.town.id, "visit", ((paid[0], -60), (paid[1], 60)), row.starts_at
            )
        )
        await ExchangeRow.filter(id=row.id).update(transfer_id=transfer)
        await transfers.reverse(self.town.id, transfer, identity.new_id(), "It was another visit.")


def _two(row: ExchangeRow) -> tuple[UUID, UUID]:
    assert row.helper_id is not None
    return row.member_id, row.helper_id


def moment(wall: str) -> datetime:
    """The UTC moment of a British wall time."""
    return at(wall)
