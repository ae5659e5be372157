"""Ask for help in three screens: what, when and where, and "is all of this right?".

The same screens serve a member for themselves and an organiser for somebody on
the telephone. The answers travel along as hidden fields, so nothing is written
until the last; a hidden number makes two presses one request.
"""

from dataclasses import dataclass, replace
from uuid import UUID

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank import clock, errors, identity
from timebank.audit.actor import Actor
from timebank.listings import groups, tasks
from timebank.members.people import Person
from timebank.scheduling import asking
from web import render
from web.forms import asking as forms
from web.forms import reading, times
from web.forms.filled import Filled, Typed


@dataclass(frozen=True)
class Asker:
    """Who asks, for whom, and where the screens live; `name` is empty for somebody asking for themselves."""

    actor: Actor
    person: Person
    base: str
    done: str
    name: str = ""


async def begin(request: Request, asker: Asker) -> Response:
    """The first screen, empty."""
    return _show(request, asker, "what", forms.begun(identity.new_id(), clock.today()))


async def step(request: Request, asker: Asker) -> Response:
    """Read a screen's answers and show the next; "go" turns to another screen without reading."""
    name = request.path_params["step"]
    if name not in forms.STEPS:
        raise HTTPException(404)
    if request.method != "POST":
        return RedirectResponse(asker.base, 303)
    typed = await reading.typed(request)
    wanted = next(iter(typed.get("go", ())), None)
    if wanted in forms.STEPS:
        return _show(request, asker, str(wanted), Filled(typed))
    if name == "check":
        return await _send(request, asker, typed)
    form = reading.fit(forms.FORMS[name], typed).form
    if form.errors:
        return _show(request, asker, name, form)
    return _after(request, asker, name, replace(form, errors={}))


def _after(request: Request, asker: Asker, name: str, form: Filled) -> Response:
    """The screen that follows, or the last where all the others have been seen."""
    again = forms.first_to_see_again(form.typed)
    if name == "what" and (again is None or again[0] != "when" or not form.value("part")):
        return _show(request, asker, "check" if again is None else "when", form)
    return _show(request, asker, *(again or ("check", form)))


def _show(request: Request, asker: Asker, name: str, form: Filled) -> Response:
    read = reading.fit(forms.Everything, form.typed) if name == "check" else None
    response = render.page(
        request,
        f"asking/{name}.html",
        422 if form.errors else 200,
        form=form.keeping(*forms.carried(name)),
        asker=asker,
        groups=groups,
        times=times,
        wish=read.value.wish() if read and read.value else None,
        task=tasks.get(read.value.task) if read and read.value else None,
    )
    response.headers["cache-control"] = "private, no-cache"  # so that the browser's own "back" works
    return response


async def _send(request: Request, asker: Asker, typed: Typed) -> Response:
    """Everything once more, then ask."""
    if again := forms.first_to_see_again(typed):
        return _show(request, asker, *again)
    read = reading.fit(forms.Everything, typed)
    if read.value is None or read.value.request is None:
        raise HTTPException(400)
    # Derived, so that nobody's hidden number can name another person's request.
    exchange_id = identity.derived(asker.person.id, "asks", str(read.value.request))
    try:
        await asking.ask_for_help(asker.actor, asker.person.id, read.value.wish(), exchange_id=exchange_id)
    except errors.Invalid as wrong:
        field = {"starts_at": "day", "expected_minutes": "long"}.get(wrong.field, wrong.field)
        return _show(request, asker, "when", read.form.needing(**{field: wrong.reason}))
    return RedirectResponse(done_address(asker, exchange_id), 303)


def done_address(asker: Asker, exchange_id: UUID) -> str:
    """Where the asker reads what happens next."""
    return asker.done.format(id=exchange_id)
