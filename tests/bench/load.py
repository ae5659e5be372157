"""A bounded load on a server: some connections, each asking again as soon as it is answered.

Spoken plainly over TCP, because a client that does more for each request would
be slower than what it measures.
"""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from tests.bench.serving import Served

CONNECTIONS = 8
ROUNDS = 4
ROUND_SECONDS = 1.0
_HEAD_END = b"\r\n\r\n"
_LENGTH = b"\r\ncontent-length: "


@dataclass(frozen=True)
class Requests:
    """Requests as the bytes to send, in order, without end or not, and the answer's first line expected."""

    each: Iterator[bytes]
    expected: bytes = b"HTTP/1.1 200"


@dataclass(frozen=True)
class Rates:
    """Answers a second of two loads that took turns: the medians of their rounds."""

    value: float
    baseline: float


async def in_turns(served: Served, measured: Requests, baseline: Requests) -> Rates:
    """Both loads on the same server, a second each, in turns; the first turns only warm it up."""
    rates: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS + 1):
        for requests, found in zip((measured, baseline), rates, strict=True):
            rate = await _rate(served, requests, ROUND_SECONDS)
            if turn:
                found.append(rate)
    return Rates(median(rates[0]), median(rates[1]))


async def _rate(served: Served, requests: Requests, seconds: float) -> float:
    """Answers a second over about so many seconds. An answer not expected stops everything."""
    began = time.perf_counter()
    until = began + seconds
    async with asyncio.timeout(30 + seconds), asyncio.TaskGroup() as all_of_them:
        asking = [all_of_them.create_task(_keep_asking(served, requests, until)) for _ in range(CONNECTIONS)]
    return sum(task.result() for task in asking) / (time.perf_counter() - began)


async def _keep_asking(served: Served, requests: Requests, until: float) -> int:
    reader, writer = await asyncio.open_connection(served.host, served.port)
    answered = 0
    try:
        while time.perf_counter() < until:
            request = next(requests.each, None)
            if request is None:
                break
            writer.write(request)
            await _answer(reader, requests.expected)
            answered += 1
    finally:
        writer.close()
        await writer.wait_closed()
    return answered


async def _answer(reader: asyncio.StreamReader, expected: bytes) -> None:
    head = await reader.readuntil(_HEAD_END)
    start = head.lower().index(_LENGTH) + len(_LENGTH)
    await reader.readexactly(int(head[start : head.index(b"\r\n", start)]))
    if not head.startswith(expected):
        raise RuntimeError(f"an answer that was not expected: {head.decode()}")


def request(served: Served, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    """One request as it goes over the line."""
    lines = [f"{method} {path} HTTP/1.1", f"host: {served.host}:{served.port}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body or method == "POST":
        lines.append(f"content-length: {len(body)}")
    return "\r\n".join(lines).encode() + _HEAD_END + body
