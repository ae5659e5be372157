"""Ask for help for myself."""

from starlette.requests import Request
from starlette.responses import Response

from timebank.members import people
from timebank.scheduling import visits
from web import guards, render
from web.pages import asking, visit_words
from web.pages.member import visits as visit_pages


async def begin(request: Request) -> Response:
    """The first screen."""
    return await asking.begin(request, await _asker(request))


async def step(request: Request) -> Response:
    """One of the three screens."""
    return await asking.step(request, await _asker(request))


async def done(request: Request) -> Response:
    """Sent: what happens next, and who will be in touch."""
    actor = guards.actor(request)
    visit = await visits.one(actor.timebank_id, visit_pages.own_id(request), visit_pages.exchange_id(request))
    return render.page(request, "member/asked.html", visit=visit, words=visit_words)


async def _asker(request: Request) -> asking.Asker:
    actor = guards.actor(request)
    person = await people.get(actor.timebank_id, visit_pages.own_id(request))
    return asking.Asker(actor, person, base="/ask", done="/ask/done/{id}")
