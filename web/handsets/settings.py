"""What the pretend phone network is told by its environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen, whom to pretend to be for, and where our side listens.

    `number` is the sender's own number in E.164. `step_seconds` lies between two steps of a message;
    `silence_seconds` is how long a request stays without an answer when a timeout was asked for.
    """

    account_sid: str
    auth_token: str
    number: str
    webhook_url: str
    journal: Path
    people: Path | None = None
    port: int = 8001
    step_seconds: float = 0.4
    silence_seconds: float = 40.0
    retry_seconds: float = 1.0


class Missing(Exception):
    """A setting is not there or makes no sense; the message is one sentence naming it."""


def read(environ: Mapping[str, str]) -> Settings:
    """Read the settings from an environment. Raises Missing, naming the first setting that is wrong."""
    people = environ.get("HANDSETS_PEOPLE")
    return Settings(
        account_sid=_required(environ, "TWILIO_ACCOUNT_SID"),
        auth_token=_required(environ, "TWILIO_AUTH_TOKEN"),
        number=_required(environ, "TWILIO_NUMBER"),
        webhook_url=_required(environ, "HANDSETS_WEBHOOK_URL"),
        journal=Path(environ.get("HANDSETS_JOURNAL", "var/handsets.jsonl")),
        people=Path(people) if people else None,
        port=int(_seconds(environ, "HANDSETS_PORT", 8001)),
        step_seconds=_seconds(environ, "HANDSETS_STEP_SECONDS", 0.4),
        silence_seconds=_seconds(environ, "HANDSETS_SILENCE_SECONDS", 40.0),
        retry_seconds=_seconds(environ, "HANDSETS_RETRY_SECONDS", 1.0),
    )


def _required(environ: Mapping[str, str], name: str) -> str:
    value = environ.get(name, "").strip()
    if not value:
        raise Missing(f"The pretend phone network needs the setting {name}.")
    return value


def _seconds(environ: Mapping[str, str], name: str, default: float) -> float:
    try:
        return float(environ.get(name, default))
    except ValueError:
        raise Missing(f"The setting {name} must be a number.") from None
