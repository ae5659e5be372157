"""A bell that remembers."""

from timebank import bell


class RecordingBell:
    """Rings nothing and remembers what was rung; plug it in with `with`."""

    def __init__(self) -> None:
        self.rung: list[str] = []

    def __enter__(self) -> "RecordingBell":
        self._unplug = bell.plug(self._ring)
        return self

    def __exit__(self, *_: object) -> None:
        self._unplug()

    async def _ring(self, job: str) -> None:
        self.rung.append(job)
