"""The application: its whole address map, and what guards it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.handsets import control, pages, refusals, rest
from web.handsets.network import Network
from web.handsets.people import Directory
from web.handsets.settings import Settings

_HEADERS = [
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
        b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
]


class Guarded:
    """Refuses forms that another site's page posts here, and adds the headers every answer carries."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        if (b"sec-fetch-site", b"cross-site") in scope["headers"] and scope["method"] == "POST":
            refusal = PlainTextResponse("Only this page may post here.", status_code=403)
            await refusal(scope, receive, send_guarded)
            return
        await self._app(scope, receive, send_guarded)


def build(settings: Settings) -> Starlette:
    """The pretend network as an application; its walks go on where the journal says they stopped."""

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        network = Network(settings)
        app.state.network = network
        network.resume()
        try:
            yield
        finally:
            await network.close()

    app = Starlette(
        routes=[*rest.routes, *control.routes, *pages.routes],
        middleware=[Middleware(Guarded)],
        exception_handlers={refusals.Refused: rest.refused, control.Unclear: control.unclear},
        lifespan=life,
    )
    app.state.directory = Directory(settings.people)
    return app
