"""The one cookie: who is signed in on this browser. Nothing else is kept there."""

from starlette.requests import Request
from starlette.responses import Response

KEPT_SECONDS = 60 * 60 * 24 * 400
"""The longest a browser keeps one; how long a session is good for is the server's to say."""


def name(request: Request) -> str:
    """With https the name binds the cookie to this host alone."""
    return "__Host-session" if request.app.state.is_https else "session"


def token(request: Request) -> str | None:
    """The session's token, if the browser sent one."""
    return request.cookies.get(name(request))


def remember(request: Request, response: Response, session_token: str) -> None:
    """Sign this browser in."""
    response.set_cookie(
        name(request),
        session_token,
        max_age=KEPT_SECONDS,
        path="/",
        secure=request.app.state.is_https,
        httponly=True,
        samesite="lax",
    )


def forget(request: Request, response: Response) -> None:
    """Sign this browser out."""
    response.delete_cookie(
        name(request), path="/", secure=request.app.state.is_https, httponly=True, samesite="lax"
    )
