"""My time: what I gave and what I had, line by line, with what was left after each."""

from starlette.requests import Request
from starlette.responses import Response

from timebank.members import statement
from web import guards, render
from web.pages import time_words
from web.pages.member import visits


async def show(request: Request) -> Response:
    """One page of the statement; `?before=` is the place in the book where an older page begins."""
    actor = guards.actor(request)
    before = request.query_params.get("before", "")
    place = int(before) if before.isdecimal() and len(before) < 16 else None
    found = await statement.of_person(actor.timebank_id, visits.own_id(request), before=place)
    return render.page(
        request,
        "member/time.html",
        found=found,
        heads=time_words.HEADS,
        rows=time_words.rows(found),
        is_first=place is None,
    )
