"""What tests and scripts ask of the network: read a conversation, type a text, make it fail."""

from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from web.handsets import faults, numbers
from web.handsets.message import Message
from web.handsets.network import Network

LONGEST_TYPED = 1600


class Unclear(Exception):
    """A request that makes no sense; the message is a plain sentence."""


async def journal(request: Request) -> Response:
    """GET /journal?number=: every text of one telephone (all without a number), oldest first."""
    network: Network = request.app.state.network
    wanted = request.query_params.get("number")
    number = numbers.from_typed(wanted) if wanted else None
    found = [each for each in network.state.messages.values() if number in (None, each.handset)]
    stopped = sorted(network.state.stopped)
    return JSONResponse({"messages": [_plain(each) for each in found], "opted_out": stopped})


async def type_text(request: Request) -> Response:
    """POST /type {from, body}: a telephone sends a text. JSON answers JSON; a form goes back to the page."""
    network: Network = request.app.state.network
    given = await _given(request)
    number, body = numbers.from_typed(str(given.get("from", ""))), str(given.get("body", ""))
    if not numbers.is_possible(number):
        raise Unclear("Say which telephone sends the text.")
    if not body.strip() or len(body) > LONGEST_TYPED:
        raise Unclear(f"Type a text of 1 to {LONGEST_TYPED} letters.")
    message = await network.type_text(number, body)
    return _back(request, given, {"sid": message.sid, "answer": message.answer}, f"phone-{number[1:]}")


async def plan_fault(request: Request) -> Response:
    """POST /faults {kind, number?, count?}: fail the next texts so; kind "none" takes all failures back."""
    network: Network = request.app.state.network
    given = await _given(request)
    kind, typed = str(given.get("kind", "")), str(given.get("number") or "")
    if kind == "none":
        network.plan(None)
    else:
        try:
            count = int(str(given.get("count", 1)))
            network.plan(faults.Fault(kind, numbers.from_typed(typed) if typed else None, count))
        except ValueError as error:
            raise Unclear(f"That failure cannot be planned: {error}.") from None
    left = [{"kind": each.kind, "number": each.number, "left": each.left} for each in network.state.faults]
    return _back(request, given, {"faults": left}, "failures")


async def unclear(request: Request, error: Exception) -> Response:
    """Answer a request that makes no sense with its sentence."""
    return JSONResponse({"problem": str(error)}, status_code=400)


async def alive(request: Request) -> Response:
    """GET /healthz."""
    return JSONResponse({"alive": True})


async def _given(request: Request) -> dict[str, Any]:
    if _is_form(request):
        form = await request.form()
        return {**dict(form), "phone": form.getlist("phone")}
    try:
        given = await request.json()
    except ValueError:
        raise Unclear("The body is not JSON.") from None
    if not isinstance(given, dict):
        raise Unclear("The body is not a JSON object.")
    return given


def _back(request: Request, given: dict[str, Any], answer: dict[str, object], place: str) -> Response:
    if not _is_form(request):
        return JSONResponse(answer)
    page = request.url_for("page").include_query_params().replace(query="")
    query = "&".join(f"phone={str(number).replace('+', '%2B')}" for number in given["phone"])
    return RedirectResponse(f"{page.path}?{query}#{place}", status_code=303)


def _is_form(request: Request) -> bool:
    return not request.headers.get("content-type", "").startswith("application/json")


def _plain(message: Message) -> dict[str, object]:
    shown = {name: getattr(message, name) for name in Message.__dataclass_fields__}
    return {
        name: value.isoformat() if isinstance(value, datetime) else value for name, value in shown.items()
    }


routes = [
    Route("/journal", journal),
    Route("/type", type_text, methods=["POST"]),
    Route("/faults", plan_fault, methods=["POST"]),
    Route("/healthz", alive),
]
