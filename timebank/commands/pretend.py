"""The pretend phone network of the demonstration.

Made-up credentials, and what the processes are told of it.
"""

import json
import secrets
from pathlib import Path

from timebank.commands.demonstration import numbers
from timebank.embedded import passwords, ports
from timebank.settings import Settings

NUMBER = numbers.TEXTS
JOURNAL = "handsets.jsonl"
TELEPHONES = "telephones.json"
CREDENTIALS = "pretend-gateway.json"


def environment(settings: Settings, var_dir: Path) -> dict[str, str]:
    """What web, worker and handsets read, so that Twilio's own SDK speaks to the pretend network."""
    sid, token = _credentials(var_dir / CREDENTIALS)
    return {
        "TWILIO_ACCOUNT_SID": sid,
        "TWILIO_AUTH_TOKEN": token,
        "TWILIO_NUMBER": NUMBER,
        "TWILIO_BASE_URL": f"http://{ports.HOST}:{settings.handsets_port}",
        "HANDSETS_PORT": str(settings.handsets_port),
        "HANDSETS_JOURNAL": str(var_dir / JOURNAL),
        "HANDSETS_PEOPLE": str(var_dir / TELEPHONES),
        "HANDSETS_WEBHOOK_URL": f"{settings.public_base_url}/webhooks/twilio/messages",
    }


def _credentials(path: Path) -> tuple[str, str]:
    """Random, made once for each `var/`: a webhook of another demonstration is a forgery here."""
    if not path.exists():
        made = {"sid": f"AC{secrets.token_hex(16)}", "token": secrets.token_hex(16)}
        passwords.write_private(path, json.dumps(made))
    kept = json.loads(path.read_text())
    return kept["sid"], kept["token"]
