"""The places a visitor can go from any page: one short list for each role."""

from dataclasses import dataclass

from starlette.requests import Request

from timebank.members.sessions import Visitor

MEMBER = (
    ("Home", "/home"),
    ("Ask for help", "/ask"),
    ("Offer help", "/offer"),
    ("My visits", "/visits"),
    ("My time", "/time"),
)
ORGANISER = (("Today", "/today"), ("People", "/people"))
OFFICER = (("Report", "/council/report"),)
ANYONE = (("Home", "/"), ("Join us", "/join"), ("Sign in", "/sign-in"))


@dataclass(frozen=True)
class Place:
    """One link of the main list."""

    name: str
    address: str
    is_current: bool


def offered(request: Request) -> list[Place]:
    """Where this visitor may go, the present page marked."""
    here = request.url.path
    found = _of(getattr(request.state, "visitor", None))
    return [Place(name, address, _is_current(address, here)) for name, address in found]


def home_of(visitor: Visitor) -> str:
    """The first page of somebody who has signed in."""
    return _of(visitor)[0][1]


def _of(visitor: Visitor | None) -> tuple[tuple[str, str], ...]:
    if visitor is None:
        return ANYONE
    if visitor.officer_id is not None:
        return OFFICER
    return ORGANISER + MEMBER if visitor.is_organiser else MEMBER


def _is_current(address: str, here: str) -> bool:
    return here == address or (address != "/" and here.startswith(f"{address}/"))
