"""`python3 timebank/commands/prepare.py [--tests]`: from a fresh clone to a `.venv` and built assets.

What `make` runs before anything else, so it uses nothing but Python itself. Each step is skipped when what it
was made from has not changed; with everything in place nothing touches the network.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
BUILT = ROOT / "web" / "static" / "built"
LOCKS = ("requirements-dev.lock", "requirements.lock")  # the first holds all of the second
_TOLD_EVERY_SECONDS = 5
_TOLD = ("Collecting", "Downloading", "Installing", "added")

# A script that survives spaces and any length of path: the shell reads line 2, Python skips it as a string.
_SCRIPT = """\
#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys

from timebank.commands.main import main

sys.exit(main())
"""


class PreparationFailed(Exception):
    """A step failed; the text is one sentence, and what the step said stands above it."""


def main(arguments: "list[str]") -> int:
    """Bring everything to the state that the lock files describe."""
    try:
        _make_venv()
        _install([ROOT / name for name in LOCKS] if "--tests" in arguments else [ROOT / LOCKS[-1]])
        _link()
        _build_assets()
    except (PreparationFailed, OSError) as failed:
        print(failed, file=sys.stderr)
        return 1
    return 0


def _make_venv() -> None:
    """A virtual environment of this Python, made again when it is not whole or its Python has gone."""
    if PYTHON.exists() and (VENV / "bin" / "pip").exists():
        return
    print("Making .venv", flush=True)
    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=True)
    except subprocess.CalledProcessError as failed:
        shutil.rmtree(VENV, ignore_errors=True)
        raise PreparationFailed(
            "This Python cannot make a virtual environment: install its venv part (on Debian: python3-venv)."
        ) from failed


def _install(locks: "list[Path]") -> None:
    """Exactly what the first lock names, each file checked against its hash; the others are within it."""
    lock = locks[0]
    if _reads(_stamp(lock)) == _hash([lock]):
        return
    count = sum(1 for line in lock.read_text().splitlines() if "==" in line and not line.startswith(" "))
    pip = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    _run(
        f"Installing up to {count} packages (some minutes the first time)",
        [*pip, "--no-deps", "--require-hashes", "--requirement", str(lock)],
    )
    for installed in locks:
        _stamp(installed).write_text(_hash([installed]))


def _stamp(lock: Path) -> Path:
    return VENV / f".{lock.name}.stamp"


def _link() -> None:
    """Make this folder importable and `.venv/bin/timebank` a command; nothing is built or fetched for it."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = next((VENV / "lib").glob("python3.*/site-packages"), VENV / "lib" / version / "site-packages")
    (packages / "timebank-checkout.pth").write_text(f"{ROOT}\n")
    script = VENV / "bin" / "timebank"
    script.write_text(_SCRIPT.format(python=PYTHON))
    script.chmod(0o755)


def _build_assets() -> None:
    """Style sheet, script and pictures, built by the Node that the packages brought."""
    sources = [ROOT / "package.json", ROOT / "package-lock.json", *(ROOT / "web" / "static").rglob("*")]
    made_from = _hash(path for path in sources if path.is_file() and BUILT not in path.parents)
    stamp = BUILT / ".stamp"
    if _reads(stamp) == made_from:
        return
    npm = str(VENV / "bin" / "npm")
    _run("Fetching the parts of the style sheet", [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"])
    _run("Building the style sheet", [npm, "run", "build"])
    stamp.write_text(made_from)


def _run(title: str, command: "list[str]") -> None:
    """Run a step; every few seconds a line shows that it goes on, and all it said is shown when it fails."""
    print(f"{title} …", flush=True)
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    log = VENV / "preparing.log"
    with log.open("w+b") as said:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PATH": path},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _wait(process, log)
    if process.returncode != 0:
        print(log.read_text(errors="replace"), file=sys.stderr)
        raise PreparationFailed(f"This step failed, see above: {title}.")


def _wait(process: "subprocess.Popen[bytes]", log: Path) -> None:
    began = time.monotonic()
    while True:
        try:
            process.wait(_TOLD_EVERY_SECONDS)
            return
        except subprocess.TimeoutExpired:
            told = [line for line in log.read_text(errors="replace").splitlines() if line.startswith(_TOLD)]
            last = told[-1][:60] if told else "still going on"
            print(f"  {time.monotonic() - began:.0f} s: {last}", flush=True)


def _hash(paths: "Iterable[Path]") -> str:
    """One hash over the files' names and contents."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return total.hexdigest()


def _reads(stamp: Path) -> str:
    try:
        return stamp.read_text()
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
