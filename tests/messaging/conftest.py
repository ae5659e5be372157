"""A telephone to write to, and the pretend network where a test wants the real thing."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.phones import listener, phone_network
from tests.worlds import Town
from timebank.messaging.addressee import Addressee
from timebank.messaging.gateways.twilio import TwilioGateway

TEXT_NUMBER = "+447700900100"
MARGARET = "+447700900123"


@pytest.fixture
def margaret(town: Town) -> Addressee:
    """Margaret's telephone."""
    return Addressee(town.id, None, MARGARET, TEXT_NUMBER)


@pytest.fixture(scope="session")
def our_side() -> Iterator[listener.Listener]:
    with listener.listening() as heard:
        yield heard


@pytest.fixture(scope="session")
def network(
    our_side: listener.Listener, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[phone_network.PhoneNetwork]:
    folder = tmp_path_factory.mktemp("network")
    with phone_network.running(folder, f"{our_side.url}/typed", TWILIO_NUMBER=TEXT_NUMBER) as started:
        yield started


@pytest.fixture
async def carrier(network: phone_network.PhoneNetwork) -> AsyncIterator[TwilioGateway]:
    """The real gateway, over the real SDK, to the pretend network."""
    gateway = TwilioGateway(phone_network.ACCOUNT, phone_network.TOKEN, network.url, total_seconds=1.0)
    yield gateway
    await gateway.close()
