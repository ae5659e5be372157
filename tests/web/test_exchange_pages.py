"""One exchange on an organiser's screen: ask in two clicks, act for either side, decide, undo, decline."""

from datetime import timedelta
from uuid import UUID

from starlette.applications import Starlette

from tests.cast import Cast
from tests.texts import Texts
from tests.the_clock import TheClock
from tests.web import happenings
from tests.web.someone import at_a_browser
from tests.worlds import Town
from timebank.ledger import accounts
from timebank.members import stories
from timebank.scheduling import exchanges


async def _state(town: Town, exchange_id: UUID) -> str:
    return (await exchanges.get(town.id, exchange_id)).state


async def test_ask_in_two_clicks(app: Starlette, cast: Cast, town: Town, texts: Texts) -> None:
    exchange = await happenings.asked(cast.olive, "letter_writing")
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/exchanges/{exchange}")
    assert "has not offered this kind of help" in page.text
    page = await priya.send(page.form(f"/exchanges/{exchange}/ask"), status=422)
    assert page.errors == ["Please tick at least one neighbour"]
    ask = page.form(f"/exchanges/{exchange}/ask")
    await priya.send(ask, helpers=[str(cast.amina.id), str(cast.tom.id)], status=303)
    page = await priya.follow()
    assert "They have been asked" in page.text
    assert "ask_helper" in await texts.purposes(cast.tom)
    assert await _state(town, exchange) == "asking"


async def test_a_yes_by_telephone(app: Starlette, cast: Cast, town: Town) -> None:
    exchange = await happenings.asked(cast.margaret)
    priya = await at_a_browser(app, cast.priya)
    await priya.post(f"/exchanges/{exchange}/answers", helper=str(cast.tom.id), answer="no", status=303)
    page = await priya.follow()
    assert "Said no" in page.text
    await priya.post(f"/exchanges/{exchange}/answers", helper=str(cast.amina.id), answer="yes", status=303)
    page = await priya.follow()
    assert "Priya Raman, for Amina Yusuf, by telephone" in page.text
    assert await _state(town, exchange) == "agreed"


async def test_a_yes_of_somebody_without_the_check(app: Starlette, cast: Cast) -> None:
    exchange = await happenings.asked(cast.margaret, "shopping")
    priya = await at_a_browser(app, cast.priya)
    page = await priya.post(
        f"/exchanges/{exchange}/answers", helper=str(cast.tom.id), answer="yes", status=403
    )
    assert page.h1 == "We need a check first"
    assert "an enhanced DBS check" in page.text
    page = await priya.post(f"/exchanges/{exchange}/answers", helper="", answer="yes", status=422)
    assert page.errors == ["Please choose who it was"]


async def test_both_minutes_by_telephone(app: Starlette, cast: Cast, town: Town, the_clock: TheClock) -> None:
    exchange = await happenings.over(the_clock, cast.olive, cast.amina)
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/exchanges/{exchange}/for/member/how-long")
    assert "You are acting for Olive" in page.text
    await priya.send(page.form(), hours="0", minutes="40", status=303)
    page = await priya.get(f"/exchanges/{exchange}/for/helper/how-long")
    assert page.h1 == "Olive says 40 minutes. Is that right?"
    await priya.send(page.form(), press="Yes, 40 minutes", status=303)
    page = await priya.follow()
    assert (await accounts.of(town.id, accounts.MEMBER, cast.amina.id)).balance == 40
    told = [(one.act, one.for_whom) for one in await stories.of(town.id, exchange)]
    assert ("exchange.say", "Olive Brennan") in told
    assert ("exchange.agree", "Amina Yusuf") in told


async def test_cancel_for_a_member_and_come_not_for_a_helper(app: Starlette, cast: Cast, town: Town) -> None:
    exchange = await happenings.agreed(cast.olive, cast.amina)
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/exchanges/{exchange}/for/helper/cannot-come")
    await priya.send(page.form(), status=303)
    page = await priya.get(f"/exchanges/{exchange}/for/member/cancel")
    await priya.send(page.form(), reason="Her son did it", status=303)
    page = await priya.follow()
    assert "Called it off: Her son did it" in page.text
    await priya.get(f"/exchanges/{exchange}/for/helper/cancel", status=404)
    await priya.get(f"/exchanges/{exchange}/for/nobody/cancel", status=404)


async def test_decide_and_undo(app: Starlette, cast: Cast, town: Town, the_clock: TheClock) -> None:
    exchange = await happenings.disputed(the_clock, cast.margaret, cast.amina)
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/exchanges/{exchange}/decide")
    assert "Margaret said 30 minutes" in page.text
    page = await priya.send(page.form(), hours="0", minutes="0", status=422)
    assert page.errors == ["Please write how long it was, up to 12 hours"]
    await priya.send(page.form(), hours="0", minutes="50", status=303)
    assert (await accounts.of(town.id, accounts.MEMBER, cast.amina.id)).balance == 50
    page = await priya.get(f"/exchanges/{exchange}/undo")
    page = await priya.send(page.form(), status=422)
    assert page.errors == ["Please write a short reason"]
    await priya.send(page.form(), reason="It was another day", status=303)
    assert "Took the confirmation back: It was another day" in (await priya.follow()).text
    assert (await accounts.of(town.id, accounts.MEMBER, cast.amina.id)).balance == 0
    page = await priya.get(f"/exchanges/{exchange}/decide")
    await priya.send(page.form(), happened="no", status=303)
    assert await _state(town, exchange) == "cancelled"


async def test_beyond_the_hours_it_goes_ahead(app: Starlette, cast: Cast, town: Town) -> None:
    exchange = await happenings.asked(cast.margaret, minutes=330, after=timedelta(days=2))
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/exchanges/{exchange}")
    assert "Please ring Margaret Okafor before asking neighbours" in page.text
    await priya.send(page.form(f"/exchanges/{exchange}/go-ahead"), status=303)
    assert await _state(town, exchange) == "asking"


async def test_a_kind_no(app: Starlette, cast: Cast, town: Town) -> None:
    exchange = await happenings.asked(cast.margaret, "diy_small", note="the boiler is broken")
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/exchanges/{exchange}/decline")
    page = await priya.send(page.form(), status=422)
    assert page.errors == ["Please write a short reason"]
    await priya.send(page.form(), reason="Gas is for a fitter. We gave her the number of one.", status=303)
    assert await _state(town, exchange) == "declined"


async def test_what_has_changed_meanwhile_is_said(app: Starlette, cast: Cast, the_clock: TheClock) -> None:
    exchange = await happenings.confirmed(the_clock, cast.margaret, cast.amina)
    priya = await at_a_browser(app, cast.priya)
    page = await priya.post(f"/exchanges/{exchange}/go-ahead", status=409)
    assert page.h1 == "That has changed"
    assert page.links["Go back"] == f"/exchanges/{exchange}"
