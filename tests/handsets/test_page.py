"""The page with the telephones, in a real Chromium: with and without JavaScript, by axe's rules."""

import json
from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser, async_playwright, expect

from tests import chromium
from tests.phones import phone_network
from tests.phones.listener import Listener
from tests.phones.phone_network import PhoneNetwork
from tests.web import looking

MARGARET, OLIVE = "+447700900701", "+441632960701"
PEOPLE = [
    {"name": "Margaret", "number": "07700 900701"},
    {"name": "Bill", "number": "07700 900701"},
    {"name": "Olive", "number": "01632 960701"},
    *({"name": f"Neighbour {count}", "number": f"07700 9007{count}"} for count in range(10, 30)),
]


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(
            executable_path=chromium.path(), args=list(chromium.ARGUMENTS)
        )
        yield opened
        await opened.close()


@pytest.fixture(scope="module")
def table(our_side: Listener, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PhoneNetwork]:
    """A network of its own, with people, texts both ways, and a failure planned."""
    folder = tmp_path_factory.mktemp("table")
    (folder / "people.json").write_text(json.dumps(PEOPLE))
    with phone_network.running(folder, f"{our_side.url}/table") as network:
        network.type(MARGARET, "Could someone change a lightbulb")
        network.type(MARGARET, "STOP")
        network.fail("429", MARGARET, 2)
        network.wait_until_still(MARGARET)
        yield network


async def test_nothing_is_wrong_with_the_page(browser: Browser, table: PhoneNetwork) -> None:
    context = await browser.new_context(bypass_csp=True)
    page = await context.new_page()
    watch = looking.Watch().on(page)
    await page.goto(table.url)
    await page.click("#choose summary")
    assert await looking.faults(page) == []
    assert watch.complaints == []
    assert watch.hosts == {f"127.0.0.1:{table.port}"}
    await context.close()


async def test_typing_shows_at_once_and_keeps_the_other_boxes(browser: Browser, table: PhoneNetwork) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{table.url}/?phone=%2B447700900711&phone=%2B447700900712")
    await page.fill("#body-447700900712", "half a text")
    await page.fill("#body-447700900711", "Yes please")
    await page.press("#body-447700900711", "Enter")
    await expect(page.locator("#phone-447700900711 .typed")).to_contain_text("Yes please")
    assert await page.input_value("#body-447700900712") == "half a text"
    assert await page.input_value("#body-447700900711") == ""
    table.type("+447700900712", "from elsewhere")
    await expect(page.locator("#phone-447700900712 .typed")).to_contain_text("from elsewhere")
    await context.close()


async def test_everything_works_without_javascript(browser: Browser, table: PhoneNetwork) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(table.url)
    await page.click("#choose summary")
    for number in (MARGARET, OLIVE, "+447700900710"):
        await page.uncheck(f'[type=checkbox][value="{number}"]')
    await page.check('[type=checkbox][value="+447700900715"]')
    await page.click("text=Show these")
    await page.fill("#body-447700900715", "Hello from a plain page")
    await page.click("#phone-447700900715 button")
    await expect(page.locator("#phone-447700900715 .typed")).to_contain_text("Hello from a plain page")
    await expect(page.locator("#phone-447700900701")).to_have_count(0)
    await page.click("text=Let everything work again")
    await page.click("#failures summary")
    await page.select_option("#kind", "500")
    await page.click("text=Fail like this")
    await expect(page.locator("#failures li")).to_contain_text("The network breaks")
    await context.close()
