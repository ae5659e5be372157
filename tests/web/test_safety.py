"""What the edge promises whoever comes: headers, guards, limits, and kind failures."""

import asyncpg
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.browser import Client
from tests.cast import Cast
from tests.worlds import Town
from timebank import errors, settings
from web import failures, guards, render
from web.app import create_app

OTHER_SITE = {"sec-fetch-site": "cross-site", "origin": "https://evil.test"}


async def test_every_answer_is_guarded_by_headers(client: Client, town: Town) -> None:
    """No frames, no other host, nothing inline, nothing kept."""
    for path in ("/", "/nowhere", "/healthz"):
        headers = (await client.get(path, status=404 if path == "/nowhere" else 200)).response.headers
        assert headers["content-security-policy"].startswith("default-src 'self';")
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


async def test_what_another_site_sends_is_turned_away(client: Client, town: Town) -> None:
    """Whatever the browser says of where it comes from."""
    page = await client.post("/sign-out", status=403, headers=OTHER_SITE)
    assert page.h1 == "This page is not for you"
    await client.post("/sign-out", status=403, headers={"origin": "https://evil.test"})
    await client.post("/sign-out", status=403, headers={"origin": "null"})
    await client.post("/sign-out", status=403, headers={"origin": "http://[evil"})
    await client.post("/sign-out", status=303, headers={"origin": "http://timebank.test"})
    await client.post("/sign-out", status=303, headers={"sec-fetch-site": "same-origin"})
    await client.post("/sign-out", status=303)
    await client.get("/", status=200, headers=OTHER_SITE)


async def test_the_cookie_is_bound_where_there_is_https(
    database_url: str, redis_url: str, cast: Cast
) -> None:
    """__Host-, Secure, HttpOnly and SameSite=Lax."""
    known = settings.Settings(
        environment="test",
        database_url=database_url,
        redis_url=redis_url,
        public_base_url="https://timebank.test",
    )
    client = Client(create_app(known))
    page = await client.post("/sign-out")
    cookie = page.response.headers["set-cookie"]
    assert cookie.startswith("__Host-session=")
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert "max-age=31536000" in page.response.headers["strict-transport-security"]
    await client.close()


async def test_too_much_at_once_is_not_read(client: Client, town: Town) -> None:
    """More than 64 KB of a form, more fields than any form has, or no form at all."""
    page = await client.post("/sign-in", number="0" * 70_000, status=413)
    assert page.h1 == "That was too much at once"
    await client.post("/sign-in", {f"field{number}": "x" for number in range(500)}, status=400)
    await client.post("/sign-in", number="1", headers={"content-type": "application/json"}, status=415)


async def test_methods_that_a_page_does_not_have(client: Client, town: Town) -> None:
    """A page all the same, and the header that says what it has."""
    page = await client.post("/privacy", status=405)
    assert page.h1 == "That does not work here"
    assert "GET" in page.response.headers["allow"]


@pytest.fixture
async def strange(app: Starlette) -> Client:
    """The application with a few pages that only tests need."""

    async def hello(request: Request) -> Response:
        return render.page(request, "public/welcome.html")

    async def refuses(request: Request) -> Response:
        raise _REFUSALS[request.path_params["kind"]]

    guard = {"signed-in": guards.signed_in, "member": guards.member, "organiser": guards.organiser,
             "officer": guards.officer}  # fmt: skip
    app.router.routes[:0] = [
        *(Route(f"/strange/{name}", wrap(hello), methods=["GET", "POST"]) for name, wrap in guard.items()),
        Route("/strange/refuses/{kind}", guards.public(refuses)),
        Route("/api/refuses/{kind}", refuses),
    ]
    return Client(app)


_REFUSALS: dict[str, Exception] = {
    "not-found": errors.NotFound("visit"),
    "not-allowed": errors.NotAllowed(),
    "not-now": errors.NotNow(state="done", move="accept"),
    "invalid": errors.Invalid("minutes", "That is too long"),
    "too-many": errors.TooManyTries(retry_after_seconds=60),
    "gate": errors.GateClosed(missing=["references"]),
    "away": asyncpg.ConnectionDoesNotExistError(),
    "refused": ConnectionRefusedError(),
}


@pytest.mark.parametrize(
    ("name", "welcome", "turned_away"),
    [
        ("signed-in", ["margaret", "priya", "ruth"], []),
        ("member", ["margaret", "priya"], ["ruth"]),
        ("organiser", ["priya"], ["margaret", "ruth"]),
        ("officer", ["ruth"], ["margaret", "priya"]),
    ],
)
async def test_each_guard_lets_in_whom_it_names(
    strange: Client, cast: Cast, name: str, welcome: list[str], turned_away: list[str]
) -> None:
    """And shows the others a page that says so."""
    for who in welcome + turned_away:
        await strange.sign_in(getattr(cast, who))
        await strange.get(f"/strange/{name}", status=200 if who in welcome else 403)
    strange.sign_out()
    assert (await strange.get(f"/strange/{name}?a=1")).location == f"/sign-in?next=/strange/{name}%3Fa%3D1"
    assert (await strange.post(f"/strange/{name}")).location == "/sign-in"


@pytest.mark.parametrize(
    ("kind", "status"),
    [("not-found", 404), ("not-allowed", 403), ("not-now", 409), ("invalid", 422), ("too-many", 429),
     ("gate", 403), ("away", 503), ("refused", 503)],
)  # fmt: skip
async def test_each_refusal_has_its_page_and_its_problem(
    strange: Client, town: Town, kind: str, status: int
) -> None:
    """A page with the number to ring; for the API a problem document."""
    page = await strange.get(f"/strange/refuses/{kind}", status=status)
    assert "020 7946 0100" in page.text
    problem = (await strange.get(f"/api/refuses/{kind}", status=status)).response
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["status"] == status


def test_every_failure_has_words() -> None:
    """Each status of the table of refusals is one a page can be shown for."""
    assert set(failures.STATUS.values()) <= set(failures.WORDS)


async def test_it_says_what_is_not_ready(client: Client, town: Town) -> None:
    """Alive, and every part there."""
    assert (await client.get("/healthz")).response.text == "alive"
    ready = (await client.get("/readyz", status=200)).response.json()
    assert ready == {"ready": True, "database": "ready", "migrations": "ready", "queue": "ready"}


async def test_without_redis_it_is_not_ready_but_still_serves(database_url: str, town: Town) -> None:
    """Nothing is lost while the bell is away."""
    known = settings.Settings(
        environment="test", database_url=database_url, redis_url="redis://127.0.0.1:1/0"
    )
    app = create_app(known)
    client = Client(app)
    assert (await client.get("/readyz", status=503)).response.json()["queue"] == "away"
    await client.get("/", status=200)
    await app.state.bell("deliver")
    await client.close()
