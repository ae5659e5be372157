"""The real worker, killed at every awkward moment: no text is lost and none goes twice."""

import asyncio
import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.phones import listener, own_redis, phone_network
from tests.phones.own_redis import OwnRedis
from tests.phones.phone_network import PhoneNetwork
from tests.phones.worker import WorkerProcess
from tests.stores import Store
from tests.the_clock import TheClock
from tests.worlds import Town
from timebank import bell, database
from timebank.messaging import outbox
from timebank.messaging.addressee import Addressee
from timebank.messaging.tables import IncomingTextRow, OutgoingTextRow
from web.ringing import ArqBell

MARGARET = "+447700900123"
TEXT_NUMBER = "+447700900100"
PATIENCE_SECONDS = 60.0
Queue = Callable[[str], Awaitable[None]]


@pytest.fixture
def network(tmp_path: Path) -> Iterator[PhoneNetwork]:
    with (
        listener.listening() as our_side,
        phone_network.running(tmp_path, f"{our_side.url}/typed", TWILIO_NUMBER=TEXT_NUMBER) as started,
    ):
        yield started


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[OwnRedis]:
    with own_redis.running(tmp_path / "redis") as started:
        yield started


@pytest.fixture
def worker(
    tmp_path: Path, town: Town, store: Store, redis: OwnRedis, network: PhoneNetwork
) -> Iterator[WorkerProcess]:
    process = WorkerProcess(
        tmp_path,
        DATABASE_URL=store.app_url,
        REDIS_URL=redis.url,
        TWILIO_NUMBER=TEXT_NUMBER,
        TWILIO_BASE_URL=network.url,
        PUBLIC_BASE_URL="http://127.0.0.1:9",
    )
    process.start()
    yield process
    assert process.stop() == 0


@pytest.fixture
async def queue(town: Town, redis: OwnRedis, the_clock: TheClock) -> AsyncIterator[Queue]:
    """Queue a text for Margaret as the web does, and ring."""
    the_clock.reads(datetime.now(UTC))
    ringer = ArqBell(redis.url)
    unplug = bell.plug(ringer)
    margaret = Addressee(town.id, None, MARGARET, TEXT_NUMBER)

    async def write(body: str) -> None:
        async with database.transaction():
            await outbox.queue_words(margaret, body, "hello", body, outbox.Terms(urgent=True))

    yield write
    unplug()
    await ringer.close()


async def _until(condition: Callable[[], Awaitable[bool]], what: str) -> None:
    for _ in range(int(PATIENCE_SECONDS / 0.05)):
        if await condition():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(what)


async def _state(body: str) -> str:
    return (await OutgoingTextRow.get(body=body)).state


async def _is_sent(body: str) -> bool:
    return await _state(body) in ("sent", "delivered")


async def _let_leases_run_out() -> None:
    await database.run(
        "UPDATE outgoing_texts SET claimed_until = now(), not_before = now()"
        " WHERE state IN ('attempting', 'unknown')"
    )


async def test_a_text_goes_as_soon_as_the_bell_rings(
    worker: WorkerProcess, queue: Queue, network: PhoneNetwork
) -> None:
    await queue("Hello")
    await _until(lambda: _is_sent("Hello"), "the text was not sent")
    network.wait_until_still(MARGARET)
    assert network.received(MARGARET) == ["Hello"]
    assert MARGARET not in worker.log


async def test_killed_in_the_middle_of_a_call(
    worker: WorkerProcess, queue: Queue, network: PhoneNetwork
) -> None:
    for kind, body in (("timeout", "It had gone"), ("timeout-lost", "It had not gone")):
        network.fail(kind, MARGARET)
        await queue(body)

        async def is_calling(body: str = body) -> bool:
            return await _state(body) == "attempting"

        await _until(is_calling, "the worker did not begin")
        await asyncio.sleep(0.5)
        worker.kill()
        await _let_leases_run_out()
        worker.start()
        await queue(f"{body} (next)")
        await _until(functools.partial(_is_sent, body), "the text was lost")
    network.wait_until_still(MARGARET)
    assert sorted(network.received(MARGARET)) == [
        "It had gone",
        "It had gone (next)",
        "It had not gone",
        "It had not gone (next)",
    ]


async def test_redis_killed_and_back(
    worker: WorkerProcess, queue: Queue, network: PhoneNetwork, redis: OwnRedis
) -> None:
    redis.kill()
    await queue("While Redis is away")
    await _until(lambda: _is_sent("While Redis is away"), "nothing goes without Redis")
    redis.start()
    worker.wait_for("shift.begins", 2)
    await queue("With Redis back")
    await _until(lambda: _is_sent("With Redis back"), "nothing goes with Redis back")


async def test_database_connections_cut(worker: WorkerProcess, queue: Queue, store: Store) -> None:
    await queue("Before")
    await _until(lambda: _is_sent("Before"), "the text was not sent")
    await store.superuser.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await asyncio.sleep(0.2)
    for _ in range(20):  # our own pool has to find out, too
        try:
            await queue("After")
            break
        except Exception:
            await asyncio.sleep(0.1)
    await _until(lambda: _is_sent("After"), "nothing goes after the database came back")


async def test_texts_that_came_while_everything_was_down_are_worked_off(
    worker: WorkerProcess, network: PhoneNetwork
) -> None:
    worker.kill()
    network.type(MARGARET, "HELP")
    worker.start()

    async def is_done() -> bool:
        row = await IncomingTextRow.get_or_none(body="HELP")
        return row is not None and row.state == "done"

    await _until(is_done, "the text was lost")
