"""The journal: a file with one JSON object a line, only ever added to."""

import json
from collections.abc import Iterator
from pathlib import Path

from web.handsets.state import Event


class Journal:
    """Events kept in a file, so that a restart loses no conversation."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        _end_torn_line(path)
        self._file = path.open("a", encoding="utf-8")

    def read(self) -> Iterator[Event]:
        """All events, oldest first. A line torn by a crash is passed over."""
        with self._path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                try:
                    event = json.loads(line)
                except ValueError:
                    continue
                if isinstance(event, dict):
                    yield event

    def append(self, event: Event) -> None:
        """Write one event and hand it to the operating system at once."""
        self._file.write(json.dumps(event, ensure_ascii=False) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _end_torn_line(path: Path) -> None:
    """Finish a half-written last line, so that the next event does not share it."""
    if path.exists() and path.stat().st_size and not path.read_bytes().endswith(b"\n"):
        with path.open("ab") as end:
            end.write(b"\n")
