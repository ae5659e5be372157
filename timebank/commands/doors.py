"""The two ports of the demonstration, looked at before anything long begins."""

import socket

from timebank.commands.failures import CommandError
from timebank.embedded import ports
from timebank.settings import Settings

_OFFERS = (8080, 8090, 8888, 9000, 9090, 18000, 28000)


def check(settings: Settings) -> None:
    """Raises `CommandError`, naming the port and how to choose another, when either cannot be listened on."""
    if settings.port == settings.handsets_port:
        raise CommandError(f"PORT and HANDSETS_PORT are both {settings.port}: choose two different ports.")
    for name, port in (("PORT", settings.port), ("HANDSETS_PORT", settings.handsets_port)):
        if _is_taken(port):
            raise CommandError(
                f"Port {port} is taken by another program: choose another, for instance "
                f"{name}={_offer(settings)} make demo."
            )


def _offer(settings: Settings) -> int:
    wanted = (port for port in _OFFERS if port not in (settings.port, settings.handsets_port))
    return next((port for port in wanted if not _is_taken(port)), _OFFERS[0])


def _is_taken(port: int) -> bool:
    return not ports.is_free(port) or _somebody_answers(port)


def _somebody_answers(port: int) -> bool:
    """Some systems let two programs listen on one port when the other listens everywhere."""
    try:
        socket.create_connection((ports.HOST, port), timeout=0.5).close()
    except OSError:
        return False
    return True
