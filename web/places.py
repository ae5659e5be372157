"""The places a visitor can go from any page: one short list for each role."""

from dataclasses import dataclass

from starlette.requests import Request

MEMBER = (
    ("Home", "/"),
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
    visitor = getattr(request.state, "visitor", None)
    here = request.url.path
    return [Place(name, address, _is_current(address, here)) for name, address in _of(visitor)]


def _of(visitor: object) -> tuple[tuple[str, str], ...]:
    if visitor is None:
        return ANYONE
    if getattr(visitor, "officer_of", None):
        return OFFICER
    return MEMBER + (ORGANISER if "organiser" in getattr(visitor, "roles", ()) else ())


def _is_current(address: str, here: str) -> bool:
    return here == address or (address != "/" and here.startswith(f"{address}/"))
