"""What a year of Larkfield Circle must look like to be believed, and what must never be in it."""

import re
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from tests.stores import Store
from timebank import clock, database
from timebank.commands.demonstration import inventing, loading
from timebank.commands.demonstration.guide import Guide
from timebank.communities import councils
from timebank.communities.timebanks import Timebank
from timebank.ledger import invariants
from timebank.members import numbers, people
from timebank.reporting import council
from timebank.scheduling import board

# One process loads it, once, and runs all of these.
pytestmark = pytest.mark.xdist_group("demonstration")

# The domain brief's targets for invented data (its part C), for a Circle's first year.
BELIEVABLE = {
    "reciprocity_rate": (45, 60),
    "fill_rate": (75, 88),
    "median_time_to_match": (26, 40),
    "share_of_members_65_plus": (55, 70),
}
DRAMA = re.compile(r"\+44(7700900\d{3}|2079460\d{3}|1632960\d{3})")


async def _count(question: str) -> int:
    return int((await database.rows(f"SELECT count(*) AS n FROM {question}"))[0]["n"])


async def test_the_figures_are_believable(larkfield: Timebank, guide: Guide) -> None:
    today = clock.today()
    found = await council.report(guide.council_gss, today - timedelta(days=364), today)
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


async def test_the_books_balance(larkfield: Timebank) -> None:
    books = await invariants.check()
    assert books.faults == ()
    assert books.transfers > 150


async def test_everything_that_can_happen_has_happened(larkfield: Timebank) -> None:
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


async def test_a_few_give_most_of_the_hours(larkfield: Timebank) -> None:
    given = await database.rows(
        "SELECT sum(confirmed_minutes) AS minutes FROM exchanges WHERE state = 'confirmed'"
        " GROUP BY helper_id ORDER BY 1 DESC"
    )
    minutes = [int(row["minutes"]) for row in given]
    busiest = minutes[: max(1, len(minutes) // 10)]
    assert 0.2 <= sum(busiest) / sum(minutes) <= 0.6


async def test_nothing_was_sent_and_nothing_waits_to_be(larkfield: Timebank) -> None:
    assert await _count("outgoing_texts WHERE state <> 'recorded'") == 0
    assert await _count("outgoing_texts WHERE state = 'recorded'") > 500


async def test_nobody_in_it_can_be_rung(larkfield: Timebank) -> None:
    rows = await database.rows(
        "SELECT mobile AS number FROM people UNION SELECT landline FROM people"
        " UNION SELECT mobile FROM officers UNION SELECT phone FROM timebanks"
        " UNION SELECT text_number FROM timebanks"
    )
    found = [row["number"] for row in rows if row["number"]]
    assert found
    assert [number for number in found if not DRAMA.fullmatch(number)] == []
    assert larkfield.is_demonstration


async def test_every_part_of_the_organisers_board_has_something(larkfield: Timebank) -> None:
    today = await board.today(larkfield.id)
    assert today.needs_someone
    assert today.waiting
    assert today.happening_today
    assert today.not_confirmed
    assert {item.kind for item in today.desk} >= {"by_telephone", "out_of_scope"}
    assert len(today.desk) < 30


async def test_the_guide_names_people_who_are_there(larkfield: Timebank, guide: Guide) -> None:
    for role, name, number in guide.sign_in_as:
        known = numbers.read(number)
        if role == "Council":
            assert [f"{one.first_name} {one.last_name}" for one in await councils.officers_with_number(known)]
        else:
            assert name in [one.name for one in await people.with_number(larkfield.id, known)]
    couple = numbers.read(guide.text_as[0][1])
    assert len(await people.with_number(larkfield.id, couple)) == 2
    assert await councils.of_key(guide.report_key) is not None


async def test_loading_again_adds_nobody(larkfield: Timebank) -> None:
    before = await _count("people")
    assert not await loading.is_needed()
    assert not await loading.is_unfinished()
    again = await loading.load()
    assert again.timebank == "Larkfield Circle"
    assert await _count("people") == before


async def test_a_load_that_was_stopped_half_way_is_noticed(larkfield: Timebank, store: Store) -> None:
    await store.superuser.execute("DELETE FROM audit WHERE act = 'demonstration.loaded'")
    assert await loading.is_unfinished()


def test_the_same_day_invents_the_same_people() -> None:
    first, again = (inventing.invent(Random("a day"), date(2025, 6, 9)) for _ in range(2))
    assert first == again
    assert first != inventing.invent(Random("another day"), date(2025, 6, 9))
