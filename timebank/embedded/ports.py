"""Loopback ports for the local servers: the same as last time where it is still free."""

import socket
from pathlib import Path

HOST = "127.0.0.1"


def choose(record: Path) -> int:
    """The port written in `record`; where it is taken, or none is written, a free one is and comes back."""
    try:
        port = int(record.read_text())
    except (FileNotFoundError, ValueError):
        port = 0
    if port == 0 or not is_free(port):
        port = _any_free()
        record.write_text(str(port))
    return port


def is_free(port: int, host: str = HOST) -> bool:
    """Whether a server could listen on this port now."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
            tried.listen(1)
        except OSError:
            return False
    return True


def _any_free() -> int:
    with socket.socket() as tried:
        tried.bind((HOST, 0))
        return int(tried.getsockname()[1])
