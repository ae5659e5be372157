"""For somebody on the telephone: ask for help, say what they offer, read out a code to sign in with."""

from starlette.requests import Request
from starlette.responses import Response

from timebank import errors
from timebank.members import people, sign_in
from web import guards, render
from web.pages import asking, offering
from web.pages.organiser import acting_for


async def ask(request: Request) -> Response:
    """The first screen of asking for them."""
    return await asking.begin(request, await _asker(request))


async def ask_step(request: Request) -> Response:
    """One of the three screens."""
    return await asking.step(request, await _asker(request))


async def offer(request: Request) -> Response:
    """What they would do for others."""
    person = await _person(request)
    page = f"/people/{person.id}"
    return await offering.page(
        request,
        offering.Giver(
            acting_for.on_the_telephone(request, person.id),
            person.id,
            base=f"{page}/offer",
            done=f"{page}?done=offers",
            name=person.first_name,
        ),
    )


async def code(request: Request) -> Response:
    """A fresh code to read out: shown this once, so this page answers a form without sending on."""
    person = await _person(request)
    try:
        digits = await sign_in.read_out_code(acting_for.on_the_telephone(request, person.id), person.id)
        problem = None
    except errors.Invalid as wrong:
        digits, problem = "", wrong.reason
    response = render.page(request, "organiser/code.html", person=person, digits=digits, problem=problem)
    response.headers["cache-control"] = "no-store"
    return response


async def _person(request: Request) -> people.Person:
    return await people.get(guards.actor(request).timebank_id, acting_for.named_id(request))


async def _asker(request: Request) -> asking.Asker:
    person = await _person(request)
    return asking.Asker(
        acting_for.on_the_telephone(request, person.id),
        person,
        base=f"/people/{person.id}/ask",
        done="/exchanges/{id}",
        name=person.first_name,
    )
