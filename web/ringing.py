"""Rings the workers' bell through arq, and never makes a visitor wait for it.

The truth is already committed when the bell rings. When Redis is away the ring
is dropped and not tried again for a few seconds; the workers' sweep finds the
work anyway.
"""

import asyncio
import time

import structlog
from arq.connections import ArqRedis, RedisSettings, create_pool

QUIET_SECONDS = 5.0
PATIENCE_SECONDS = 1.0

_log = structlog.get_logger(__name__)


class ArqBell:
    """One process's line to the bell: `await bell(job)` rings, `is_reachable` asks, `close` hangs up."""

    def __init__(self, redis_url: str) -> None:
        self._settings = RedisSettings.from_dsn(redis_url)
        self._settings.conn_retries = 0
        self._settings.conn_timeout = 1
        self._pool: ArqRedis | None = None
        self._quiet_until = 0.0

    async def __call__(self, job: str) -> None:
        """Ask the workers for `job`; a bell that does not sound is only logged."""
        if time.monotonic() < self._quiet_until:
            return
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await (await self._line()).enqueue_job(job)
        except Exception as fault:  # whatever arq or Redis makes of being away
            self._quiet_until = time.monotonic() + QUIET_SECONDS
            _log.warning("bell.silent", job=job, fault=type(fault).__name__)

    async def is_reachable(self) -> bool:
        """Whether Redis answers within a second."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return bool(await (await self._line()).ping())
        except Exception:  # whatever arq or Redis makes of being away
            return False

    async def close(self) -> None:
        """Hang up."""
        if self._pool is not None:
            await self._pool.connection_pool.disconnect()
            self._pool = None

    async def _line(self) -> ArqRedis:
        if self._pool is None:
            self._pool = await create_pool(self._settings)
        return self._pool
