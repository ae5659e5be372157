"""Each figure, its numerator and denominator counted by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.reporting.reading import figure, figures, is_withheld, shown
from tests.reporting.village import OLD, Village
from tests.the_clock import TheClock
from tests.worlds import GSS, Town
from timebank import errors
from timebank.members.tables import PersonRow
from timebank.reporting import council, counting, indicators, measures

NAMES = [definition.name for definition in indicators.DEFINITIONS]
ZEROS = (Decimal(0), 0, 0)


@pytest.fixture
async def village(town: Town, the_clock: TheClock) -> Village:
    """Brockley, in July: the second quarter is over."""
    the_clock.reads("2026-07-10 10:00")
    return Village(town)


async def test_an_empty_timebank_has_counts_of_nought_and_no_rates(village: Village) -> None:
    found = await figures()

    assert list(found) == NAMES
    for name in ("members", "active_members", "hours_exchanged", "new_connections"):
        assert shown(found[name]) == ZEROS
    for name in ("reciprocity_rate", "fill_rate", "median_time_to_match", "share_of_members_65_plus"):
        assert shown(found[name]) == (None, 0, 0), name


async def test_members_are_those_who_belong_at_the_end_of_the_last_day(village: Village) -> None:
    await village.people(5)
    await village.people(1, joined="2026-06-30 23:30")
    await village.people(1, left="2026-07-01 09:00")
    await village.people(6, joined="2026-07-01 00:30")
    await village.people(6, left="2026-06-30 23:00")
    await village.people(6, is_member=False)

    assert shown(await figure("members")) == (Decimal(7), 7, 0)


async def test_active_members_exchanged_in_the_ninety_days_that_end_with_the_period(village: Village) -> None:
    people = await village.people(20)
    await village.circle(people[:6], "2026-06-30 09:00")
    await village.request(people[6], people[7], "2026-04-02 00:05")  # the first of the ninety days
    await village.request(people[8], people[9], "2026-04-01 23:55")  # the day before
    await village.request(people[10], people[11], "2026-07-01 00:05")  # the day after the last
    await village.request(people[12], people[13], "2026-06-20 09:00", state="done")

    assert shown(await figure("active_members")) == (Decimal(8), 8, 0)
    assert shown(await figure("active_members", "2026-06-30", "2026-06-30")) == (Decimal(8), 8, 0)


async def test_those_who_left_are_not_active_members(village: Village) -> None:
    stayed = await village.people(20)
    gone = await village.people(6, left="2026-06-20 09:00")
    await village.circle(stayed[:7] + gone, "2026-06-01 09:00")

    assert shown(await figure("active_members")) == (Decimal(7), 7, 0)
    assert shown(await figure("reciprocity_rate")) == (Decimal(100), 13, 0)


async def test_hours_are_whole_minutes_until_they_are_printed(village: Village) -> None:
    people = await village.people(8)
    for place in range(5):
        await village.request(people[place], people[place + 1], "2026-05-05 09:00", minutes=45)
    await village.request(people[6], people[7], "2026-05-05 09:00", minutes=50)

    assert shown(await figure("hours_exchanged")) == (Decimal("4.58"), 6, 0)  # 275 minutes


async def test_a_single_exchange_shows_its_hours_but_not_that_it_was_one(village: Village) -> None:
    one, other = await village.people(2)
    await village.request(one, other, "2026-05-05 09:00", minutes=45)

    assert shown(await figure("hours_exchanged")) == (Decimal("0.75"), None, 0)


async def test_an_undone_exchange_counts_nowhere(village: Village) -> None:
    people = await village.people(12)
    await village.circle(people[:6], "2026-05-05 09:00")
    before = await figures()
    await village.request(people[6], people[7], "2026-05-05 09:00", state="disputed")
    await village.pay_and_reverse(await village.request(people[8], people[9], "2026-05-05 09:00"))
    after = await figures()

    for name in ("active_members", "hours_exchanged", "reciprocity_rate", "new_connections"):
        assert shown(after[name]) == shown(before[name]), name
    assert shown(before["hours_exchanged"]) == (Decimal(6), 6, 0)


async def test_reciprocity_is_those_who_gave_and_received_among_those_who_did_either(
    village: Village,
) -> None:
    people = await village.people(30)
    await village.circle(people[:5], "2026-05-05 09:00")  # five did both
    for place in range(5, 10):  # five gave only, to one of those who did both
        await village.request(people[0], people[place], "2026-05-06 09:00")
    await village.request(people[10], people[1], "2026-05-07 09:00")  # one received only
    await village.request(people[1], people[10], "2026-03-31 23:00")  # and gave, before the period

    value, n, _ = shown(await figure("reciprocity_rate", "2026-04-01", "2026-05-31"))
    assert (value, n) == (Decimal("45.5"), 11)


async def test_help_for_the_timebank_itself_is_given_and_received_by_nobody(village: Village) -> None:
    people = await village.people(20)
    await village.circle(people[:5], "2026-05-05 09:00")
    for helper in people[5:10]:
        await village.request(people[0], helper, "2026-05-06 09:00", task="lunch_club", paid_by_pot=True)
    found = await figures()

    assert shown(found["reciprocity_rate"]) == (Decimal(50), 10, 0)
    assert shown(found["new_connections"]) == (Decimal(5), 5, 0)
    assert shown(found["hours_exchanged"]) == (Decimal(10), 10, 0)


async def test_fill_rate_leaves_out_what_the_member_withdrew_and_duplicates(village: Village) -> None:
    member, helper = await village.people(2)
    for _ in range(6):
        await village.request(member, helper, "2026-05-05 09:00")
    for state, reason in (
        ("lapsed", "nobody_found"),
        ("declined", "out_of_scope"),
        ("cancelled", "withdrawn_by_organiser"),
        ("cancelled", "did_not_happen"),
        ("lapsed", None),
        ("cancelled", "withdrawn_by_member"),
        ("cancelled", "duplicate"),
    ):
        await village.request(member, None, "2026-05-05 09:00", state=state, end_reason=reason)

    assert shown(await figure("fill_rate")) == (Decimal("54.5"), 11, 0)  # six of eleven


async def test_fill_rate_counts_a_past_visit_nobody_confirmed_as_not_completed(village: Village) -> None:
    member, helper = await village.people(2)
    for _ in range(5):
        await village.request(member, helper, "2026-05-05 09:00")
        await village.request(member, None, "2026-05-06 09:00", state="lapsed")
        await village.request(member, helper, "2026-06-30 23:30", state="done")
        await village.request(member, helper, "2026-07-01 00:30", state="done")

    assert shown(await figure("fill_rate")) == (Decimal("33.3"), 15, 5)


async def test_fill_rate_of_a_period_not_over_leaves_out_what_is_still_to_come(
    village: Village, the_clock: TheClock
) -> None:
    member, helper = await village.people(2)
    for _ in range(5):
        await village.request(member, helper, "2026-05-05 09:00")
        await village.request(member, None, "2026-06-29 09:00", state="asking")
    the_clock.reads("2026-05-10 10:00")

    assert shown(await figure("fill_rate")) == (Decimal(100), 5, 0)


async def test_time_to_match_is_the_median_with_the_unmatched_alongside(village: Village) -> None:
    member, helper = await village.people(2)
    for hours in (1, 2, 4, 8, 16, 32):
        await village.request(
            member, helper, "2026-05-05 09:00", state="agreed", matched_after=timedelta(hours=hours)
        )
    for reason in ("nobody_found",) * 5 + ("withdrawn_by_member", "duplicate"):
        await village.request(member, None, "2026-05-05 09:00", state="lapsed", end_reason=reason)
    await village.request(
        member, helper, "2026-04-01 09:00", asked="2026-03-31 23:59", matched_after=timedelta(hours=99)
    )

    assert shown(await figure("median_time_to_match")) == (Decimal(6), 6, 5)


async def test_a_median_of_four_is_withheld(village: Village) -> None:
    member, helper = await village.people(2)
    for _ in range(4):
        await village.request(member, helper, "2026-05-05 09:00", matched_after=timedelta(hours=3))

    assert is_withheld(await figure("median_time_to_match"))


async def test_new_connections_are_pairs_who_had_never_exchanged_before(village: Village) -> None:
    people = await village.people(20)
    for place in range(0, 14, 2):  # seven pairs
        await village.request(people[place], people[place + 1], "2026-05-05 09:00")
        await village.request(people[place + 1], people[place], "2026-05-06 09:00")
    await village.request(people[1], people[0], "2020-02-02 09:00")  # the first pair met long ago

    assert shown(await figure("new_connections")) == (Decimal(6), 6, 0)


async def test_share_of_65_is_of_those_whose_birth_date_is_known(village: Village) -> None:
    await village.people(5, born_on=date(1961, 6, 30))  # 65 on the last day
    await village.people(1, born_on=OLD)
    await village.people(6, born_on=date(1961, 7, 1))  # 65 the day after
    await village.people(5, born_on=None)

    assert shown(await figure("share_of_members_65_plus")) == (Decimal(50), 12, 5)


async def test_born_on_29_february_is_65_on_1_march(village: Village) -> None:
    await village.people(6, born_on=date(1964, 2, 29))

    assert shown(await figure("share_of_members_65_plus", "2029-02-01", "2029-02-28")) == (Decimal(0), 6, 0)
    assert shown(await figure("share_of_members_65_plus", "2029-03-01", "2029-03-01")) == (Decimal(100), 6, 0)


async def test_a_helper_who_is_no_member_is_not_counted_among_members(village: Village) -> None:
    members = await village.people(10)
    helpers = await village.people(6, is_member=False)
    for member, helper in zip(members, helpers, strict=False):
        await village.request(member, helper, "2026-05-05 09:00")
    await village.circle(members[6:], "2026-05-05 09:00")
    found = await figures()

    assert shown(found["active_members"]) == (Decimal(10), 10, 0)
    assert found["reciprocity_rate"].suppressed  # four of ten
    assert shown(found["hours_exchanged"]) == (Decimal(10), 10, 0)


async def test_every_definition_has_its_measure_and_its_source(town: Town, the_clock: TheClock) -> None:
    counted = await counting.count(town.council_id, date(2026, 4, 1), date(2026, 6, 30), the_clock.now)

    assert list(measures.of(counted)) == NAMES
    assert all("B" in definition.formula for definition in indicators.DEFINITIONS)


async def test_a_code_that_is_no_councils_is_not_found(village: Village) -> None:
    with pytest.raises(errors.NotFound):
        await council.report("E09000099", date(2026, 4, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (date(2026, 6, 2), date(2026, 6, 1), "to"),
        (date(1999, 12, 31), date(2026, 6, 1), "from"),
        (date(2026, 6, 2), date.max, "to"),
        (date.min, date.max, "from"),
    ],
)
async def test_a_period_that_cannot_be_is_refused(
    village: Village, first: date, last: date, field: str
) -> None:
    with pytest.raises(errors.Invalid) as refused:
        await council.report(GSS, first, last)
    assert refused.value.field == field


async def test_everybody_on_record_is_a_person(village: Village) -> None:
    await village.people(7, key="the same name, birth date, number and postcode")

    assert await PersonRow.all().count() == 7
    assert shown(await figure("members")) == (Decimal(7), 7, 0)
