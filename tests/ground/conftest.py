"""A `var/` of the tests' own: made once for each test process, its servers started afresh for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timebank.embedded import servers
from timebank.embedded.servers import LocalServers


@pytest.fixture(scope="session")
def var_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Under pytest's private folder, so that as root the servers' account cannot reach it."""
    folder = tmp_path_factory.mktemp("private") / "var"
    yield folder
    servers.remove_data(folder)


@pytest.fixture
def local(var_dir: Path) -> Iterator[LocalServers]:
    """Local servers, not yet asked for."""
    user = LocalServers(var_dir, durable=False)
    yield user
    user.stop()
