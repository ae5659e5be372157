"""The web application: settings, the database, the bell and the routes, put together.

    uvicorn --factory web.app:create_app

The state kept in a process is only what can be read again: the settings, the
pool of connections, and the mastheads for a minute.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from timebank import bell, database, settings
from web import crossing, failures, headers, masthead, ringing, routes

SMALLEST_TO_COMPRESS_BYTES = 1024


def create_app(chosen: settings.Settings | None = None) -> Starlette:
    """The application. Without settings it reads them from the environment; raises `SettingsError`."""
    known = chosen or settings.load()
    is_https = known.public_base_url.startswith("https://")
    app = Starlette(
        routes=routes.ROUTES,
        exception_handlers=failures.HANDLERS,
        lifespan=_lifespan,
        middleware=[
            Middleware(GZipMiddleware, minimum_size=SMALLEST_TO_COMPRESS_BYTES, compresslevel=4),
            Middleware(headers.SafeHeaders, is_https=is_https),
            Middleware(crossing.CrossSiteProtection, public_base_url=known.public_base_url),
        ],
    )
    app.state.settings = known
    app.state.is_https = is_https
    app.state.mastheads = masthead.Mastheads()
    app.state.bell = ringing.ArqBell(known.redis_url) if known.redis_url else None
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    """The database is opened for as long as the application serves; the bell is plugged in."""
    known: settings.Settings = app.state.settings
    if known.database_url is None:
        raise settings.SettingsError("DATABASE_URL must be set to serve pages.")
    await database.connect(known.database_url)
    ringer: ringing.ArqBell | None = app.state.bell
    unplug = bell.plug(ringer) if ringer else _nothing
    try:
        yield
    finally:
        unplug()
        if ringer:
            await ringer.close()
        await database.disconnect()


def _nothing() -> None:
    """There is no bell to unplug."""
