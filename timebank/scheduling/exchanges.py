"""Read exchanges as values, with the names and words that a page or a text needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from tortoise.expressions import Q

from timebank import errors
from timebank.listings import tasks
from timebank.matching.tables import AskRow
from timebank.members import people
from timebank.scheduling import rules
from timebank.scheduling.tables import ExchangeRow


@dataclass(frozen=True)
class Exchange:
    """One exchange as it stands; minutes are whole minutes."""

    id: UUID
    timebank_id: UUID
    code: int
    member_id: UUID
    helper_id: UUID | None
    task: str
    note: str
    place: str
    starts_at: datetime
    expected_minutes: int
    is_urgent: bool
    approve_first: bool
    paid_by_pot: bool
    state: rules.State
    member_minutes: int | None
    helper_minutes: int | None
    confirmed_minutes: int | None
    transfer_id: UUID | None
    asked_at: datetime
    matched_at: datetime | None
    confirmed_at: datetime | None
    end_reason: str | None
    member_first_name: str
    member_name: str
    helper_first_name: str | None
    helper_name: str | None

    @property
    def ends_at(self) -> datetime:
        """When the visit is thought to end."""
        return self.starts_at + timedelta(minutes=self.expected_minutes)

    @property
    def task_label(self) -> str:
        """The kind of help, in words."""
        return tasks.get(self.task).label

    @property
    def is_open(self) -> bool:
        """Whether somebody to help is still looked for."""
        return self.state in rules.OPEN

    @property
    def has_ended(self) -> bool:
        """Whether nothing more is to come."""
        return self.state in rules.ENDED


_NAMES = {"member_first_name", "member_name", "helper_first_name", "helper_name"}
_COLUMNS = tuple(name for name in Exchange.__dataclass_fields__ if name not in _NAMES)


async def get(timebank_id: UUID, exchange_id: UUID) -> Exchange:
    """The exchange, or NotFound (also for one of another timebank)."""
    row = await ExchangeRow.get_or_none(timebank_id=timebank_id, id=exchange_id)
    if row is None:
        raise errors.NotFound("exchange", exchange_id)
    return (await values([row]))[0]


async def locked(timebank_id: UUID, exchange_id: UUID) -> ExchangeRow:
    """The row, locked until the transaction ends; two people acting at once come one after the other."""
    row = await ExchangeRow.filter(timebank_id=timebank_id, id=exchange_id).select_for_update().first()
    if row is None:
        raise errors.NotFound("exchange", exchange_id)
    return row


async def of_person(timebank_id: UUID, person_id: UUID, *, most: int = 50) -> list[Exchange]:
    """Those a person receives or gives, the latest visit first."""
    found = (
        await ExchangeRow.filter(Q(member_id=person_id) | Q(helper_id=person_id), timebank_id=timebank_id)
        .order_by("-starts_at", "id")
        .limit(most)
    )
    return await values(found)


async def live_of(timebank_id: UUID, person_id: UUID) -> list[Exchange]:
    """Those of a person in which something is still to come, the soonest first."""
    found = (
        await ExchangeRow.filter(
            Q(member_id=person_id) | Q(helper_id=person_id), timebank_id=timebank_id, ended_at=None
        )
        .order_by("starts_at", "id")
        .limit(50)
    )
    return await values(found)


async def by_code(timebank_id: UUID, code: int) -> Exchange | None:
    """The live exchange of that code, else the latest that had it."""
    row = (
        await ExchangeRow.filter(timebank_id=timebank_id, code=code, ended_at=None).first()
        or await ExchangeRow.filter(timebank_id=timebank_id, code=code).order_by("-asked_at").first()
    )
    return None if row is None else (await values([row]))[0]


async def open_asks_of(timebank_id: UUID, helper_id: UUID) -> list[Exchange]:
    """What this neighbour has been asked and not yet answered, the first asked first."""
    asked = await AskRow.filter(timebank_id=timebank_id, helper_id=helper_id, state="asked").order_by(
        "asked_at", "id"
    )
    rows = await ExchangeRow.filter(timebank_id=timebank_id, id__in=[ask.exchange_id for ask in asked])
    order = {ask.exchange_id: place for place, ask in enumerate(asked)}
    return await values(sorted(rows, key=lambda row: order[row.id]))


async def asked_of(timebank_id: UUID, exchange_id: UUID) -> list[tuple[UUID, str, str]]:
    """Who was asked about an exchange: (helper, state, reasons), the first asked first."""
    found = await AskRow.filter(timebank_id=timebank_id, exchange_id=exchange_id).order_by("asked_at", "id")
    return [(ask.helper_id, ask.state, ask.reasons) for ask in found]


async def values(rows: Iterable[ExchangeRow]) -> list[Exchange]:
    """Rows as values, the names of everybody fetched at once."""
    listed = list(rows)
    if not listed:
        return []
    wanted = {row.member_id for row in listed} | {row.helper_id for row in listed if row.helper_id}
    named = await people.many(listed[0].timebank_id, wanted)
    return [_value(row, named) for row in listed]


def _value(row: ExchangeRow, named: dict[UUID, people.Person]) -> Exchange:
    member = named[row.member_id]
    helper = named[row.helper_id] if row.helper_id else None
    return Exchange(
        **{name: getattr(row, name) for name in _COLUMNS},
        member_first_name=member.first_name,
        member_name=member.name,
        helper_first_name=helper.first_name if helper else None,
        helper_name=helper.name if helper else None,
    )
