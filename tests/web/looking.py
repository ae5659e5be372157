"""Looking at a page as axe-core does, and at what a browser had to fetch for it."""

import asyncio
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import ConsoleMessage, Page, Request

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = {"a small telephone": 360, "a desk": 1280, "a desk at 400 %": 320}
NARROW = {"a small telephone": 360}
HEIGHT = 800
RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
PATIENCE_SECONDS = 60
SMALLEST_TARGET = 44
"""CSS pixels: WCAG 2.2, criterion 2.5.5 (enhanced); links within a sentence are left out, as there."""

_SMALL_TARGETS = """(smallest) => [...document.querySelectorAll('a[href], button, input, select')]
  .filter(node => node.offsetParent !== null && !node.matches('.govuk-skip-link'))
  .filter(node => !(node.matches('a') && node.closest('p, li:not([class*=places] li), dd')
    && getComputedStyle(node).display === 'inline'))
  .map(node => [node.outerHTML.slice(0, 90), node.getBoundingClientRect()])
  .filter(([, box]) => box.height < smallest && box.width > 0)
  .map(([html, box]) => `${html} is ${Math.round(box.height)} px high`)"""


@dataclass
class Watch:
    """What a page fetched and complained of."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def on(self, page: Page) -> "Watch":
        """Begin to watch a page."""
        page.on("request", self._fetched)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return self

    def _fetched(self, request: Request) -> None:
        self.hosts.add(urlsplit(request.url).netloc)

    def _said(self, message: ConsoleMessage) -> None:
        # The browser itself reports a page's status of 404 or 422 as an error of the console.
        if message.type == "error" and "the server responded with a status" not in message.text:
            self.complaints.append(message.text)


async def faults(page: Page, widths: dict[str, int] = WIDTHS) -> list[str]:
    """All that is wrong with the page that stands in the browser, at each width."""
    found = await measured(page)
    await page.evaluate(_source())
    for name, width in widths.items():
        await page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"on {name}: {fault}" for fault in await asyncio.wait_for(_axe(page), PATIENCE_SECONDS)]
    return found


async def measured(page: Page) -> list[str]:
    """What can be found with a ruler alone, at each width: too wide a page, too small a target."""
    found = []
    for name, width in WIDTHS.items():
        await page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"on {name}: {fault}" for fault in await _measured(page, width)]
    return found


async def _axe(page: Page) -> list[str]:
    result = await page.evaluate("(rules) => axe.run(document, rules)", RULES)
    return [
        f"{violation['id']} ({violation['help']}): {node['html'][:160]} {_why(node)}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def _why(node: dict[str, Any]) -> str:
    return " ".join(part["message"] for part in [*node["any"], *node["all"], *node["none"]])[:200]


async def _measured(page: Page, width: int) -> list[str]:
    wide: int = await page.evaluate("document.documentElement.scrollWidth")
    found = [f"the page is {wide} px wide and has to be pushed sideways"] if wide > width else []
    small: list[str] = await page.evaluate(_SMALL_TARGETS, SMALLEST_TARGET)
    return found + small


@cache
def _source() -> str:
    return AXE.read_text()
