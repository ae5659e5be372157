"""The gate over real checks, and who may record one."""

from datetime import date, timedelta

import pytest

from tests.cast import Cast
from timebank import clock, errors
from timebank.safeguarding import checks, gate


async def test_each_helper_hears_what_they_lack(cast: Cast) -> None:
    helpers = [cast.amina.id, cast.tom.id, cast.desmond.id, cast.olive.id]
    found = await gate.open_for(cast.tom.timebank_id, helpers, "lightbulb", clock.today())
    assert found == {
        cast.amina.id: [],
        cast.tom.id: [],
        cast.desmond.id: ["a basic DBS check (the last one runs out on 30 May 2026)"],
        cast.olive.id: ["a basic DBS check"],
    }


async def test_the_date_is_the_visits_and_not_todays(cast: Cast) -> None:
    tom = cast.tom
    await gate.require(tom.timebank_id, tom.id, "lightbulb", clock.today() + timedelta(days=400))
    with pytest.raises(errors.GateClosed) as refused:
        await gate.require(tom.timebank_id, tom.id, "lightbulb", clock.today() + timedelta(days=401))
    assert refused.value.facts["missing"] == ["a basic DBS check (the last one runs out on 14 July 2027)"]


async def test_a_recorded_check_opens_the_gate(cast: Cast) -> None:
    olive, priya = cast.olive, cast.priya
    await checks.record(priya.by(), olive.id, "basic", clock.today(), reference="seen at the library")
    await gate.require(olive.timebank_id, olive.id, "lightbulb", clock.today())
    (held,) = await checks.of_person(olive.timebank_id, olive.id)
    assert (held.kind, held.reference, held.recorded_by) == ("basic", "seen at the library", priya.id)


async def test_only_an_organiser_records_a_check(cast: Cast) -> None:
    with pytest.raises(errors.NotAllowed):
        await checks.record(cast.tom.by(), cast.tom.id, "enhanced", clock.today())


async def test_dates_that_cannot_be_are_refused(cast: Cast) -> None:
    priya, tom, today = cast.priya.by(), cast.tom.id, clock.today()
    with pytest.raises(errors.Invalid):
        await checks.record(priya, tom, "basic", today + timedelta(days=1))
    with pytest.raises(errors.Invalid):
        await checks.record(priya, tom, "basic", today, date(2020, 1, 1))


async def test_another_timebanks_person_is_not_found(cast: Cast) -> None:
    with pytest.raises(errors.NotFound):
        await checks.record(cast.priya.by(), cast.ruth.id, "basic", clock.today())


async def test_no_kind_of_help_of_that_name_is_refused(cast: Cast) -> None:
    with pytest.raises(errors.NotFound):
        await gate.open_for(cast.tom.timebank_id, [cast.tom.id], "surgery", clock.today())
