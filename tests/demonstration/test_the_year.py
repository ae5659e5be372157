"""What a year of Larkfield Circle must look like to be believed, and what must never be in it."""

import re
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from tests.demonstration.conftest import Year
from timebank import clock, database
from timebank.commands.demonstration import inventing, loading
from timebank.communities import councils
from timebank.ledger import invariants
from timebank.members import numbers, people
from timebank.reporting import council
from timebank.scheduling import board

# The domain brief's targets for invented data (its part C), for a Circle's first year.
BELIEVABLE = {
    "reciprocity_rate": (45, 60),
    "fill_rate": (75, 88),
    "median_time_to_match": (26, 40),
    "share_of_members_65_plus": (55, 70),
}
DRAMA = re.compile(r"\+44(7700900\d{3}|2079460\d{3}|1632960\d{3})")


CHECKS: list[Callable[[Year], Awaitable[None]]] = []


async def test_a_year_of_larkfield(year: Year, subtests: pytest.Subtests) -> None:
    """One test, because making the year is long: each check below sees it as it was made."""
    for check in CHECKS:
        with subtests.test(check.__name__):
            await year.store.recall("larkfield")
            await check(year)


async def _count(question: str) -> int:
    return int((await database.rows(f"SELECT count(*) AS n FROM {question}"))[0]["n"])


@CHECKS.append
async def the_figures_are_believable(year: Year) -> None:
    today = clock.today()
    found = await council.report(year.guide.council_gss, today - timedelta(days=364), today)
    figures = {one.name: one.value for one in found.indicators}
    for name, (least, most) in BELIEVABLE.items():
        value = figures[name]
        assert isinstance(value, int | float | Decimal), name
        assert least <= value <= most, f"{name} is {value}, not {least} to {most}"
    members, active = figures["members"], figures["active_members"]
    assert members is not None
    assert active is not None
    assert 110 <= members <= 125
    assert Decimal("0.45") <= Decimal(active) / Decimal(members) <= Decimal("0.65")


@CHECKS.append
async def the_books_balance(year: Year) -> None:
    books = await invariants.check()
    assert books.faults == ()
    assert books.transfers > 150


@CHECKS.append
async def everything_that_can_happen_has_happened(year: Year) -> None:
    for what in (
        "exchanges WHERE state = 'lapsed'",
        "exchanges WHERE end_reason = 'withdrawn_by_member'",
        "exchanges WHERE end_reason = 'did_not_happen'",
        "ledger_transfers WHERE kind = 'reversal'",
        "audit WHERE act = 'exchange.still_differ'",
        "audit WHERE act = 'exchange.stand'",
        "audit WHERE act = 'exchange.withdraw'",
        "audit WHERE act = 'exchange.approve'",
        "audit WHERE act = 'exchange.nobody_came'",
        "audit WHERE for_id IS NOT NULL AND channel = 'phone'",
        "checks WHERE expires_on < '2026-06-09'",
        "people WHERE mobile IS NULL AND landline IS NOT NULL",
        "(SELECT landline FROM people GROUP BY landline HAVING count(*) > 1 AND landline IS NOT NULL) shared",
    ):
        assert await _count(what) > 0, what


@CHECKS.append
async def a_few_give_most_of_the_hours(year: Year) -> None:
    given = await database.rows(
        "SELECT sum(confirmed_minutes) AS minutes FROM exchanges WHERE state = 'confirmed'"
        " GROUP BY helper_id ORDER BY 1 DESC"
    )
    minutes = [int(row["minutes"]) for row in given]
    busiest = minutes[: max(1, len(minutes) // 10)]
    assert 0.2 <= sum(busiest) / sum(minutes) <= 0.6


@CHECKS.append
async def nothing_was_sent_and_nothing_waits_to_be(year: Year) -> None:
    assert await _count("outgoing_texts WHERE state <> 'recorded'") == 0
    assert await _count("outgoing_texts WHERE state = 'recorded'") > 500


@CHECKS.append
async def nobody_in_it_can_be_rung(year: Year) -> None:
    rows = await database.rows(
        "SELECT mobile AS number FROM people UNION SELECT landline FROM people"
        " UNION SELECT mobile FROM officers UNION SELECT phone FROM timebanks"
        " UNION SELECT text_number FROM timebanks"
    )
    found = [row["number"] for row in rows if row["number"]]
    assert found
    assert [number for number in found if not DRAMA.fullmatch(number)] == []
    assert year.timebank.is_demonstration


@CHECKS.append
async def every_part_of_the_organisers_board_has_something(year: Year) -> None:
    today = await board.today(year.timebank.id)
    assert today.needs_someone
    assert today.waiting
    assert today.happening_today
    assert today.not_confirmed
    assert {item.kind for item in today.desk} >= {"by_telephone", "out_of_scope"}
    assert len(today.desk) < 30


@CHECKS.append
async def the_guide_names_people_who_are_there(year: Year) -> None:
    for role, name, number in year.guide.sign_in_as:
        known = numbers.read(number)
        if role == "Council":
            assert [f"{one.first_name} {one.last_name}" for one in await councils.officers_with_number(known)]
        else:
            assert name in [one.name for one in await people.with_number(year.timebank.id, known)]
    couple = numbers.read(year.guide.text_as[0][1])
    assert len(await people.with_number(year.timebank.id, couple)) == 2
    assert await councils.of_key(year.guide.report_key) is not None


@CHECKS.append
async def loading_again_adds_nobody(year: Year) -> None:
    before = await _count("people")
    assert not await loading.is_needed()
    assert not await loading.is_unfinished()
    again = await loading.load()
    assert again.timebank == "Larkfield Circle"
    assert await _count("people") == before


@CHECKS.append
async def a_load_that_was_stopped_half_way_is_noticed(year: Year) -> None:
    await year.store.superuser.execute("DELETE FROM audit WHERE act = 'demonstration.loaded'")
    assert await loading.is_unfinished()


def test_the_same_day_invents_the_same_people() -> None:
    first, again = (inventing.invent(Random("a day"), date(2025, 6, 9)) for _ in range(2))
    assert first == again
    assert first != inventing.invent(Random("another day"), date(2025, 6, 9))
