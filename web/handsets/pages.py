"""The page with the telephones."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from web.handsets import faults, numbers
from web.handsets.message import INBOUND, Message
from web.handsets.network import Network
from web.handsets.people import Directory, Telephone

_HERE = Path(__file__).parent
_LONDON = ZoneInfo("Europe/London")
SHOWN_AT_FIRST = 3
MOST_SHOWN = 12
TEXTS_SHOWN = 40


def _clock(moment: datetime) -> str:
    local = moment.astimezone(_LONDON)
    return local.strftime("%a %-d %b, %H:%M")


def _trouble(message: Message) -> str:
    """Why this text did not arrive, in words; empty when all is well."""
    if message.direction == INBOUND:
        taken = message.answer is None or message.answer.startswith("2")
        return "" if taken else f"The timebank did not take this text: {message.answer}"
    return f"Not delivered ({message.error_code})" if message.error_code else ""


_pages = Environment(
    loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
_pages.filters.update(clock=_clock, trouble=_trouble, spoken=numbers.spoken)


async def page(request: Request) -> Response:
    """GET /?phone=…&phone=…: the telephones side by side."""
    return _answer(request, "page.html")


async def telephones(request: Request) -> Response:
    """GET /telephones?phone=…: the telephones alone, for the live page."""
    return _answer(request, "telephones.html")


def _answer(request: Request, template: str) -> Response:
    network: Network = request.app.state.network
    directory: Directory = request.app.state.directory
    counts: dict[str, int] = {}
    for message in network.state.messages.values():
        counts[message.handset] = counts.get(message.handset, 0) + 1
    known = directory.telephones(counts)
    chosen = _chosen(request, known)
    html = _pages.get_template(template).render(
        telephones=[known[number] for number in chosen],
        conversations={number: network.state.conversation(number)[-TEXTS_SHOWN:] for number in chosen},
        stopped=network.state.stopped,
        everyone=list(known.values()),
        counts=counts,
        chosen=chosen,
        faults=network.state.faults,
        kinds=faults.KINDS,
        query="&".join(f"phone={number.replace('+', '%2B')}" for number in chosen),
    )
    return HTMLResponse(html)


def _chosen(request: Request, known: dict[str, Telephone]) -> list[str]:
    """The numbers asked for, as typed or picked; the first few where none was."""
    asked = [numbers.from_typed(each) for each in request.query_params.getlist("phone")]
    possible = [number for number in dict.fromkeys(asked) if numbers.is_possible(number)]
    known.update({number: Telephone(number) for number in possible if number not in known})
    return possible[:MOST_SHOWN] or list(known)[:SHOWN_AT_FIRST]


routes = [
    Route("/", page, name="page"),
    Route("/telephones", telephones),
    Mount("/static", StaticFiles(directory=_HERE / "static")),
]
