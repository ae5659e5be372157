"""From a refusal to what is said about it: one table, for pages and for the JSON API.

Use cases raise refusals that carry facts; here each has its status and its
words. A page that can do better (a form beside which the words belong) catches
the refusal itself.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import asyncpg
import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from timebank import errors
from web import headers as safe
from web import masthead, render

API = "/api/"
DATABASE_AWAY: tuple[type[Exception], ...] = (
    ConnectionError,
    FileNotFoundError,  # the socket of a PostgreSQL that has stopped
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.exceptions.OperatorInterventionError,
)
_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Words:
    """A failure as a person reads it: the heading and one or two plain sentences."""

    heading: str
    sentence: str


WORDS = {
    400: Words("We could not read that", "Something went astray on the way. Please go back and try again."),
    403: Words("This page is not for you", "It belongs to somebody else. Ring us if you think it is yours."),
    404: Words("We cannot find that page", "It may have moved. You have done nothing wrong."),
    405: Words("That does not work here", "Please go back to the first page and try again from there."),
    409: Words("That has changed", "Somebody was quicker, or it is already done. Nothing was done twice."),
    413: Words("That was too much at once", "Please send us a little less, or ring us and tell us."),
    415: Words("We could not read that", "Please go back and try again."),
    422: Words("That did not work", "Something we were given cannot be right. Please go back and check."),
    429: Words("Let us wait a little", "That has been tried a few times. Please wait, or ring us."),
    500: Words(
        "Sorry, that is our fault", "Something broke here. Nothing you did is wrong. Please try again soon."
    ),
    503: Words(
        "We will be back soon", "Our books are shut for a moment. Nothing is lost. Please try again soon."
    ),
}

STATUS: dict[type[errors.Refusal], int] = {
    errors.NotFound: 404,
    errors.NotAllowed: 403,
    errors.GateClosed: 403,
    errors.NotNow: 409,
    errors.TooManyTries: 429,
    errors.Invalid: 422,
    errors.Refusal: 422,
}


def status_of(refusal: errors.Refusal) -> int:
    """The status of a refusal, by its nearest kind in the table."""
    return next(STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS)


def problem(
    status: int,
    detail: str = "",
    *,
    title: str | None = None,
    headers: dict[str, str] | None = None,
    **more: Any,
) -> Response:
    """A problem document (RFC 9457): `title` is of the kind, `detail` of this case, `more` extra members."""
    document = {"type": "about:blank", "title": title or HTTPStatus(status).phrase, "status": status}
    if detail:
        document["detail"] = detail
    return JSONResponse({**document, **more}, status, headers=headers, media_type="application/problem+json")


async def show(request: Request, status: int, headers: dict[str, str] | None = None) -> Response:
    """The page (or the problem document) of a status."""
    words = WORDS.get(status, WORDS[500 if status >= 500 else 400])
    if request.url.path.startswith(API):
        return problem(status, words.sentence, headers=headers)
    if not hasattr(request.state, "masthead"):
        await _masthead_if_possible(request)
    page = render.page(request, "failures/failure.html", status, words=words)
    page.headers.update(headers or {})
    return page


async def _masthead_if_possible(request: Request) -> None:
    try:
        await masthead.attach(request, None)
    except Exception:  # the page about the failure must come, whatever else fails
        request.state.masthead = request.app.state.mastheads.of(None)


async def on_refusal(request: Request, refusal: Exception) -> Response:
    """What a use case refused and no page caught."""
    if not isinstance(refusal, errors.Refusal):
        raise refusal
    status = status_of(refusal)
    _log.info("web.refused", refusal=type(refusal).__name__, path=request.url.path, status=status)
    wait = refusal.facts.get("retry_after_seconds")
    return await show(request, status, {"retry-after": str(wait)} if wait else None)


async def on_http(request: Request, failure: Exception) -> Response:
    """No such page, no such method, not for this visitor."""
    if not isinstance(failure, HTTPException):
        raise failure
    return await show(request, failure.status_code, dict(failure.headers or {}))


async def on_database_away(request: Request, fault: Exception) -> Response:
    """PostgreSQL cannot be reached: nothing is lost, and it comes back by itself."""
    _log.error("web.database_away", path=request.url.path, fault=type(fault).__name__)
    return await show(request, 503, {"retry-after": "10"})


async def on_fault(request: Request, fault: Exception) -> Response:
    """Our own fault. The server logs it with its trace."""
    _log.error("web.fault", path=request.url.path, fault=type(fault).__name__)
    return await show(request, 500, dict(safe.ALWAYS))


HANDLERS: dict[Any, Any] = {
    errors.Refusal: on_refusal,
    HTTPException: on_http,
    **dict.fromkeys(DATABASE_AWAY, on_database_away),
    Exception: on_fault,
}
