"""The local servers: had by many, mended when killed, gone with their last user."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import asyncpg
import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError

from timebank.embedded import processes, state
from timebank.embedded.errors import EmbeddedError
from timebank.embedded.servers import LocalServers

PATIENCE_SECONDS = 60
KEPT = "CREATE TABLE IF NOT EXISTS kept (minutes int)"


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < deadline, "it never became true"
        time.sleep(0.05)


async def _ask(url: str, *statements: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        answer = None
        for statement in statements:
            answer = await connection.fetchval(statement)
        return answer
    finally:
        await connection.close()


def _postmaster(var_dir: Path) -> int:
    """PostgreSQL's process number, 0 in the moment when it has none."""
    mark = var_dir / "postgres" / "data" / "postmaster.pid"
    return int(mark.read_text().splitlines()[0]) if mark.exists() else 0


def _keeper(var_dir: Path) -> int:
    told = state.read(var_dir)
    assert told is not None
    return told.keeper


async def test_both_servers_answer_until_the_last_user_has_gone(local: LocalServers, var_dir: Path) -> None:
    urls = local.ensure()
    second = LocalServers(var_dir)
    assert second.ensure() == urls
    assert await _ask(urls.database_url, "SELECT current_user::text") == "timebank_app"
    assert await _ask(urls.owner_url, "SELECT current_user::text") == "timebank_owner"
    async with Redis.from_url(urls.redis_url) as redis:
        await redis.set("bell", "rung")
    keeper, postmaster = _keeper(var_dir), _postmaster(var_dir)
    second.stop()
    assert await _ask(urls.database_url, "SELECT 1") == 1
    local.stop()
    assert not processes.alive(keeper)
    assert not processes.alive(postmaster)


async def test_a_killed_postgresql_comes_back_with_what_was_committed(
    local: LocalServers, var_dir: Path
) -> None:
    urls = local.ensure()
    await _ask(urls.owner_url, KEPT, "INSERT INTO kept VALUES (45)")
    killed = _postmaster(var_dir)
    os.kill(killed, signal.SIGKILL)
    _until(lambda: _ready(var_dir) and _postmaster(var_dir) != killed)
    assert await _ask(local.ensure().owner_url, "DELETE FROM kept RETURNING minutes") == 45


def _ready(var_dir: Path) -> bool:
    told = state.read(var_dir)
    return told is not None and told.phase == "ready"


async def test_a_killed_redis_comes_back(local: LocalServers) -> None:
    urls = local.ensure()
    async with Redis.from_url(urls.redis_url) as redis:
        process_id = int((await redis.info("server"))["process_id"])
    os.kill(process_id, signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            async with Redis.from_url(urls.redis_url) as redis:
                assert await redis.ping()
                return
        except (RedisError, OSError):
            assert time.monotonic() < deadline
            await asyncio.sleep(0.1)


async def test_a_killed_keeper_leaves_servers_that_its_successor_takes_over(
    local: LocalServers, var_dir: Path
) -> None:
    urls = local.ensure()
    await _ask(urls.owner_url, KEPT, "INSERT INTO kept VALUES (30)")
    keeper = _keeper(var_dir)
    os.kill(keeper, signal.SIGKILL)
    _until(lambda: not processes.alive(keeper))
    assert await _ask(local.ensure().owner_url, "DELETE FROM kept RETURNING minutes") == 30


async def test_the_mark_of_a_dead_server_does_not_keep_the_next_from_starting(
    local: LocalServers, var_dir: Path
) -> None:
    """Its number may belong to another live process by now: here to ourselves."""
    local.ensure()
    local.stop()
    mark = var_dir / "postgres" / "data" / "postmaster.pid"
    mark.write_text(f"{os.getpid()}\n{mark.parent}\n")
    assert await _ask(local.ensure().database_url, "SELECT 1") == 1


def test_two_processes_at_the_same_moment_share_one_pair(var_dir: Path) -> None:
    command = [sys.executable, "-m", "tests.ground.user", str(var_dir)]
    first, second = (
        subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)
    )
    try:
        assert first.stdout is not None
        assert second.stdout is not None
        assert first.stdout.readline() == second.stdout.readline() != ""
    finally:
        first.communicate("\n")
        second.communicate("\n")
    assert state.read(var_dir) is None


def test_servers_end_when_their_only_user_is_killed(var_dir: Path) -> None:
    command = [sys.executable, "-m", "tests.ground.user", str(var_dir)]
    with subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as user:
        assert user.stdout is not None
        assert user.stdout.readline()
        postmaster = _postmaster(var_dir)
        user.kill()
    _until(lambda: not processes.alive(postmaster))
    _until(lambda: state.read(var_dir) is None)


def test_passwords_are_for_this_user_alone(local: LocalServers, var_dir: Path) -> None:
    urls = local.ensure()
    assert (var_dir / "passwords.json").stat().st_mode & 0o077 == 0
    assert (var_dir / "servers.json").stat().st_mode & 0o077 == 0
    assert (var_dir / "postgres").resolve().stat().st_mode & 0o077 == 0
    assert urls.database_url not in repr(urls)


def test_no_folder_that_is_not_ours_is_opened_to_others(local: LocalServers, var_dir: Path) -> None:
    local.ensure()
    assert var_dir.parent.stat().st_mode & 0o077 == 0


def test_data_without_its_passwords_is_refused_in_one_sentence(local: LocalServers, var_dir: Path) -> None:
    local.ensure()
    local.stop()
    passwords, elsewhere = var_dir / "passwords.json", var_dir / "passwords.elsewhere"
    passwords.rename(elsewhere)
    with pytest.raises(EmbeddedError, match=r"^The file .*passwords.json .* is gone: .* RESET=1\.$"):
        local.ensure()
    elsewhere.rename(passwords)
