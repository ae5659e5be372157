"""Offer help, and my time: what may begin, what needs a check first, and sums that add up."""

from starlette.applications import Starlette

from tests.cast import Cast
from tests.the_clock import TheClock
from tests.web import happenings
from tests.web.someone import at_a_browser
from timebank.listings import offers


async def test_offering_says_what_needs_a_check_first(app: Starlette, cast: Cast) -> None:
    margaret = await at_a_browser(app, cast.margaret)
    page = await margaret.get("/offer")
    chosen = {"offers": ["transport_advice", "befriending"], "free": ["1-morning", "6-evening"]}
    await margaret.send(page.form(), chosen, told="I know every bus", status=303)
    page = await margaret.follow()
    assert "Finding the way" in page.text
    assert "an enhanced DBS check" in page.text
    free = await offers.free_times(cast.margaret.timebank_id, cast.margaret.id)
    assert free == {(1, "morning"), (6, "evening")}


async def test_what_is_no_longer_ticked_is_no_longer_offered(app: Starlette, cast: Cast) -> None:
    tom = await at_a_browser(app, cast.tom)
    page = await tom.get("/offer")
    assert "walk" in page.form().fields["offers"]
    await tom.send(page.form(), offers="walk", status=303)
    held = await offers.of_person(cast.tom.timebank_id, cast.tom.id)
    assert [offer.task for offer in held] == ["walk"]
    page = await tom.send((await tom.get("/offer")).form(), offers=[], told="x" * 600, status=422)
    assert page.errors == ["That is a little long for us. Please use 500 letters or fewer"]


async def test_a_statement_is_paged_and_adds_up(app: Starlette, cast: Cast, the_clock: TheClock) -> None:
    for _ in range(21):
        await happenings.confirmed(the_clock, cast.margaret, cast.amina, minutes=10)
        the_clock.passes(hours=1)
    amina = await at_a_browser(app, cast.amina)
    page = await amina.get("/time")
    assert "You have 3 hours 30 minutes to spend" in page.text
    page = await amina.get(page.links["See older visits"])
    assert "+10 minutes" in page.text
    assert "Margaret" in page.text
    assert "See older visits" not in page.links
    await amina.get("/time?before=nonsense")


async def test_somebody_new_reads_kind_words(app: Starlette, cast: Cast) -> None:
    olive = await at_a_browser(app, cast.olive)
    assert "You need not give first" in (await olive.get("/home")).text
    assert "Nothing is written here yet" in (await olive.get("/time")).text
    assert "You have no visits yet" in (await olive.get("/visits")).text
