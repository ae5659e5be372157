"""`timebank COMMAND`: finds the command, reads the settings, and turns every refusal into one sentence."""

import argparse
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from types import FrameType, ModuleType

from timebank.commands import stopping


@dataclass(frozen=True)
class Command:
    """One word of the command line, and the module that does it."""

    name: str
    module: str
    help: str
    own_servers: bool = False


COMMANDS = (
    Command("demo", "demo", "run the demonstration timebank on this machine, telephones included", True),
    Command("serve", "serve", "run the web pages and the API"),
    Command("work", "work", "run the worker: sends texts, reads replies, reminds"),
    Command("migrate", "migrate", "bring the database to the newest shape, or back to an earlier one"),
    Command("verify", "verify", "check that every time credit adds up and every rule holds"),
    Command("import-members", "import_members", "add members from a spreadsheet saved as CSV"),
    Command("backup", "backup", "save the whole database to a file"),
    Command("restore", "restore", "bring a saved database back, and verify it"),
)
_STOPPED_BY_HAND = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 done, 1 it could not, 2 wrong use or a wrong setting, 130 stopped by hand."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    command = next((known for known in COMMANDS if given and known.name == given[0]), None)
    if command and command.own_servers:
        stopping.asked.listen()  # before the long imports: a signal in the first second counts too
    module = import_module(f"timebank.commands.{command.module}") if command else None
    options = _parser(command, module).parse_args(given)
    if command is None or module is None:
        return 2
    try:
        return _run(command, module, options)
    except KeyboardInterrupt:
        return _STOPPED_BY_HAND


def _parser(chosen: Command | None, module: ModuleType | None) -> argparse.ArgumentParser:
    """The parser: every command with its line of help, the chosen one with its arguments."""
    parser = argparse.ArgumentParser(
        prog="timebank",
        description="Time credits, visits and reports for neighbours who look after each other.",
        epilog="Without DATABASE_URL and REDIS_URL each command uses local servers under var/.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        one = commands.add_parser(
            command.name, help=command.help, description=f"{command.help}.".capitalize()
        )
        if command is chosen and module is not None:
            module.add(one)
    return parser


def _run(command: Command, module: ModuleType, options: argparse.Namespace) -> int:
    from timebank import logs, settings
    from timebank.commands import failures, ground
    from timebank.embedded import errors

    try:
        known = settings.load()
        logs.set_up(known)
        if command.own_servers:
            return int(module.run(options, known))
        _end_on_term()
        with ground.standing(known) as complete:
            return int(module.run(options, complete))
    except settings.SettingsError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except (failures.CommandError, errors.EmbeddedError) as refused:
        print(refused, file=sys.stderr)
        return 1


def _end_on_term() -> None:
    """TERM unwinds like any other end, so that local servers started here end before we do."""

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, end)


if __name__ == "__main__":
    sys.exit(main())
