"""What every job of a worker works with: the settings and the carrier, made once a process."""

from dataclasses import dataclass

from timebank.messaging.gateways.console import ConsoleGateway
from timebank.messaging.gateways.gateway import Gateway
from timebank.messaging.gateways.twilio import TwilioGateway
from timebank.settings import Settings

STATUS_PATH = "/webhooks/twilio/status"


@dataclass(frozen=True, slots=True)
class Equipment:
    """A worker's carrier, and where the carrier should report; None where it cannot."""

    gateway: Gateway
    status_url: str | None


def of(settings: Settings) -> Equipment:
    """Twilio (or what stands at TWILIO_BASE_URL) when its credentials are set, else the terminal."""
    token = settings.twilio_auth_token
    if settings.gateway == "console" or settings.twilio_account_sid is None or token is None:
        return Equipment(ConsoleGateway(), None)
    gateway = TwilioGateway(settings.twilio_account_sid, token.get_secret_value(), settings.twilio_base_url)
    return Equipment(gateway, settings.public_base_url + STATUS_PATH)
