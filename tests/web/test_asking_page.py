"""Ask for help in three screens, for oneself and by an organiser for somebody on the telephone."""

from starlette.applications import Starlette

from tests.browser import Client, Page
from tests.cast import Cast, Player
from tests.texts import Texts
from tests.web.someone import at_a_browser
from timebank.desk import items
from timebank.members import stories
from timebank.scheduling import exchanges

THURSDAY = {"day": "2026-06-11", "part": "afternoon", "at": "2.30", "long": "60"}


async def _to_when(client: Client, base: str = "/ask", task: str = "lightbulb") -> Page:
    page = await client.get(base)
    return await client.send(page.form(f"{base}/what"), task=task)


async def _to_check(client: Client, answers: dict[str, str], base: str = "/ask") -> Page:
    page = await _to_when(client, base)
    return await client.send(page.form(f"{base}/when"), answers)


async def _only_exchange(player: Player) -> exchanges.Exchange:
    (found,) = await exchanges.of_person(player.timebank_id, player.id)
    return found


async def test_three_screens_and_what_happens_next(app: Starlette, cast: Cast, texts: Texts) -> None:
    margaret = await at_a_browser(app, cast.margaret)
    page = await _to_check(margaret, THURSDAY | {"note": "The bell is broken"})
    assert page.h1 == "Is all of this right?"
    assert "Thursday 11 June, 2.30pm" in page.text
    assert "At your home" in page.text
    await margaret.send(page.form("/ask/check"), press="Yes, ask for help", status=303)
    page = await margaret.follow()
    assert page.h1 == "Thank you. We have your request."
    assert "When one says yes, we tell you who it is" in page.text
    made = await _only_exchange(cast.margaret)
    assert (made.task, made.state, made.note) == ("lightbulb", "asking", "The bell is broken")
    assert await texts.to(cast.amina)


async def test_pressing_twice_asks_once(app: Starlette, cast: Cast) -> None:
    margaret = await at_a_browser(app, cast.margaret)
    page = await _to_check(margaret, THURSDAY)
    await margaret.send(page.form("/ask/check"), press="Yes, ask for help", status=303)
    await margaret.send(page.form("/ask/check"), press="Yes, ask for help", status=303)
    assert (await _only_exchange(cast.margaret)).state == "asking"


async def test_what_was_typed_stays_and_is_pointed_at(app: Starlette, cast: Cast) -> None:
    margaret = await at_a_browser(app, cast.margaret)
    page = await margaret.get("/ask")
    page = await margaret.send(page.form("/ask/what"), status=422)
    assert page.errors == ["Please choose one kind of help"]
    page = await _to_when(margaret)
    wrong = {"day": "another", "at": "half", "long": "", "note": "A dog"}
    page = await margaret.send(page.form("/ask/when"), wrong, status=422)
    assert set(page.errors) == {
        "Please choose a part of the day",
        "Please write the time like 10 or 2.30",
        "Please choose about how long",
    }
    assert page.form("/ask/when")["note"] == "A dog"
    right = {"part": "morning", "at": "", "long": "60"}
    page = await margaret.send(page.form("/ask/when"), right, status=422)
    assert page.errors == ["Please write which other day"]
    page = await margaret.send(
        page.form("/ask/when"), {"other_day-day": "31", "other_day-month": "2"}, status=422
    )
    assert page.errors == ["We cannot find that day on the calendar. Please check it"]
    page = await margaret.send(page.form("/ask/when"), {"other_day-day": "9", "other_day-month": "may"})
    assert "Sunday 9 May 2027, 10am" in page.text


async def test_a_time_that_has_gone_by(app: Starlette, cast: Cast) -> None:
    margaret = await at_a_browser(app, cast.margaret)
    page = await _to_when(margaret)
    early = THURSDAY | {"day": "2026-06-09", "part": "morning", "at": "9"}
    page = await margaret.send(page.form("/ask/when"), early, status=422)
    assert page.errors == ["That time has gone by. Please choose a later one"]


async def test_changing_an_answer_goes_back_and_keeps_the_rest(app: Starlette, cast: Cast) -> None:
    margaret = await at_a_browser(app, cast.margaret)
    page = await _to_check(margaret, THURSDAY)
    page = await margaret.send(page.form("/ask/check"), go="what")
    assert page.h1 == "What would you like help with?"
    page = await margaret.send(page.form("/ask/what"), task="walk")
    assert page.h1 == "Is all of this right?"
    assert "A walk together" in page.text


async def test_beyond_what_we_do_a_person_rings(app: Starlette, cast: Cast) -> None:
    margaret = await at_a_browser(app, cast.margaret)
    page = await _to_check(margaret, THURSDAY | {"note": "please help me get washed and dressed"})
    await margaret.send(page.form("/ask/check"), press="Yes, ask for help", status=303)
    page = await margaret.follow()
    assert "One of us will ring you about it soon" in page.text
    assert [item.kind for item in await items.open_items(cast.margaret.timebank_id)] == ["out_of_scope"]


async def test_an_organiser_asks_for_somebody_on_the_telephone(app: Starlette, cast: Cast) -> None:
    priya = await at_a_browser(app, cast.priya)
    base = f"/people/{cast.olive.id}/ask"
    page = await _to_check(priya, THURSDAY, base)
    assert "Olive’s home" in page.text
    await priya.send(page.form(f"{base}/check"), press="Yes, ask for help for Olive", status=303)
    page = await priya.follow()
    assert page.h1 == "Changing a light bulb for Olive Brennan"
    made = await _only_exchange(cast.olive)
    first = (await stories.of(made.timebank_id, made.id))[0]
    assert (first.who, first.for_whom, first.channel) == ("Priya Raman", "Olive Brennan", "phone")
    assert "Priya Raman, for Olive Brennan, by telephone" in page.text
