"""One phone network and one listener for all tests of this folder; tests keep apart by telephone number."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from twilio.rest import Client

from tests.phones import listener, phone_network
from timebank.messaging.gateways.twilio_http import HttpxClient


@pytest.fixture(scope="session")
def our_side() -> Iterator[listener.Listener]:
    with listener.listening() as heard:
        yield heard


@pytest.fixture(scope="session")
def network(
    our_side: listener.Listener, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[phone_network.PhoneNetwork]:
    folder = tmp_path_factory.mktemp("handsets")
    with phone_network.running(folder, f"{our_side.url}/typed") as started:
        yield started


@pytest.fixture
async def sdk(network: phone_network.PhoneNetwork) -> AsyncIterator[Client]:
    """The unchanged official SDK, pointed at the pretend network."""
    http = HttpxClient(network.url, total_seconds=1.0)
    yield Client(phone_network.ACCOUNT, phone_network.TOKEN, http_client=http)
    await http.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
