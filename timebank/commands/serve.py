"""`timebank serve`: the web pages and the API, by uvicorn on uvloop."""

import argparse

import uvicorn

from timebank.commands.failures import CommandError
from timebank.embedded import ports
from timebank.settings import Settings

_GRACE_SECONDS = 10


def add(parser: argparse.ArgumentParser) -> None:
    """Where to listen, beside PORT."""
    parser.add_argument("--host", default=ports.HOST, help="address to listen on (default: %(default)s)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until told to stop; requests under way are finished first."""
    if not ports.is_free(settings.port, options.host):
        raise CommandError(f"Port {settings.port} is taken: choose another with PORT=8080 timebank serve.")
    uvicorn.run(
        "web.app:create_app",
        factory=True,
        host=options.host,
        port=settings.port,
        loop="uvloop",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    return 0
