"""Requests that another site's page made in our visitor's name are turned away, without tokens.

A browser says where a request comes from. The order is that of Go's
http.CrossOriginProtection: Sec-Fetch-Site where it is sent, else Origin against
Host; a request with neither does not come from a browser (Twilio, curl) and
brings no cookie of a visitor.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from web import failures

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
OUR_OWN = frozenset({"same-origin", "none"})


class CrossSiteProtection:
    """Refuses with 403 what a page of another site sends."""

    def __init__(self, app: ASGIApp, *, public_base_url: str) -> None:
        self._app = app
        self._host = urlsplit(public_base_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer with the 403 page."""
        if scope["type"] != "http" or self._may_pass(scope["method"], Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        refusal = await failures.show(Request(scope), 403)
        await refusal(scope, receive, send)

    def _may_pass(self, method: str, headers: Headers) -> bool:
        if method in SAFE_METHODS:
            return True
        if site := headers.get("sec-fetch-site"):
            return site in OUR_OWN
        origin = headers.get("origin")
        # Not taken apart as an address: what is none must be turned away, not trip us.
        return origin is None or origin.partition("://")[2] in (headers.get("host"), self._host)
