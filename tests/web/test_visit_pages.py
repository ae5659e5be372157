"""My visits: each step that either side takes, by small pages without JavaScript."""

from datetime import timedelta

from starlette.applications import Starlette

from tests.cast import Cast
from tests.texts import Texts
from tests.the_clock import TheClock
from tests.web import happenings
from tests.web.someone import at_a_browser
from timebank.desk import items
from timebank.scheduling import answering, confirming, exchanges, visiting
from timebank.scheduling.exchanges import Exchange


async def _now(cast: Cast, exchange_id: object) -> Exchange:
    (found,) = [
        one
        for one in await exchanges.of_person(cast.margaret.timebank_id, cast.margaret.id)
        if one.id == exchange_id
    ]
    return found


async def test_a_neighbour_says_yes_and_both_know_who_when_and_where(app: Starlette, cast: Cast) -> None:
    visit = await happenings.asked(cast.margaret, note="Please knock")
    amina = await at_a_browser(app, cast.amina)
    page = await amina.get("/home")
    assert "Can you help Margaret?" in page.text
    assert "Foxglove" not in page.text
    assert "Please knock" not in (await amina.get(f"/visits/{visit}")).text
    await amina.send(page.form(f"/visits/{visit}/answer"), press="Yes, I can help", status=303)
    page = await amina.follow()
    assert page.h1 == "You are helping Margaret"
    assert "12 Foxglove Road" in page.text
    assert "Please knock" in page.text
    assert "020 7946 0100" in page.text
    assert "07700 900123" not in page.text
    margaret = await at_a_browser(app, cast.margaret)
    page = await margaret.get("/home")
    assert "Amina" in page.text
    assert "Thursday 11 June, 10am" in page.text
    assert "020 7946 0100" in page.text
    assert "07700 900201" not in page.text
    assert "Yusuf" not in page.text


async def test_a_helper_sees_where_only_while_the_visit_is_on(app: Starlette, cast: Cast) -> None:
    visit = await happenings.offered(cast.margaret, cast.amina)
    amina = await at_a_browser(app, cast.amina)
    assert "Foxglove" not in (await amina.get(f"/visits/{visit}")).text
    await answering.approve(cast.margaret.by(), visit)
    assert "12 Foxglove Road" in (await amina.get(f"/visits/{visit}")).text
    await visiting.cancel(cast.margaret.by(), visit)
    assert "Foxglove" not in (await amina.get(f"/visits/{visit}")).text


async def test_a_neighbour_says_no(app: Starlette, cast: Cast) -> None:
    visit = await happenings.asked(cast.margaret)
    tom = await at_a_browser(app, cast.tom)
    page = await tom.get(f"/visits/{visit}")
    await tom.send(page.form(), press="No, not this time", status=303)
    assert "We will ask somebody else" in (await tom.follow()).text


async def test_the_second_yes_is_thanked(app: Starlette, cast: Cast) -> None:
    visit = await happenings.asked(cast.margaret)
    tom = await at_a_browser(app, cast.tom)
    page = await tom.get(f"/visits/{visit}")
    amina = await at_a_browser(app, cast.amina)
    await amina.post(f"/visits/{visit}/answer", answer="yes", status=303)
    page = await tom.send(page.form(), press="Yes, I can help", status=422)
    assert page.h1 == "Thank you, it is settled"


async def test_the_member_approves_or_would_rather_not(app: Starlette, cast: Cast) -> None:
    visit = await happenings.offered(cast.margaret, cast.amina)
    margaret = await at_a_browser(app, cast.margaret)
    page = await margaret.get("/home")
    await margaret.send(page.form(f"/visits/{visit}/approve"), press="No, somebody else please", status=303)
    assert "That is quite all right" in (await margaret.follow()).text
    tom = await at_a_browser(app, cast.tom)
    await tom.post(f"/visits/{visit}/answer", answer="yes", status=303)
    await margaret.post(f"/visits/{visit}/approve", answer="yes", status=303)
    assert (await margaret.follow()).h1 == "Tom is coming"


async def test_calling_it_off(app: Starlette, cast: Cast, texts: Texts) -> None:
    visit = await happenings.agreed(cast.margaret, cast.amina)
    margaret = await at_a_browser(app, cast.margaret)
    page = await margaret.get(f"/visits/{visit}/cancel")
    page = await margaret.send(page.form(), reason="x" * 300, status=422)
    assert page.errors == ["That is a little long for us. Please use 200 letters or fewer"]
    await margaret.send(page.form(), reason="The bulb came back on", status=303)
    assert "called off" in (await margaret.follow()).text
    assert (await _now(cast, visit)).state == "cancelled"
    assert "cancelled_by_member_helper" in await texts.purposes(cast.amina)


