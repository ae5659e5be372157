"""What only an organiser decides about an exchange: how long it was, to undo it, to decline it kindly."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank import errors
from timebank.scheduling import asking, confirming, exchanges
from timebank.scheduling.exchanges import Exchange
from web import guards, render
from web.forms import organising as forms
from web.forms import reading
from web.forms.filled import Filled, empty
from web.pages import sorry
from web.pages.organiser import acting_for


async def decide(request: Request) -> Response:
    """How long it was, or that it did not happen."""
    one = await _exchange(request)
    if request.method != "POST":
        minutes = one.helper_minutes or one.member_minutes or one.expected_minutes
        form = empty(hours=str(minutes // 60), minutes=str(minutes % 60), happened="yes")
        return _show(request, "decide", one, form)
    read = reading.fit(forms.Decision, await reading.typed(request))
    if read.value is None:
        return _show(request, "decide", one, read.form)
    return await sorry.instead(request, _page(one), _decide(request, one, read.value, read.form))


async def undo(request: Request) -> Response:
    """Take a wrong confirmation back."""
    one = await _exchange(request)
    if request.method != "POST":
        return _show(request, "undo", one, Filled())
    read = reading.fit(forms.Because, await reading.typed(request))
    if read.value is None:
        return _show(request, "undo", one, read.form)
    return await sorry.instead(request, _page(one), _undo(request, one, read.value.reason))


async def decline(request: Request) -> Response:
    """Say kindly that the timebank cannot do this."""
    one = await _exchange(request)
    if request.method != "POST":
        return _show(request, "decline", one, Filled())
    read = reading.fit(forms.Because, await reading.typed(request))
    if read.value is None:
        return _show(request, "decline", one, read.form)
    return await sorry.instead(request, _page(one), _decline(request, one, read.value.reason))


async def _decide(request: Request, one: Exchange, said: forms.Decision, form: Filled) -> Response:
    try:
        await confirming.decide(guards.actor(request), one.id, said.decided_minutes)
    except errors.Invalid as wrong:
        return _show(request, "decide", one, form.needing(hours=wrong.reason))
    return _back(one, "decided")


async def _undo(request: Request, one: Exchange, reason: str) -> Response:
    await confirming.undo(guards.actor(request), one.id, reason)
    return _back(one, "undone")


async def _decline(request: Request, one: Exchange, reason: str) -> Response:
    await asking.decline_request(guards.actor(request), one.id, reason)
    return _back(one, "kindly")


async def _exchange(request: Request) -> Exchange:
    return await exchanges.get(guards.actor(request).timebank_id, acting_for.named_id(request))


def _show(request: Request, name: str, one: Exchange, form: Filled) -> Response:
    status = 422 if form.errors else 200
    return render.page(request, f"organiser/{name}.html", status, form=form, one=one)


def _page(one: Exchange) -> str:
    return f"/exchanges/{one.id}"


def _back(one: Exchange, done: str) -> Response:
    return RedirectResponse(f"{_page(one)}?done={done}", 303)
