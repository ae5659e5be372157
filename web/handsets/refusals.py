"""What Twilio refuses at once, in its own codes and shape. Pure.

Checked here beyond what Twilio's published OpenAPI document requires: sender, body, length and number.
"""

from collections.abc import Container, Mapping
from urllib.parse import urlsplit

from web.handsets import numbers

LONGEST_BODY = 1600


class Refused(Exception):
    """A request the REST interface does not accept: HTTP status, Twilio's code, its sentence."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message

    def body(self) -> dict[str, object]:
        """Twilio's JSON for an error."""
        more = f"https://www.twilio.com/docs/errors/{self.code}"
        return {"code": self.code, "message": self.message, "more_info": more, "status": self.status}


def not_signed_in() -> Refused:
    """401: wrong account or token."""
    return Refused(401, 20003, "Authenticate")


def too_many() -> Refused:
    """429: never processed, always safe to send again."""
    return Refused(429, 20429, "Too Many Requests")


def broken() -> Refused:
    """500: nobody can say whether it was processed."""
    return Refused(500, 20500, "An internal server error has occurred")


def not_found(path: str) -> Refused:
    """404 as Twilio words it."""
    return Refused(404, 20404, f"The requested resource {path} was not found")


def check(form: Mapping[str, str], own_number: str, stopped: Container[str]) -> None:
    """Raise Refused for the first thing wrong with a request to send; return when it would be accepted."""
    to, sender = form.get("To", ""), form.get("From", "")
    if not to:
        raise Refused(400, 21604, "A 'To' phone number is required.")
    if not sender and not form.get("MessagingServiceSid"):
        raise Refused(400, 21603, "A 'From' phone number is required.")
    _check_body(form.get("Body", ""))
    if not numbers.is_possible(to):
        raise Refused(400, 21211, f"Invalid 'To' Phone Number: {numbers.masked(to)}")
    if sender and sender != own_number:
        raise Refused(400, 21606, "The 'From' phone number provided is not a valid message-capable number.")
    if to == own_number:
        raise Refused(400, 21266, "'To' and 'From' number cannot be the same")
    _check_callback(form.get("StatusCallback", ""))
    if to in stopped:
        raise Refused(400, 21610, "Attempt to send to unsubscribed recipient")


def _check_body(body: str) -> None:
    if not body:
        raise Refused(400, 21602, "Message body is required.")
    if len(body) > LONGEST_BODY:
        raise Refused(400, 21617, "The concatenated message body exceeds the 1600 character limit.")


def _check_callback(address: str) -> None:
    parts = urlsplit(address)
    if address and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise Refused(400, 21609, "The 'StatusCallback' URL is not a valid URL.")
