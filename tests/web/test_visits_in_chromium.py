"""The pages of a visit, at every step of its life, in a real Chromium with axe-core."""

from datetime import timedelta
from uuid import UUID

import pytest
from playwright.async_api import Browser

from tests import signing_in
from tests.cast import Cast, Player
from tests.the_clock import TheClock
from tests.web import happenings, looking
from timebank.desk import items
from timebank.messaging import inbox
from timebank.scheduling import confirming

Opened = tuple[Player, str]


async def _looked_for(cast: Cast, the_clock: TheClock) -> list[Opened]:
    visit = await happenings.asked(cast.margaret)
    await happenings.asked(cast.olive, "lift")
    return [
        (cast.margaret, f"/visits/{visit}"),
        (cast.margaret, f"/ask/done/{visit}"),
        (cast.amina, f"/visits/{visit}"),
        (cast.amina, "/home"),
        (cast.priya, f"/exchanges/{visit}"),
        (cast.priya, f"/exchanges/{visit}/decline"),
        (cast.priya, "/today"),
    ]


async def _agreed(cast: Cast, the_clock: TheClock) -> list[Opened]:
    visit = await happenings.agreed(cast.margaret, cast.amina, after=timedelta(hours=1), note="Knock")
    offer = await happenings.offered(cast.bill, cast.tom, "errand")
    return [
        (cast.margaret, "/home"),
        (cast.bill, f"/visits/{offer}"),
        *((cast.margaret, f"/visits/{visit}{step}") for step in ("", "/cancel", "/change-time")),
        *((cast.amina, f"/visits/{visit}{step}") for step in ("/running-late", "/cannot-come")),
        (cast.priya, f"/exchanges/{visit}"),
        (cast.priya, f"/exchanges/{offer}"),
        (cast.priya, f"/exchanges/{visit}/for/helper/running-late"),
    ]


async def _over(cast: Cast, the_clock: TheClock) -> list[Opened]:
    visit = await happenings.over(the_clock, cast.margaret, cast.amina)
    await confirming.confirm(cast.amina.by(), visit, cast.amina.id, 45)
    steps = ("", "/how-long", "/how-long?other=yes", "/nobody-came")
    return [
        *((cast.margaret, f"/visits/{visit}{step}") for step in steps),
        (cast.amina, f"/visits/{visit}/nobody-in"),
        (cast.priya, f"/exchanges/{visit}/decide"),
        (cast.priya, "/today"),
    ]


async def _done(cast: Cast, the_clock: TheClock) -> list[Opened]:
    visit = await happenings.confirmed(the_clock, cast.margaret, cast.amina)
    town = cast.margaret.timebank_id
    await items.lay(town, "emergency", "fallen", "I have fallen", person_id=cast.margaret.id)
    await items.lay(town, "not_understood", "cat", "The cat is back", number="+447700900555")
    await inbox.store("SM1", "+447700900201", "+447700900100", "Thank you")
    return [
        (cast.margaret, "/time"),
        (cast.margaret, f"/visits/{visit}"),
        (cast.priya, f"/exchanges/{visit}"),
        (cast.priya, f"/exchanges/{visit}/undo"),
        (cast.priya, f"/people/{cast.amina.id}"),
        (cast.priya, "/texts"),
        (cast.priya, "/texts/+447700900201"),
        (cast.priya, "/today"),
    ]


STEPS = {"looked for": _looked_for, "agreed": _agreed, "over": _over, "done": _done}


@pytest.mark.parametrize("step", STEPS)
async def test_step(
    the_clock: TheClock, browser: Browser, cast: Cast, live_server_url: str, step: str
) -> None:
    """No violation of any rule at any width."""
    tokens: dict[UUID, str] = {}
    faults: list[str] = []
    for who, path in await STEPS[step](cast, the_clock):
        if who.id not in tokens:
            tokens[who.id] = await signing_in.token_of(who)
        context = await browser.new_context(java_script_enabled=True, reduced_motion="reduce")
        await context.add_cookies([{"name": "session", "value": tokens[who.id], "url": live_server_url}])
        page = await context.new_page()
        answer = await page.goto(live_server_url + path)
        assert answer is not None
        assert (answer.status, page.url) == (200, live_server_url + path)
        faults += [f"{path} {fault}" for fault in await looking.faults(page)]
        await context.close()
    assert not faults, "\n".join(faults)
