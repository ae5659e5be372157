"""Twilio's REST interface for messages, as far as a timebank uses it: create, fetch, list."""

import asyncio
import secrets
from base64 import b64decode
from binascii import Error as NotBase64

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from web.handsets import listing, refusals
from web.handsets.message import API_VERSION, as_twilio
from web.handsets.network import Network

_PREFIX = f"/{API_VERSION}/Accounts/{{account}}"


async def create(request: Request) -> Response:
    """POST Messages.json: accept a text, or refuse it in Twilio's words."""
    network = _signed_in(request)
    form = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    network.check(form)
    fault = network.next_fault(form.get("To", ""), inbound=False)
    if fault == "429":
        raise refusals.too_many()
    if fault == "500":
        raise refusals.broken()
    if fault == "timeout-lost":
        return await _silence(network)
    message = await network.send(form, fault)
    if fault == "500-sent":
        raise refusals.broken()
    if fault == "timeout":
        return await _silence(network)
    # The answer shows the state at acceptance, however far the text has come since.
    shown = as_twilio(message, network.settings.account_sid)
    return JSONResponse(
        shown | {"status": "accepted" if message.service_sid else "queued", "date_sent": None},
        status_code=201,
    )


async def fetch(request: Request) -> Response:
    """GET one message."""
    network = _signed_in(request)
    message = network.state.messages.get(request.path_params["sid"])
    if message is None:
        raise refusals.not_found(request.url.path)
    return JSONResponse(as_twilio(message, network.settings.account_sid))


async def list_messages(request: Request) -> Response:
    """GET the list, newest first, filtered by To, From and DateSent, a page at a time."""
    network = _signed_in(request)
    found = listing.select(list(network.state.messages.values()), request.query_params)
    account = network.settings.account_sid
    page = listing.page(found, request.url.path, request.query_params)
    return JSONResponse(page.fields | {"messages": [as_twilio(each, account) for each in page.messages]})


def _signed_in(request: Request) -> Network:
    """The network, for a caller who gave the right account and token. Raises Refused."""
    network: Network = request.app.state.network
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    try:
        account, _, token = b64decode(encoded, validate=True).decode().partition(":")
    except (NotBase64, UnicodeDecodeError):
        raise refusals.not_signed_in() from None
    right = secrets.compare_digest(token.encode(), network.settings.auth_token.encode())
    known = account == network.settings.account_sid
    if scheme.lower() != "basic" or not right or not known:
        raise refusals.not_signed_in()
    if request.path_params["account"] != account:
        raise refusals.not_found(request.url.path)
    return network


async def _silence(network: Network) -> Response:
    await asyncio.sleep(network.settings.silence_seconds)
    return Response(status_code=504)


async def refused(request: Request, error: Exception) -> Response:
    """Turn a refusal into Twilio's JSON."""
    if not isinstance(error, refusals.Refused):
        raise error
    headers = {"WWW-Authenticate": 'Basic realm="Twilio API"'} if error.status == 401 else None
    return JSONResponse(error.body(), status_code=error.status, headers=headers)


routes = [
    Route(f"{_PREFIX}/Messages.json", create, methods=["POST"]),
    Route(f"{_PREFIX}/Messages.json", list_messages, methods=["GET"]),
    Route(f"{_PREFIX}/Messages/{{sid}}.json", fetch, methods=["GET"]),
]
