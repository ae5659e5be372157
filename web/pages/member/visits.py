"""My visits: all of them, one of them, and what I say about it."""

from uuid import UUID

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank.scheduling import answering, visits
from web import guards, render
from web.forms import acting as forms
from web.forms import reading
from web.pages import acting, sorry, visit_words

DONE = {
    "accepted": "Thank you. Your yes is with us.",
    "declined": "Thank you for telling us. We will ask somebody else.",
    "approved": "Thank you. We have told them to come.",
    "refused": "That is quite all right. We are asking somebody else.",
    "cancelled": "This visit is called off. Everyone has been told.",
    "withdrawn": "Thank you for telling us. We are asking somebody else.",
    "moved": "We have the new day and time. We will tell you who can come.",
    "late": "Thank you. We have told them.",
    "nobody_came": "We are sorry. One of us will ring you soon.",
    "nobody_in": "Thank you. One of us is ringing now to see that all is well.",
    "said": "Thank you. We have written that down.",
    "confirmed": "Thank you. The time is in the book.",
    "differ": "Thank you. One of us will ring you both and put it right.",
}


async def show_all(request: Request) -> Response:
    """All my visits: what waits for me, what is to come, what has been."""
    actor = guards.actor(request)
    found = await visits.of_person(actor.timebank_id, own_id(request))
    return render.page(request, "member/visits.html", found=found, words=visit_words)


async def show(request: Request) -> Response:
    """One visit, with what may be done about it now."""
    standing = await _standing(request)
    return render.page(
        request,
        "member/visit.html",
        visit=standing.visit,
        standing=standing,
        acts=acting.links(standing),
        words=visit_words,
        done=DONE.get(request.query_params.get("done", "")),
    )


async def act(request: Request) -> Response:
    """One of the small pages about a visit."""
    return await acting.act(request, await _standing(request))


async def answer(request: Request) -> Response:
    """Yes or no to helping a neighbour."""
    read = reading.fit(forms.Answer, await reading.typed(request))
    page = f"/visits/{exchange_id(request)}"
    if read.value is None:
        return RedirectResponse(page, 303)
    return await sorry.instead(request, "/visits", _answer(request, page, is_yes=read.value.answer == "yes"))


async def _answer(request: Request, page: str, *, is_yes: bool) -> Response:
    actor = guards.actor(request)
    if is_yes:
        await answering.accept(actor, exchange_id(request), own_id(request))
        return RedirectResponse(f"{page}?done=accepted", 303)
    await answering.decline(actor, exchange_id(request), own_id(request))
    return RedirectResponse(f"{page}?done=declined", 303)


def exchange_id(request: Request) -> UUID:
    """The exchange that the address names; 404 where it names none."""
    try:
        return UUID(request.path_params["id"])
    except ValueError:
        raise HTTPException(404) from None


def own_id(request: Request) -> UUID:
    """The visitor's own."""
    found = guards.actor(request).person_id
    if found is None:
        raise AssertionError("somebody signed in is somebody")
    return found


async def _standing(request: Request) -> acting.Standing:
    actor = guards.actor(request)
    visit = await visits.one(actor.timebank_id, own_id(request), exchange_id(request))
    page = f"/visits/{visit.exchange.id}"
    return acting.Standing(actor, own_id(request), visit, page, page)
