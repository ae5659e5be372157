"""A member's first page: who is coming next, what waits for an answer, and the four big buttons."""

from starlette.requests import Request
from starlette.responses import Response

from timebank.members import statement
from timebank.scheduling import visits
from web import guards, render
from web.pages import visit_words


async def show(request: Request) -> Response:
    """Hello."""
    visitor = guards.visitor(request)
    actor = guards.actor(request)
    own = actor.subject_id
    if own is None:
        raise AssertionError("somebody signed in is somebody")
    found = await visits.of_person(actor.timebank_id, own, with_past=False)
    time = await statement.of_person(actor.timebank_id, own, most=1)
    return render.page(
        request,
        "member/home.html",
        first_name=visitor.first_name,
        found=found,
        time=time,
        words=visit_words,
    )
