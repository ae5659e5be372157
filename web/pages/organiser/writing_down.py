"""Write a person down or change what is written: add somebody met on the doorstep, edit, record a check."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank import errors
from timebank.members import joining, people
from timebank.safeguarding import checks
from web import guards, render
from web.forms import organising, reading
from web.forms import people as forms
from web.forms.filled import Filled, Typed, empty
from web.pages.organiser import acting_for


async def add(request: Request) -> Response:
    """Somebody new; whoever looks the same is shown before anybody is written down twice."""
    if request.method != "POST":
        return _show_add(request, empty(reached_by="phone"))
    typed = await reading.typed(request)
    read = reading.fit(forms.Met, typed)
    if read.value is None:
        return _show_add(request, read.form)
    alike = await _alike(request, read.value, typed)
    if alike:
        return _show_add(request, read.form.needing(is_new="Is it one of these people?"), alike)
    try:
        person = await joining.join(guards.actor(request), read.value.application())
    except joining.AlreadyHere as here:
        there = await people.get(guards.actor(request).timebank_id, here.person_id)
        again = f"{there.name} is in the book already, with the same birth date, number and postcode"
        return _show_add(request, read.form.needing(first_name=again), [there])
    except errors.Invalid as wrong:
        return _show_add(request, read.form.needing(**{wrong.field: wrong.reason}))
    return RedirectResponse(f"/people/{person.id}?done=added", 303)


async def edit(request: Request) -> Response:
    """Change what is known of somebody."""
    actor = guards.actor(request)
    person = await people.get(actor.timebank_id, acting_for.named_id(request))
    if request.method != "POST":
        return _show_edit(request, person, forms.filled(person))
    read = reading.fit(forms.Met, await reading.typed(request))
    if read.value is None:
        return _show_edit(request, person, read.form)
    try:
        await people.update(actor, person.id, **read.value.told())
    except errors.Invalid as wrong:
        return _show_edit(request, person, read.form.needing(**{wrong.field: wrong.reason}))
    return RedirectResponse(f"/people/{person.id}?done=changed", 303)


async def check(request: Request) -> Response:
    """A check that has been seen."""
    actor = guards.actor(request)
    person = await people.get(actor.timebank_id, acting_for.named_id(request))
    if request.method != "POST":
        return _show_check(request, person, Filled())
    read = reading.fit(organising.Check, await reading.typed(request))
    said = read.value
    if said is None or said.passed_on is None:
        return _show_check(request, person, read.form)
    try:
        await checks.record(actor, person.id, said.kind, said.passed_on, said.expires_on, said.reference)
    except errors.Invalid as wrong:
        return _show_check(request, person, read.form.needing(**{wrong.field: wrong.reason}))
    return RedirectResponse(f"/people/{person.id}?done=check", 303)


async def _alike(request: Request, met: forms.Met, typed: Typed) -> list[people.Person]:
    """People of that name here, unless the organiser has said that this is somebody else."""
    if "yes" in typed.get("is_new", ()):
        return []
    words = f"{met.first_name} {met.last_name}"
    return await people.search(guards.actor(request).timebank_id, words, most=5)


def _show_add(request: Request, form: Filled, alike: list[people.Person] | None = None) -> Response:
    status = 422 if form.errors else 200
    return render.page(
        request, "organiser/add.html", status, form=form, alike=alike or [], ways=forms.WAYS.items()
    )


def _show_edit(request: Request, person: people.Person, form: Filled) -> Response:
    status = 422 if form.errors else 200
    return render.page(
        request, "organiser/edit.html", status, form=form, person=person, ways=forms.WAYS.items()
    )


def _show_check(request: Request, person: people.Person, form: Filled) -> Response:
    status = 422 if form.errors else 200
    return render.page(request, "organiser/check.html", status, form=form, person=person)
