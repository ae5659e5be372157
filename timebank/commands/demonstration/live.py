"""What is live today: laid out so that every part of the organiser's board has something in it."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from timebank import clock, errors
from timebank.commands.demonstration import leading, wishes
from timebank.commands.demonstration.circle import Circle
from timebank.commands.demonstration.diary import Act
from timebank.ledger import accounts
from timebank.scheduling import answering, asking, rules
from timebank.scheduling.exchanges import Exchange

JUST_NOW = timedelta(minutes=20)
LONGEST = 60


def lay_out(circle: Circle, now: datetime) -> None:
    """Note yesterday's arrangements for today, and what has been asked within the last minutes."""
    today = clock.local(now).date()
    yesterday = today - timedelta(days=1)
    _visit(circle, "shop", leading.MARGARET, leading.AMINA, yesterday, _on(today, 11), ("shopping", 60))
    _visit(circle, "grass", leading.OLIVE, leading.TOM, yesterday, _on(today, 14), ("gardening", 60))
    _visit(circle, "tablet", leading.BILL, leading.AMINA, yesterday, _on(today, 16), ("tech_help", 45))
    before = today - timedelta(days=3)
    _visit(circle, "walk", leading.MARGARET, leading.TOM, before, _on(yesterday, 10, 30), ("walk", 45))
    _ask_just_now(circle, now, today)


def _on(day: date, hour: int, minute: int = 0) -> datetime:
    return clock.at(day, time(hour, minute))


def _visit(
    circle: Circle,
    name: str,
    member: int,
    helper: int,
    asked_on: date,
    starts_at: datetime,
    what: tuple[str, int],
) -> None:
    """Asked in the morning and agreed with an organiser's help in the afternoon of the same day."""
    task, minutes = what

    async def arrange() -> None:
        wish = asking.Wish(task, starts_at, minutes, approve_first=False)
        exchange_id = await wishes.ask(circle, f"live/{name}", circle.ids[member], wish)
        if exchange_id is not None:
            circle.diary.note(_on(asked_on, 15), lambda: _agree(circle, exchange_id, circle.ids[helper]))

    circle.diary.note(_on(asked_on, 10), arrange)


async def _agree(circle: Circle, exchange_id: UUID, helper_id: UUID) -> Exchange | None:
    try:
        return await answering.accept(circle.office, exchange_id, helper_id)
    except errors.Refusal:
        return None


def _ask_just_now(circle: Circle, now: datetime, today: date) -> None:
    """Three that wait for an answer, one that nobody here may do, one that a person should talk about."""
    soon = rules.waking(now + timedelta(days=2))
    day = clock.local(soon).date()
    asked: tuple[tuple[str, int, asking.Wish], ...] = (
        (
            "bulb",
            leading.MARGARET,
            asking.Wish("lightbulb", _on(day, 10), 30, note="The one on the landing."),
        ),
        ("chat", leading.BILL, asking.Wish("befriending", _on(day + timedelta(days=1), 14), 60)),
        ("forms", leading.DESMOND, asking.Wish("form_filling", _on(day + timedelta(days=2), 11), 60)),
        ("bikes", leading.TOM, asking.Wish("cycling", _on(day + timedelta(days=1), 15), 60)),
        ("boiler", leading.OLIVE, asking.Wish("odd_jobs", _on(day, 15), 60, note="Please fix the boiler.")),
    )
    for name, place, wish in asked:
        circle.diary.note(now - JUST_NOW, _asking(circle, f"live/{name}", place, wish))


def _asking(circle: Circle, name: str, place: int, wish: asking.Wish) -> Act:
    async def ask() -> None:
        await wishes.ask(circle, name, await _with_hours(circle, place), wish)

    return ask


async def _with_hours(circle: Circle, place: int) -> UUID:
    """The one meant, or where their hours are used up another: neighbours are to be asked at once."""
    for one in (place, leading.GRAHAM, leading.TOM, leading.AMINA):
        account = await accounts.of(circle.id, accounts.MEMBER, circle.ids[one])
        if account.available is None or account.available >= LONGEST:
            return circle.ids[one]
    return circle.ids[place]
