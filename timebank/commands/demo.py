"""`timebank demo`.

Servers, database, invented people, web, worker and telephones, from nothing to addresses.
"""

import argparse
import os
from pathlib import Path

from timebank.commands import doors, forgetting, ground, pretend
from timebank.commands.child import Child
from timebank.commands.failures import CommandError
from timebank.commands.stopping import Stopped, asked
from timebank.commands.supervising import Supervisor
from timebank.commands.telling import say
from timebank.embedded import ports, servers
from timebank.embedded.locks import Lock
from timebank.embedded.servers import LocalServers
from timebank.settings import Settings


def add(parser: argparse.ArgumentParser) -> None:
    """Whether to start afresh."""
    parser.add_argument("--reset", action="store_true", help="forget everything and start afresh")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Run until INT or TERM, then end all that was started here and nothing else."""
    if settings.in_production:
        raise CommandError("The demonstration invents people: it does not run with TIMEBANK_ENV=production.")
    doors.check(settings)
    var_dir = settings.var_dir.resolve()
    servers.prepare_folder(var_dir)
    lock = Lock(var_dir / "demo.lock")
    if not lock.take():
        raise CommandError(f"A demonstration with its data in {var_dir} is running already: stop it first.")
    try:
        _run(settings, var_dir, reset=options.reset)
    except Stopped:
        pass
    finally:
        lock.free()
    say("Stopped.")
    return 0


def _run(settings: Settings, var_dir: Path, *, reset: bool) -> None:
    if reset:
        forgetting.forget(var_dir)
        servers.prepare_folder(var_dir)
    local = None
    supervisor = Supervisor(_children(var_dir), asked, say)
    try:
        with asked.interruptible():
            if settings.database_url is None or settings.redis_url is None:
                local = LocalServers(var_dir, progress=say)
                settings = ground.with_local(settings, local.ensure())
            prepare = _Preparation(settings, var_dir)
            if not prepare.was_done_before():
                prepare.text()
        say("Starting web, worker and telephones")
        supervisor.run(_environment(settings, var_dir), local, _ready(settings), prepare.text)
    finally:
        if local:
            local.stop()


class _Preparation:
    """The database brought to its newest shape, the invented people in it, and the welcome that follows.

    It takes seconds even when there is nothing to do, so the second start does it while the processes start:
    a mark says that these very migrations were done, and the people loaded, before.
    """

    def __init__(self, settings: Settings, var_dir: Path) -> None:
        self._settings = settings
        self._var_dir = var_dir
        self._mark = var_dir / forgetting.PREPARED
        self._text = ""

    def was_done_before(self) -> bool:
        """Whether an earlier start of the same version did it all."""
        return self._mark.exists() and self._mark.read_text() == _version()

    def text(self) -> str:
        """Do it, the first time that it is asked; what to say when everything runs."""
        if not self._text:
            from timebank.commands import contents, welcome  # imports half the product

            guide = contents.prepare(self._settings, self._var_dir, say)
            self._text = welcome.text(self._settings, guide)
            self._mark.write_text(_version())
        return self._text


def _version() -> str:
    folder = Path(__file__).resolve().parents[2] / "migrations"
    return " ".join(sorted(path.stem for path in folder.glob("[0-9]*.py")))


def _children(var_dir: Path) -> list[Child]:
    command = "timebank.commands.main"
    logs = var_dir / "log"
    return [
        Child("telephones", ["web.handsets"], logs / "handsets.log"),
        Child("web", [command, "serve"], logs / "web.log"),
        Child("worker", [command, "work"], logs / "worker.log"),
    ]


def _environment(settings: Settings, var_dir: Path) -> dict[str, str]:
    """What the processes are told; they work as the application, so the owner's address is not for them."""
    told = {
        **os.environ,
        "TIMEBANK_ENV": settings.environment,
        "DATABASE_URL": str(settings.database_url),
        "REDIS_URL": str(settings.redis_url),
        "PORT": str(settings.port),
        "PUBLIC_BASE_URL": settings.public_base_url,
        "VAR_DIR": str(var_dir),
        "LOG_LEVEL": settings.log_level,
        "PYTHONUNBUFFERED": "1",
        **pretend.environment(settings, var_dir),
    }
    told.pop("DATABASE_OWNER_URL", None)
    return told


def _ready(settings: Settings) -> list[str]:
    """Addresses that answer 200 once everything works."""
    return [
        f"http://{ports.HOST}:{settings.port}/readyz",
        f"http://{ports.HOST}:{settings.handsets_port}/",
    ]
