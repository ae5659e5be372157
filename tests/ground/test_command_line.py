"""The command line says in one sentence what is wrong, and does nothing before it knows that all is well."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from timebank.embedded.servers import LocalServers

SECRET = "hush-hush"


def _timebank(var_dir: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "PYTHONPATH")}
    return subprocess.run(
        [sys.executable, "-m", "timebank.commands.main", *arguments],
        env={**bare, "VAR_DIR": str(var_dir), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_help_names_every_command(tmp_path: Path) -> None:
    said = _timebank(tmp_path / "var", "--help").stdout
    for name in ("demo", "serve", "work", "migrate", "verify", "import-members", "backup", "restore"):
        assert f"\n    {name}" in said
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("command", ["serve", "work", "migrate", "demo"])
def test_a_wrong_setting_stops_the_start_in_one_sentence(tmp_path: Path, command: str) -> None:
    ended = _timebank(tmp_path / "var", command, TIMEBANK_ENV="production", DATABASE_URL=f"mysql://{SECRET}")
    assert ended.returncode == 2
    assert ended.stderr == "DATABASE_URL must be an address that begins with postgresql://.\n"
    assert ended.stdout == ""
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("name", ["PORT", "HANDSETS_PORT"])
def test_a_taken_port_is_named_with_how_to_choose_another(tmp_path: Path, taken_port: int, name: str) -> None:
    ports = {"PORT": "18123", "HANDSETS_PORT": "18124", name: str(taken_port)}
    ended = _timebank(tmp_path / "var", "demo", **ports)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Port {taken_port} is taken by another program: choose another")
    assert f" {name}=" in ended.stderr
    assert ended.stderr.endswith(" make demo.\n")
    assert not (tmp_path / "var").exists()


def test_the_demonstration_never_runs_in_production(tmp_path: Path) -> None:
    production = {
        "TIMEBANK_ENV": "production",
        "DATABASE_URL": "postgresql://timebank_app@db/timebank",
        "REDIS_URL": "redis://bell/0",
        "PUBLIC_BASE_URL": "https://timebank.example",
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "TWILIO_AUTH_TOKEN": SECRET,
        "TWILIO_NUMBER": "+447700900000",
    }
    ended = _timebank(tmp_path / "var", "demo", **production)
    assert ended.returncode == 1
    assert ended.stderr.startswith("The demonstration invents people")
    assert SECRET not in ended.stderr


def test_a_database_out_of_reach_is_said_plainly(tmp_path: Path) -> None:
    nowhere = {
        "DATABASE_URL": f"postgresql://me:{SECRET}@127.0.0.1:1/none",
        "REDIS_URL": "redis://127.0.0.1:1",
    }
    ended = _timebank(tmp_path / "var", "migrate", **nowhere)
    assert ended.returncode == 1
    assert ended.stderr.startswith("The database of DATABASE_OWNER_URL cannot be reached: ")
    assert SECRET not in ended.stderr


def test_a_database_saved_is_a_database_that_comes_back(
    local: LocalServers, var_dir: Path, tmp_path: Path
) -> None:
    """Migrate, save, take everything back, restore; a second restore needs --replace."""
    local.ensure()
    saved = tmp_path / "saved"
    assert "0001_tables applied" in _timebank(var_dir, "migrate").stdout
    assert "nothing to do" in _timebank(var_dir, "migrate").stdout
    assert _timebank(var_dir, "backup", str(saved)).returncode == 0
    assert saved.stat().st_mode & 0o077 == 0
    assert "is there already" in _timebank(var_dir, "backup", str(saved)).stderr
    assert "0001_tables taken back" in _timebank(var_dir, "migrate", "--down", "nothing").stdout
    restored = _timebank(var_dir, "restore", str(saved))
    assert "Restored" in restored.stdout
    assert "The books balance." in restored.stdout
    assert restored.returncode == 0
    assert _timebank(var_dir, "restore", str(saved)).stderr.startswith("The database is not empty")
    assert _timebank(var_dir, "restore", "--replace", str(saved)).returncode == 0
    assert "nothing to do" in _timebank(var_dir, "migrate").stdout
    assert "There is no migration 0000" in _timebank(var_dir, "migrate", "--down", "0000").stderr


def test_a_damaged_file_leaves_the_database_as_it_was(
    local: LocalServers, var_dir: Path, tmp_path: Path
) -> None:
    local.ensure()
    saved, damaged = tmp_path / "saved", tmp_path / "damaged"
    _timebank(var_dir, "migrate")
    _timebank(var_dir, "backup", str(saved))
    damaged.write_bytes(saved.read_bytes()[: saved.stat().st_size // 2])
    ended = _timebank(var_dir, "restore", "--replace", str(damaged))
    assert ended.returncode == 1
    assert ended.stderr.startswith("pg_restore failed")
    assert "nothing to do" in _timebank(var_dir, "migrate").stdout
