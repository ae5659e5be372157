"""Every page in a real Chromium: axe-core at three widths, with our script and without; nothing from afar."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, BrowserContext, Page

from tests import signing_in
from tests.cast import Cast, Officer, Player
from tests.web import looking
from tests.web.pages import PAGES, Who
from tests.worlds import Town

MOST_BYTES_OF_A_FIRST_VISIT = 150_000
PATIENCE_MILLISECONDS = 30_000


class Opener:
    """Opens fresh browsers for a test and closes them after it, however it went."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self._url = url
        self._opened: list[BrowserContext] = []

    async def page(self, somebody: Player | Officer | None = None, **options: Any) -> Page:
        """A page of a browser in which somebody is signed in, or nobody."""
        context = await self._browser.new_context(locale="en-GB", **options)
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        self._opened.append(context)
        if somebody is not None:
            token = await signing_in.token_of(somebody)
            await context.add_cookies([{"name": "session", "value": token, "url": self._url}])
        return await context.new_page()

    async def close(self) -> None:
        """Close them all."""
        for context in self._opened:
            await context.close()


@pytest.fixture
async def opener(browser: Browser, live_server_url: str) -> AsyncIterator[Opener]:
    """Browsers for this test."""
    made = Opener(browser, live_server_url)
    yield made
    await made.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with our script", "without it"])
@pytest.mark.parametrize(("path", "who"), PAGES)
async def test_page(
    opener: Opener, live_server_url: str, cast: Cast, path: str, who: Who, *, scripts: bool
) -> None:
    """No violation of any rule, nothing to push sideways, nothing too small to touch."""
    page = await opener.page(None if who == "nobody" else getattr(cast, who))
    if not scripts:  # axe-core is a script itself and needs a browser that runs some
        await page.route("**/*.js", lambda route: route.abort())
    watch = looking.Watch().on(page)
    address = path.format(**{player.first_name.lower(): player.id for player in cast.players})
    answer = await page.goto(live_server_url + address)
    assert answer is not None
    assert answer.status == (404 if path == "/nowhere" else 200)
    assert urlsplit(page.url).path == urlsplit(address).path, "it led elsewhere"
    faults = await looking.faults(page, looking.WIDTHS if scripts else looking.NARROW)
    assert not faults, "\n".join(faults)
    assert watch.hosts == {urlsplit(live_server_url).netloc}
    assert not scripts or not watch.complaints


async def test_a_first_visit_is_small(opener: Opener, live_server_url: str, town: Town) -> None:
    """All that the first page needs, as it goes over the line, with its headers."""
    page = await opener.page()
    line = await page.context.new_cdp_session(page)
    sizes: list[float] = []
    await line.send("Network.enable")
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    await page.goto(live_server_url, wait_until="networkidle")
    assert len(sizes) >= 6
    assert sum(sizes) < MOST_BYTES_OF_A_FIRST_VISIT


async def test_a_keyboard_is_enough(opener: Opener, live_server_url: str, town: Town) -> None:
    """The first stop of the Tab key leads past the header, and where one is can always be seen."""
    page = await opener.page()
    await page.goto(f"{live_server_url}/sign-in")
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "govuk-skip-link"
    await page.keyboard.press("Enter")
    assert await page.evaluate("document.activeElement.id") == "main"
    for _ in range(3):
        await page.keyboard.press("Tab")
        outline = await page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert float(outline.removesuffix("px")) >= 3


async def test_a_wrong_form_is_pointed_at(opener: Opener, live_server_url: str, town: Town) -> None:
    """The summary has the keyboard, and its links lead to the fields; axe is content with it too."""
    page = await opener.page()
    await page.goto(f"{live_server_url}/sign-in")
    await page.get_by_role("button", name="Send me a code").click()
    assert (await page.title()).startswith("Error: Sign in")
    assert "govuk-error-summary" in await page.evaluate("document.activeElement.className")
    assert not await looking.faults(page)
    await page.get_by_role("link", name="Please tell us your telephone number").click()
    assert await page.evaluate("document.activeElement.id") == "number"


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "with JavaScript off"])
async def test_joining(opener: Opener, live_server_url: str, town: Town, *, scripts: bool) -> None:
    """Each page of it is as good as the others, up to the thank-you."""
    page = await opener.page(java_script_enabled=scripts)
    await page.goto(f"{live_server_url}/join")
    steps: list[tuple[dict[str, str], list[str], str]] = [
        ({}, [], "Let us begin"),
        ({"First name": "Joan", "Last name": "Whitlock"}, [], "Continue"),
        ({"Day": "27", "Month": "3", "Year": "1941"}, [], "Continue"),
        ({"House and street": "5 Sorrel Court", "Postcode": "SE4 2AB"}, [], "Continue"),
        ({"Mobile telephone": "07700 900321"}, [], "Continue"),
        ({}, ["Yes, text me"], "Continue"),
        ({}, ["Text me"], "Continue"),
        ({}, ["A walk together"], "Continue"),
        ({}, [], "Yes, I would like to join"),
    ]
    for typed, chosen, button in steps:
        for label, words in typed.items():
            await page.get_by_label(label, exact=True).fill(words)
        for label in chosen:
            await page.get_by_label(label, exact=True).check()
        # With JavaScript off the browser runs no timers, which axe-core needs; it can still be measured.
        assert not (await looking.faults(page, looking.NARROW) if scripts else await looking.measured(page))
        await page.get_by_role("button", name=button, exact=True).click()
    await page.wait_for_url("**/join/done")
    assert (await page.title()).startswith("Thank you. You are one of us")


async def test_wide_letters_and_forced_colours(opener: Opener, live_server_url: str, town: Town) -> None:
    """The text spacing of WCAG 1.4.12 cuts nothing off, and colours of one's own leave the page usable."""
    page = await opener.page(forced_colors="active", viewport={"width": 320, "height": 800})
    await page.goto(live_server_url)
    await page.evaluate(
        """() => { for (const node of document.querySelectorAll('*')) {
            node.style.letterSpacing = '0.12em'; node.style.wordSpacing = '0.16em';
            node.style.lineHeight = '1.5'; } }"""
    )
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    assert await page.get_by_role("link", name="Join us", exact=True).first.is_visible()
