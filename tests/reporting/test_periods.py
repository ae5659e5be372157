"""Days are British days, the changes of the clocks included; a council covers all its timebanks."""

from decimal import Decimal
from uuid import UUID

import pytest

from tests.reporting.reading import figure, figures, shown
from tests.reporting.village import Village, moment
from tests.the_clock import TheClock
from tests.worlds import Town
from timebank.communities import councils, timebanks
from timebank.reporting import counting

SPRING, AUTUMN = "2026-03-29", "2026-10-25"


@pytest.fixture
async def village(town: Town, the_clock: TheClock) -> Village:
    """Brockley, at the year's end."""
    the_clock.reads("2026-12-31 10:00")
    return Village(town)


@pytest.mark.parametrize("day", [SPRING, AUTUMN, "2026-06-10", "2026-12-25"])
async def test_a_day_is_from_midnight_to_midnight_in_britain(village: Village, day: str) -> None:
    one, other = await village.people(2)
    for wall in ("00:00", "00:01", "12:00", "23:00", "23:59"):
        await village.request(one, other, f"{day} {wall}", minutes=10)

    assert shown(await figure("hours_exchanged", day, day)) == (Decimal("0.83"), 5, 0)


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25)])
async def test_the_days_the_clocks_change_have_their_own_length(
    village: Village, day: str, hours: int
) -> None:
    one, other = await village.people(2)
    row = await village.request(one, other, f"{day} 00:00")
    begins = row.starts_at
    for passed in range(1, 26):  # every hour by the sun, from midnight on
        later = await village.request(one, other, f"{day} 00:00")
        later.starts_at = begins + (moment("2026-06-01 01:00") - moment("2026-06-01 00:00")) * passed
        await later.save()

    assert shown(await figure("hours_exchanged", day, day)) == (Decimal(hours), hours, 0)


async def test_both_dates_are_included(village: Village) -> None:
    one, other = await village.people(2)
    for wall in ("2026-03-31 23:59", "2026-04-01 00:00", "2026-06-30 23:59", "2026-07-01 00:00"):
        for _ in range(5):
            await village.request(one, other, wall)

    assert shown(await figure("hours_exchanged")) == (Decimal(10), 10, 0)


async def test_a_council_covers_all_its_timebanks_and_no_others(village: Village, town: Town) -> None:
    second = Village(await _another(town, "honor-oak", town.council_id))
    far = Village(await _another(town, "elsewhere", (await councils.add("E08000003", "Manchester")).id))
    for place in (village, second, far):
        await place.circle(await place.people(6), "2026-05-05 09:00", minutes=30)
    found = await figures()

    assert shown(found["members"]) == (Decimal(12), 12, 0)
    assert shown(found["hours_exchanged"]) == (Decimal(6), 12, 0)
    assert shown(found["new_connections"]) == (Decimal(12), 12, 0)


async def test_somebody_in_two_timebanks_of_a_council_is_one_person(village: Village, town: Town) -> None:
    second = Village(await _another(town, "honor-oak", town.council_id))
    keys = ("ada|1940", "ben|1941")
    ada, ben = [(await village.people(1, key=key))[0] for key in keys]
    ada_too, ben_too = [(await second.people(1, key=key))[0] for key in keys]
    for place, one, other in ((village, ada, ben), (second, ben_too, ada_too)):
        circle = [one, other, *(await place.people(5))]
        await place.circle(circle, "2026-05-05 09:00")
    found = await figures()

    assert shown(found["members"]) == (Decimal(12), 12, 0)  # fourteen records
    assert shown(found["reciprocity_rate"]) == (Decimal(100), 12, 0)
    assert shown(found["new_connections"]) == (Decimal(13), 13, 0)  # seven and seven, Ada and Ben once


async def test_people_of_unknown_age_are_never_taken_for_one_another(village: Village, town: Town) -> None:
    second = Village(await _another(town, "honor-oak", town.council_id))
    for place in (village, second):
        await place.people(5, born_on=None, key="ada lovelace")

    assert shown(await figure("members")) == (Decimal(10), 10, 0)


async def test_a_report_is_one_statement_however_much_there_is() -> None:
    whole = counting.statement()

    assert whole.count("SELECT * FROM") == 1
    for path in counting.QUERIES.glob("*.sql"):
        assert path.read_text(encoding="utf-8").strip() in whole


async def _another(town: Town, slug: str, council_id: UUID) -> Town:
    """One more timebank, of this council or another."""
    opened = await timebanks.open_timebank(
        slug=slug,
        name=slug,
        short_name=slug,
        council_id=council_id,
        phone="+442079460101",
        text_number="+447700900101",
        locality=slug,
        postcode="SE4 2AD",
    )
    return Town(opened, opened.council_id, town.gss, town.report_key)
