"""Who may come in. Each route in web/routes.py names one guard, and nothing is open by oversight.

    Route("/visits", guards.member(visits.show))

A guard finds out who is signed in, puts it and the masthead on the request, and
only then calls the page. `visitor(request)` is for pages behind any guard but
`public`; `actor(request)` is the same person as use cases are told it.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank.audit.actor import Actor
from timebank.members import sessions
from web import cookies, masthead

Endpoint = Callable[[Request], Awaitable[Response]]
Test = Callable[[sessions.Visitor], bool]


def public(endpoint: Endpoint) -> Endpoint:
    """Anybody."""

    async def guarded(request: Request) -> Response:
        await _welcome(request)
        return await endpoint(request)

    return guarded


def signed_in(endpoint: Endpoint) -> Endpoint:
    """Anybody whom we know, whatever they do here."""
    return _guarded(endpoint, lambda _visitor: True)


def member(endpoint: Endpoint) -> Endpoint:
    """A person of a timebank: member, helper or organiser (who may be all three)."""
    return _guarded(endpoint, lambda visitor: visitor.person_id is not None)


def organiser(endpoint: Endpoint) -> Endpoint:
    """An organiser of the visitor's own timebank."""
    return _guarded(endpoint, lambda visitor: visitor.is_organiser)


def officer(endpoint: Endpoint) -> Endpoint:
    """Somebody of a council, who reads its report."""
    return _guarded(endpoint, lambda visitor: visitor.officer_id is not None)


def visitor(request: Request) -> sessions.Visitor:
    """Who is signed in. Only behind a guard that makes sure somebody is."""
    found: sessions.Visitor | None = request.state.visitor
    if found is None:
        raise AssertionError("a page for somebody signed in stands behind the public guard")
    return found


def actor(request: Request) -> Actor:
    """The person who is signed in, as use cases are told it. Raises NotAllowed for an officer."""
    return visitor(request).actor("web")


def _guarded(endpoint: Endpoint, may_enter: Test) -> Endpoint:
    async def guarded(request: Request) -> Response:
        found = await _welcome(request)
        if found is None:
            return _to_sign_in(request)
        if not may_enter(found):
            raise HTTPException(403)
        return await endpoint(request)

    return guarded


async def _welcome(request: Request) -> sessions.Visitor | None:
    """Find out who comes, for the page and its frame."""
    token = cookies.token(request)
    found = await sessions.visitor(token) if token else None
    request.state.visitor = found
    await masthead.attach(request, found.timebank_id if found else None)
    return found


def _to_sign_in(request: Request) -> Response:
    """Sign in first, then back to the page asked for (a form that was sent is not sent again)."""
    address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    onward = f"?next={quote(address, safe='/')}" if request.method in ("GET", "HEAD") else ""
    return RedirectResponse(f"/sign-in{onward}", 303)
