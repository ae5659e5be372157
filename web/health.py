"""Is it alive, and can it work? For whatever starts and watches this process."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from timebank import migrating

PATIENCE_SECONDS = 3.0


async def alive(_request: Request) -> Response:
    """GET /healthz: the process answers."""
    return PlainTextResponse("alive")


async def ready(request: Request) -> Response:
    """GET /readyz: 200 when every part is there, 503 with the part that is not."""
    database, migrations = await _database()
    parts = {"database": database, "migrations": migrations, "queue": await _queue(request)}
    is_ready = all(state == "ready" for state in parts.values())
    return JSONResponse({"ready": is_ready, **parts}, 200 if is_ready else 503)


async def _database() -> tuple[str, str]:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            waiting = await migrating.waiting()
    except Exception:  # whatever the driver makes of being away
        return "away", "unknown"
    return "ready", f"{len(waiting)} waiting" if waiting else "ready"


async def _queue(request: Request) -> str:
    bell = request.app.state.bell
    return "ready" if bell is not None and await bell.is_reachable() else "away"