async def test_another_day(app: Starlette, cast: Cast) -> None:
    visit = await happenings.agreed(cast.margaret, cast.amina)
    margaret = await at_a_browser(app, cast.margaret)
    page = await margaret.get(f"/visits/{visit}/change-time")
    assert page.form()["at"] == "10am"
    page = await margaret.send(page.form(), day="", status=422)
    assert page.errors == ["Please choose a day"]
    await margaret.send(page.form(), day="2026-06-13", part="afternoon", at="3", status=303)
    page = await margaret.follow()
    assert "Saturday 13 June, 3pm" in page.text


async def test_the_helper_cannot_come(app: Starlette, cast: Cast) -> None:
    visit = await happenings.agreed(cast.margaret, cast.amina)
    amina = await at_a_browser(app, cast.amina)
    page = await amina.get(f"/visits/{visit}/cannot-come")
    await amina.send(page.form(), press="I cannot come", status=303)
    await amina.follow()
    assert (await _now(cast, visit)).helper_id != cast.amina.id


async def test_running_late(app: Starlette, cast: Cast, texts: Texts) -> None:
    visit = await happenings.agreed(cast.margaret, cast.amina, after=timedelta(hours=1))
    amina = await at_a_browser(app, cast.amina)
    page = await amina.get(f"/visits/{visit}/running-late")
    page = await amina.send(page.form(), status=422)
    assert page.errors == ["Please choose how late it will be"]
    await amina.send(page.form(), late="20 minutes late", status=303)
    assert "20 minutes late" in await texts.last_to(cast.margaret)


async def test_nobody_came_and_nobody_in_reach_a_person_at_once(
    app: Starlette, cast: Cast, the_clock: TheClock
) -> None:
    visit = await happenings.agreed(cast.margaret, cast.amina, after=timedelta(hours=1))
    other = await happenings.agreed(cast.bill, cast.tom, "walk", after=timedelta(hours=1))
    the_clock.passes(hours=1, minutes=15)
    margaret = await at_a_browser(app, cast.margaret)
    page = await margaret.get(f"/visits/{visit}/nobody-came")
    await margaret.send(page.form(), press="Nobody came", status=303)
    tom = await at_a_browser(app, cast.tom)
    page = await tom.get(f"/visits/{other}/nobody-in")
    assert "ring 999 now" in page.text
    await tom.send(page.form(), press="Nobody is in", status=303)
    kinds = {item.kind for item in await items.open_items(cast.tom.timebank_id)}
    assert {"nobody_came", "nobody_in"} <= kinds


async def test_both_say_the_same(app: Starlette, cast: Cast, the_clock: TheClock) -> None:
    visit = await happenings.over(the_clock, cast.margaret, cast.amina)
    amina = await at_a_browser(app, cast.amina)
    page = await amina.get(f"/visits/{visit}/how-long")
    page = await amina.send(page.form(), hours="", minutes="", status=422)
    assert page.errors == ["Please write how long it was"]
    page = await amina.send(page.form(), hours="one", status=422)
    assert page.errors == ["Please write the hours as a number, like 1"]
    await amina.send(page.form(), hours="0", minutes="45", status=303)
    margaret = await at_a_browser(app, cast.margaret)
    page = await margaret.get(f"/visits/{visit}/how-long")
    assert page.h1 == "Amina says 45 minutes. Is that right?"
    await margaret.send(page.form(), press="Yes, 45 minutes", status=303)
    assert "in the book" in (await margaret.follow()).text
    page = await margaret.get("/time")
    assert "You have had 45 minutes of help more than you gave" in page.text
    assert "−45 minutes" in page.text
    page = await amina.get("/time")
    assert "You have 45 minutes to spend" in page.text


async def test_they_differ_and_an_organiser_decides(app: Starlette, cast: Cast, the_clock: TheClock) -> None:
    visit = await happenings.over(the_clock, cast.margaret, cast.amina)
    await confirming.confirm(cast.amina.by(), visit, cast.amina.id, 60)
    margaret = await at_a_browser(app, cast.margaret)
    page = await margaret.get(f"/visits/{visit}/how-long?other=yes")
    await margaret.send(page.form(), hours="0", minutes="30", status=303)
    page = await margaret.follow()
    assert page.h1 == "Amina says 1 hour. Is that right?"
    await margaret.post(f"/visits/{visit}/how-long", hours="0", minutes="30", status=303)
    assert "put it right" in (await margaret.follow()).text
    assert (await _now(cast, visit)).state == "disputed"


async def test_only_the_two_see_a_visit(app: Starlette, cast: Cast) -> None:
    visit = await happenings.agreed(cast.margaret, cast.amina)
    olive = await at_a_browser(app, cast.olive)
    await olive.get(f"/visits/{visit}", status=403)
    await olive.post(f"/visits/{visit}/cancel", status=403)
    await olive.get("/visits/01980000-0000-7000-8000-000000000000", status=404)
    await olive.get("/visits/nothing", status=404)
    await olive.get(f"/visits/{visit}/dance", status=403)
