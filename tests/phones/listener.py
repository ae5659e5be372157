"""A small web server in a thread, which keeps every webhook that is posted to it."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from timebank.messaging.signatures import Repeated, Webhook, form

PATIENCE_SECONDS = 60.0


@dataclass
class Listener:
    """What came, in order; `answer` is the status code it is given."""

    url: str
    answer: int = 200
    webhooks: list[Webhook] = field(default_factory=list)

    def forms(self, path: str = "/") -> list[Repeated]:
        """The forms posted to one path so far."""
        return [form(webhook.body) for webhook in list(self.webhooks) if webhook.path == path]

    def wait_for(self, count: int, path: str = "/") -> list[Repeated]:
        """The forms of one path once there are at least `count`; fails when they do not come."""
        end = time.monotonic() + PATIENCE_SECONDS
        while len(self.forms(path)) < count:
            assert time.monotonic() < end, f"{len(self.forms(path))} of {count} webhooks came"
            time.sleep(0.02)
        return self.forms(path)


@contextmanager
def listening() -> Iterator[Listener]:
    """A listener on a free port of this machine, for the length of the block."""
    door = socket.create_server(("127.0.0.1", 0))
    listener = Listener(f"http://127.0.0.1:{door.getsockname()[1]}")

    async def keep(request: Request) -> Response:
        listener.webhooks.append(
            Webhook(
                path=request.scope["raw_path"].decode(),
                query=request.scope["query_string"].decode(),
                body=await request.body(),
                content_type=request.headers.get("content-type", ""),
                signature=request.headers.get("x-twilio-signature"),
            )
        )
        return Response(status_code=listener.answer)

    app = Starlette(routes=[Route("/{rest:path}", keep, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    try:
        yield listener
    finally:
        server.should_exit = True
        thread.join(PATIENCE_SECONDS)
        door.close()
