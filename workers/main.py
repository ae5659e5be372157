"""Every job there is and every hour at which one is done, on one page.

    python -m workers.main

A job's name is what `bell.ring` rings. None is tried twice by arq: what a job
leaves undone stands in PostgreSQL, and the sweep of the next minute sees it.
"""

import asyncio
import signal
import sys
from collections.abc import Callable
from typing import Any

import structlog
import uvloop
from arq import cron, func
from arq.cron import CronJob
from arq.worker import Function

from timebank import database, logs, settings
from workers import deliver, equipment, listen_back, nightly, replies, shift, sweep

Context = dict[str, Any]
_log = structlog.get_logger(__name__)


async def _deliver(ctx: Context) -> None:
    await shift.ring_again(ctx, "deliver", await deliver.run(ctx["equipment"]))


async def _replies(ctx: Context) -> None:
    await replies.work_off()


async def _sweep(ctx: Context) -> None:
    await shift.ring_again(ctx, "deliver", await sweep.run(ctx["equipment"]))


async def _listen_back(ctx: Context) -> None:
    await listen_back.run(ctx["equipment"])


async def _nightly(ctx: Context) -> None:
    await nightly.run()


def functions() -> list[Function]:
    """What can be rung for."""
    return [func(_deliver, name="deliver"), func(_replies, name="replies")]


def hours() -> list[CronJob]:
    """What is done by the clock (UTC). `unique`: by one worker, however many there are."""
    return [
        cron(_sweep, name="sweep", second={0}, unique=True),
        cron(_listen_back, name="listen_back", minute=set(range(2, 60, 5)), second={30}, unique=True),
        cron(_nightly, name="nightly", hour={2}, minute={40}, unique=True),
    ]


async def work(chosen: settings.Settings, stop: asyncio.Event) -> None:
    """Work until `stop` is set. Raises SettingsError when an address is missing."""
    if chosen.database_url is None or chosen.redis_url is None:
        raise settings.SettingsError("DATABASE_URL and REDIS_URL must be set to work.")
    tools = equipment.of(chosen)
    await database.connect(chosen.database_url)
    try:
        crew = shift.Crew(chosen.redis_url, functions, hours, lambda: sweep.run(tools), {"equipment": tools})
        await shift.carry_on(lambda: listen_back.run(tools, long=True))
        await crew.work_until(stop)
    finally:
        await tools.gateway.close()
        await database.disconnect()


async def _until_told(chosen: settings.Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await work(chosen, stop)


def main(load: Callable[[], settings.Settings] = settings.load) -> int:
    """Run one worker process; returns its exit code."""
    try:
        chosen = load()
        logs.set_up(chosen)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_until_told(chosen))
    except settings.SettingsError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
