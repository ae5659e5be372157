"""The public pages that only say something: what this is, how to ring, privacy, ease of use, emergencies."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank.communities import timebanks
from web import places, render


async def welcome(request: Request) -> Response:
    """What this is; whom we know already goes on to their own first page."""
    if request.state.visitor is not None:
        return RedirectResponse(places.home_of(request.state.visitor), 303)
    return render.page(request, "public/welcome.html")


async def how_it_works(request: Request) -> Response:
    """An hour given, an hour back: told in one story."""
    return render.page(request, "public/how_it_works.html")


async def ring(request: Request) -> Response:
    """The number, in very large type, and when somebody is there."""
    shared = not request.state.masthead.phone
    return render.page(request, "public/ring.html", banks=await timebanks.all_open() if shared else [])


async def privacy(request: Request) -> Response:
    """What we keep, why, and whom to ask."""
    return render.page(request, "public/privacy.html")


async def accessibility(request: Request) -> Response:
    """The accessibility statement."""
    return render.page(request, "public/accessibility.html")


async def emergency(request: Request) -> Response:
    """What to do in an emergency, which is not to ring us."""
    return render.page(request, "public/emergency.html")
