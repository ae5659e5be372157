"""A browser without JavaScript for tests: it fetches pages from the application and checks every one.

    page = await client.get("/visits")
    assert page.h1 == "My visits"
    page = await client.send(page.form("/visits/1/confirm"), minutes="45")
    page = await client.follow()

What is checked on each page is in tests/page_rules.py. A status other than the
expected one is a failure that shows what the page said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin, urlsplit

import httpx
from starlette.types import ASGIApp

from tests import page_rules, signing_in
from tests.cast import Officer, Player
from tests.html_tree import Node
from web.masthead import Mastheads

ADDRESS = "http://timebank.test"
GOOD = (200, 303)
UNGRADED = ("/today", "/people", "/exchanges", "/texts", "/desk", "/council")  # for organisers and officers


@dataclass
class FormOnPage:
    """A form as the page shows it: where it goes, and what is filled in."""

    action: str
    fields: dict[str, list[str]]
    buttons: dict[str, tuple[str, str]]
    node: Node

    def __getitem__(self, name: str) -> str:
        """What a field holds."""
        return next(iter(self.fields[name]), "")


@dataclass
class Page:
    """One answer of the application."""

    status: int
    path: str
    response: httpx.Response
    tree: Node = field(default_factory=lambda: Node("document"))

    @property
    def h1(self) -> str:
        """The page's heading."""
        heading = self.tree.first("h1")
        return heading.text if heading else ""

    @property
    def title(self) -> str:
        """The window's title."""
        title = self.tree.first("title")
        return title.text if title else ""

    @property
    def text(self) -> str:
        """All that a person reads in the main part."""
        return (self.tree.first("main") or self.tree).text

    @property
    def location(self) -> str:
        """Where a redirect leads, as a path."""
        return str(self.response.headers.get("location", ""))

    @property
    def errors(self) -> list[str]:
        """The sentences of the error summary."""
        summary = next((n for n in self.tree.every("div") if n.has_class("govuk-error-summary")), None)
        return [link.text for link in summary.every("a")] if summary else []

    @property
    def links(self) -> dict[str, str]:
        """The words of each link and where it leads."""
        return {link.text: link.get("href") or "" for link in self.tree.every("a")}

    def form(self, action: str | None = None) -> FormOnPage:
        """The form that goes to an address; without one, the only form of the main part."""
        forms = [_form(node, self.path) for node in (self.tree.first("main") or self.tree).every("form")]
        found = [form for form in forms if action in (None, form.action)]
        assert len(found) == 1, f"{len(found)} forms of {[form.action for form in forms]} go to {action}"
        return found[0]


class Client:
    """Somebody at a browser; `sign_in` makes them somebody we know."""

    def __init__(self, app: ASGIApp) -> None:
        state = getattr(app, "state", None)
        self._mastheads: Mastheads | None = getattr(state, "mastheads", None)
        self._http = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ADDRESS)
        self._last: Page | None = None

    async def close(self) -> None:
        """Put the browser away."""
        await self._http.aclose()

    async def sign_in(self, somebody: Player | Officer) -> None:
        """Be somebody of the cast from now on."""
        self._http.cookies.set("session", await signing_in.token_of(somebody))

    def sign_out(self) -> None:
        """Be nobody we know."""
        self._http.cookies.clear()

    async def get(
        self, path: str, *, status: int | None = None, headers: Mapping[str, str] | None = None
    ) -> Page:
        """Open an address (200 or a redirect unless `status` says otherwise)."""
        return self._seen(await self._http.get(path, headers=dict(headers or {})), status)

    async def post(
        self,
        path: str,
        values: Mapping[str, str | list[str]] | None = None,
        /,
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        **fields: str | list[str],
    ) -> Page:
        """Send a form; names that are no Python words go into `values`."""
        body = urlencode({**(values or {}), **fields}, doseq=True)
        kind = {"content-type": "application/x-www-form-urlencoded", **(headers or {})}
        return self._seen(await self._http.post(path, content=body, headers=kind), status)

    async def send(
        self,
        form: FormOnPage,
        values: Mapping[str, str | list[str]] | None = None,
        /,
        *,
        press: str | None = None,
        status: int | None = None,
        **fields: str | list[str],
    ) -> Page:
        """Fill in some fields of a form on a page and send it with all its others; `press` names a button."""
        pressed = dict([form.buttons[press]]) if press else {}
        everything = {**form.fields, **(values or {}), **fields, **pressed}
        return await self.post(form.action, everything, status=status)

    async def follow(self, *, status: int | None = None) -> Page:
        """Go where the last answer leads."""
        assert self._last is not None, "nothing has been opened yet"
        assert self._last.location, f"{self._last.path} leads nowhere"
        return await self.get(self._last.location, status=status)

    def _seen(self, response: httpx.Response, status: int | None) -> Page:
        path = urlsplit(str(response.request.url)).path
        page = Page(response.status_code, path, response)
        expected = GOOD if status is None else (status,)
        said = response.text[:2000] if response.status_code not in expected else ""
        assert response.status_code in expected, f"{path}: {response.status_code}, not {expected}\n{said}"
        if response.headers.get("content-type", "").startswith("text/html"):
            page.tree = page_rules.check(
                response.text,
                demonstration=self._mastheads is not None and self._mastheads.any_demonstration,
                graded=not path.startswith(UNGRADED),
            )
        self._last = page
        return page


def _form(node: Node, path: str) -> FormOnPage:
    fields: dict[str, list[str]] = {}
    buttons: dict[str, tuple[str, str]] = {}
    for found in node.every("input", "select", "textarea", "button"):
        name = found.get("name")
        if found.tag == "button":
            buttons[found.text] = (name or "", found.get("value") or "")
        elif name and (value := _value(found)) is not None:
            fields.setdefault(name, []).append(value)
    return FormOnPage(urljoin(path, node.get("action") or path), fields, buttons, node)


def _value(found: Node) -> str | None:
    """What a field would send as it stands, or None when it would send nothing."""
    if found.tag == "textarea":
        return "".join(child for child in found.children if isinstance(child, str)).removeprefix("\n")
    if found.tag == "select":
        options = list(found.every("option"))
        chosen = [option for option in options if option.get("selected") is not None] or options[:1]
        return (chosen[0].get("value") or "") if chosen else None
    if found.get("type") in ("radio", "checkbox") and found.get("checked") is None:
        return None
    return found.get("value") or ""
