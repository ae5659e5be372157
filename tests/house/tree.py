"""The files of the project as its reader sees them: neither built, nor installed, nor kept at run time."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("timebank", "web", "workers", "migrations", "tests")
_FOLDERS = (*CODE, "docs", ".ci")
_NOT_OURS = {"__pycache__", "node_modules", "built", "vendor", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
_BINARY = {".png", ".ico", ".woff2", ".pyc", ".gz", ".jpg"}


def files() -> Iterator[Path]:
    """Every text file of the project."""
    for path in sorted(ROOT.iterdir()):
        if path.is_file() and path.suffix not in _BINARY:
            yield path
    for folder in _FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            ours = not _NOT_OURS & set(path.relative_to(ROOT).parts)
            if ours and path.is_file() and path.suffix not in _BINARY:
                yield path


def python() -> Iterator[Path]:
    """Every Python file of the project."""
    for path in files():
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in CODE:
            yield path


def name(path: Path) -> str:
    """The path from the project's root."""
    return path.relative_to(ROOT).as_posix()
