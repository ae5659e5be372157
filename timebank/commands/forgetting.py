"""Starting afresh: what the demonstration and the local servers keep under `var/`, and nothing else there."""

import shutil
from pathlib import Path

from timebank.commands import pretend
from timebank.embedded import servers

PREPARED = "demonstration.prepared"
_OURS = (PREPARED, pretend.JOURNAL, pretend.TELEPHONES, pretend.CREDENTIALS)


def forget(var_dir: Path) -> None:
    """Remove it all. Raises `EmbeddedError` while somebody uses the servers."""
    servers.remove_data(var_dir)
    for name in _OURS:
        (var_dir / name).unlink(missing_ok=True)
    shutil.rmtree(var_dir / "log", ignore_errors=True)
