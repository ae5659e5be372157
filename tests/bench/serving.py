"""The application as it is served in earnest, in a process of its own, with a bare answer beside it."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.phones.phone_network import ACCOUNT, OWN_NUMBER, TOKEN
from tests.stores import ROOT
from timebank.embedded import ports
from web import app

BARE = "/bare"
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Served:
    """Where it listens."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """Its address, which is also the one that Twilio signs for."""
        return f"http://{self.host}:{self.port}"


def create_app() -> ASGIApp:
    """What uvicorn serves: the whole application, and the least that Starlette can answer."""
    whole = app.create_app()
    bare = Starlette(routes=[Route(BARE, _bare, methods=["GET", "POST"])])

    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        chosen = bare if scope["type"] == "http" and scope["path"] == BARE else whole
        await chosen(scope, receive, send)

    return either


async def _bare(_request: Request) -> Response:
    return PlainTextResponse("here")


@asynccontextmanager
async def serve(database_url: str, redis_url: str) -> AsyncIterator[Served]:
    """Started, answering, and stopped at the end."""
    served = Served(ports.HOST, _free_port())
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "uvicorn", "--factory", "tests.bench.serving:create_app"),
        *("--host", served.host, "--port", str(served.port), "--loop", "uvloop"),
        *("--log-level", "error", "--no-access-log", "--no-server-header", "--no-proxy-headers"),
        cwd=ROOT,
        env={**os.environ, **_settings(served, database_url, redis_url)},
    )
    try:
        await _until_it_answers(served, process)
        yield served
    finally:
        if process.returncode is None:
            process.terminate()
        await asyncio.wait_for(process.wait(), PATIENCE_SECONDS)


def _free_port() -> int:
    with socket.create_server((ports.HOST, 0)) as tried:
        return int(tried.getsockname()[1])


def _settings(served: Served, database_url: str, redis_url: str) -> dict[str, str]:
    return {
        "TIMEBANK_ENV": "test",
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "PUBLIC_BASE_URL": served.url,
        "PORT": str(served.port),
        "LOG_LEVEL": "error",
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_NUMBER": OWN_NUMBER,
    }


async def _until_it_answers(served: Served, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS), httpx.AsyncClient(trust_env=False) as client:
        while True:
            try:
                (await client.get(f"{served.url}/healthz")).raise_for_status()
            except httpx.HTTPError:
                if process.returncode is not None:
                    raise RuntimeError("the application stopped as soon as it was served") from None
                await asyncio.sleep(0.1)
            else:
                return
