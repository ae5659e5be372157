"""Keep an arq worker at work, whatever becomes of Redis.

arq's Worker dies when Redis goes away, so it is made anew in a loop. Between two
of them, and for as long as Redis is away, the sweep is run here directly: texts
go out a few seconds later than usual, and that is all anybody notices.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from arq.connections import ArqRedis, RedisSettings, create_pool
from arq.cron import CronJob
from arq.worker import Function, Worker
from redis.exceptions import RedisError

from timebank import bell

Sweep = Callable[[], Awaitable[object]]

BETWEEN_SECONDS = 3.0
# Longer than any single call to a carrier may take.
LAST_ORDERS_SECONDS = 20.0
LONGEST_JOB_SECONDS = 300
_log = structlog.get_logger(__name__)


async def ring_again(ctx: dict[str, Any], job: str, after_seconds: float | None) -> None:
    """Ask for a job a little later; None asks for nothing."""
    if after_seconds is not None:
        await ctx["redis"].enqueue_job(job, _defer_by=after_seconds)


async def carry_on(work: Sweep) -> None:
    """Do something; a fault in it is logged and holds nothing else up."""
    try:
        await work()
    except Exception:
        _log.exception("shift.fault")


class Crew:
    """One process's worker: `work_until` is its whole life."""

    def __init__(
        self,
        redis_url: str,
        functions: Callable[[], list[Function]],
        hours: Callable[[], list[CronJob]],
        sweep: Sweep,
        ctx: dict[str, Any],
    ) -> None:
        self._settings = RedisSettings.from_dsn(redis_url)
        self._settings.conn_retries = 0
        self._functions, self._hours, self._sweep, self._ctx = functions, hours, sweep, ctx
        self._pool: ArqRedis | None = None
        logging.getLogger("arq").setLevel(logging.WARNING)

    async def work_until(self, stop: asyncio.Event) -> None:
        """Work until `stop`, then finish the jobs in hand and return."""
        unplug = bell.plug(self._ring)
        try:
            while not stop.is_set():
                try:
                    await self._one_worker(stop)
                except (RedisError, OSError, TimeoutError) as fault:
                    _log.warning("bell.away", fault=type(fault).__name__)
                if not stop.is_set():
                    await carry_on(self._sweep)
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(stop.wait(), BETWEEN_SECONDS)
        finally:
            unplug()

    async def _one_worker(self, stop: asyncio.Event) -> None:
        """From one coming of Redis to its going, or to the end. Raises what took the worker down."""
        self._pool = await create_pool(self._settings)
        worker = Worker(
            self._functions(),
            cron_jobs=self._hours(),
            redis_pool=self._pool,
            handle_signals=False,
            job_timeout=LONGEST_JOB_SECONDS,
            max_tries=1,
            keep_result=0,
            ctx=dict(self._ctx),
        )
        _log.info("shift.begins")
        running = asyncio.create_task(worker.async_run())
        told = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
            if not running.done():
                await _last_orders(worker)
            else:
                await running
        finally:
            told.cancel()
            await _send_home(worker, running)
            pool, self._pool = self._pool, None
            with contextlib.suppress(RedisError, OSError):
                await pool.connection_pool.disconnect()
            _log.info("shift.ends")

    async def _ring(self, job: str) -> None:
        if self._pool is not None:
            await self._pool.enqueue_job(job)


async def _last_orders(worker: Worker) -> None:
    """Take no more jobs, and give those in hand time to finish."""
    worker.allow_pick_jobs = False
    if worker.tasks:
        await asyncio.wait(set(worker.tasks.values()), timeout=LAST_ORDERS_SECONDS)


async def _send_home(worker: Worker, running: asyncio.Task[None]) -> None:
    """Cancel what still runs; a text cut off in the middle is looked up at the carrier later."""
    tasks = [running, *worker.tasks.values()]
    if worker.main_task is not None:
        tasks.append(worker.main_task)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
