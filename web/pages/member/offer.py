"""Offer help: what I would do, a word about it, when I am usually free."""

from starlette.requests import Request
from starlette.responses import Response

from web import guards, render
from web.pages import offering
from web.pages.member import visits


async def show(request: Request) -> Response:
    """The form, or what was sent."""
    own = visits.own_id(request)
    return await offering.page(
        request, offering.Giver(guards.actor(request), own, base="/offer", done="/offer/done")
    )


async def done(request: Request) -> Response:
    """Thank you: what can begin at once, and what needs a check first."""
    actor = guards.actor(request)
    ready, first = await offering.what_next(actor.timebank_id, visits.own_id(request))
    return render.page(request, "member/offered.html", ready=ready, first=first)
