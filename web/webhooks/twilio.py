"""Twilio's two webhooks: a text came in, and what became of a text we sent.

Both are stored and answered; nothing is thought about here. Whatever Twilio adds
to its fields tomorrow is signed too, so the fields are read only after the
signature over all of them was right.
"""

from collections.abc import Awaitable, Callable

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from timebank import errors
from timebank.messaging import inbox, reports, signatures

MOST_BYTES = 64 * 1024
# Longer than any of Twilio's own (34), shorter than our columns.
LONGEST_ID = 64
LONGEST_COUNT = 4
_NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
_log = structlog.get_logger(__name__)

Signed = Callable[[signatures.Repeated], Awaitable[Response]]


def signed(work: Signed) -> Callable[[Request], Awaitable[Response]]:
    """The guard of these routes: 413 over 64 KB, 403 without Twilio's signature, then `work` on the form."""

    async def guarded(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return PlainTextResponse("Too large.", 413)
        settings = request.app.state.settings
        token = settings.twilio_auth_token
        webhook = signatures.Webhook(
            path=request.scope["raw_path"].decode("ascii", "replace"),
            query=request.scope["query_string"].decode("ascii", "replace"),
            body=body,
            content_type=request.headers.get("content-type", ""),
            signature=request.headers.get("x-twilio-signature"),
        )
        if not signatures.is_genuine(
            webhook, settings.public_base_url, token.get_secret_value() if token else ""
        ):
            _log.warning("webhook.forged", path=request.url.path, signed=webhook.signature is not None)
            return PlainTextResponse("Not signed as agreed.", 403)
        return await work(signatures.form(body))

    return guarded


async def messages(fields: signatures.Repeated) -> Response:
    """POST /webhooks/twilio/messages: somebody texted us. Kept once, however often it is told."""
    provider_id, number, receiver = (fields.first(name) for name in ("MessageSid", "From", "To"))
    if not _is_id(provider_id):
        return _senseless(provider_id)
    media = fields.first("NumMedia", "0")
    pictures = int(media) if media.isdecimal() and len(media) <= LONGEST_COUNT else 0
    try:
        is_new = await inbox.store(provider_id, number, receiver, fields.first("Body"), pictures)
    except errors.Invalid:
        return _senseless(provider_id)
    except errors.NotFound:
        _log.error("webhook.no_timebank", text=provider_id)
        return PlainTextResponse("No timebank has this number.", 404)
    if not is_new:
        _log.info("webhook.repeated", text=provider_id)
    return _answer()


async def status(fields: signatures.Repeated) -> Response:
    """POST /webhooks/twilio/status: what became of a text. Only ever moves it forward."""
    provider_id, state = fields.first("MessageSid"), fields.first("MessageStatus")
    if not _is_id(provider_id) or not state:
        return _senseless(provider_id)
    if not await reports.receive(provider_id, state, fields.first("ErrorCode") or None):
        _log.info("webhook.changes_nothing", text=provider_id, state=state[:16])
    return _answer()


async def _body(request: Request) -> bytes | None:
    """The whole body, or None as soon as it is too long."""
    parts, length = [], 0
    async for part in request.stream():
        length += len(part)
        if length > MOST_BYTES:
            return None
        parts.append(part)
    return b"".join(parts)


def _is_id(value: str) -> bool:
    return 0 < len(value) <= LONGEST_ID and value.isalnum() and value.isascii()


def _answer() -> Response:
    """What Twilio wants to hear: no reply of ours goes this way."""
    return Response(_NOTHING_TO_SAY, media_type="text/xml")


def _senseless(provider_id: str) -> Response:
    _log.warning("webhook.senseless", text=provider_id[:LONGEST_ID])
    return PlainTextResponse("This is no text message.", 400)
