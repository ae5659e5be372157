"""The texts: who wrote of late, and what one telephone and the timebank have said to each other."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank import errors, identity
from timebank.members import numbers, people, writing
from timebank.messaging import inbox, stopping, threads
from web import guards, render
from web.forms import organising as forms
from web.forms import reading
from web.forms.filled import Filled, empty

STATES = {
    "waiting": "waiting to go",
    "attempting": "going now",
    "sent": "sent",
    "delivered": "delivered",
    "undelivered": "not delivered",
    "failed": "failed",
    "unknown": "not sure that it went",
    "expired": "too late to send",
    "recorded": "written down, not sent",
}


async def show_all(request: Request) -> Response:
    """The conversations of late."""
    timebank_id = guards.actor(request).timebank_id
    found = await threads.latest(timebank_id)
    named = await people.many(timebank_id, {one.person_id for one in found if one.person_id})
    return render.page(request, "organiser/texts.html", found=found, named=named)


async def show(request: Request) -> Response:
    """One conversation."""
    return await _show(request, _number(request), empty(text_id=str(identity.new_id())))


async def reply(request: Request) -> Response:
    """Write to the telephone as the timebank."""
    number = _number(request)
    read = reading.fit(forms.Text, await reading.typed(request))
    if read.value is None:
        return await _show(request, number, read.form)
    try:
        await writing.write_to(guards.actor(request), number, read.value.words, text_id=read.value.text_id)
    except errors.Invalid as wrong:
        return await _show(request, number, read.form.needing(words=wrong.reason))
    return RedirectResponse(f"/texts/{number}", 303)


async def _show(request: Request, number: str, form: Filled) -> Response:
    timebank_id = guards.actor(request).timebank_id
    said = await threads.of_number(timebank_id, number)
    whose = await people.with_number(timebank_id, number)
    if not said and not whose:
        raise HTTPException(404)
    return render.page(
        request,
        "organiser/thread.html",
        422 if form.errors else 200,
        form=form,
        number=number,
        said=said,
        whose=whose,
        states=STATES,
        stopped=await stopping.is_stopped(timebank_id, number),
        may_write=bool(whose) and numbers.is_mobile(number),
    )


def _number(request: Request) -> str:
    """The number in the address, E.164, or a sender that is none (a short code, a name); else 404."""
    written: str = request.path_params["number"]
    number = numbers.read_or_none(written) or written
    if len(number) > inbox.LONGEST_NUMBER or not number.isprintable():
        raise HTTPException(404)
    return number
