"""Join: one question a page, without signing in and without JavaScript.

The answers so far travel along as hidden fields, so nothing is written until
the last page, and any answer can be changed from there. A page posts to itself
and is answered by the next one.
"""

from dataclasses import replace
from uuid import UUID

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank import errors
from timebank.audit.actor import Actor
from timebank.communities import timebanks
from timebank.listings import offers, tasks
from timebank.members import joining
from web import render
from web.forms import joining as forms
from web.forms import reading
from web.forms.filled import Filled, Typed

OFTEN_OFFERED = (
    "phone_chat", "befriending", "walk", "shopping", "errand", "lift", "go_with", "lightbulb", "diy_small",
    "gardening", "tech_help", "form_filling", "cooking", "knitting_crafts", "music", "pet_walking",
)  # fmt: skip


async def begin(request: Request) -> Response:
    """What joining means, and the first button."""
    several = len(await timebanks.all_open()) > 1
    return render.page(request, "public/join/begin.html", form=Filled(), first="where" if several else "name")


async def done(request: Request) -> Response:
    """Thank you."""
    return render.page(request, "public/join/done.html")


async def step(request: Request) -> Response:
    """One page: read its answers and show the next; a field `go` asks for a page by name instead."""
    name = request.path_params["step"]
    if name not in forms.STEPS:
        raise HTTPException(404)
    if request.method != "POST":
        return RedirectResponse("/join", 303)
    typed = await reading.typed(request)
    if wanted := Filled(typed).value("go"):
        return await _show(request, wanted if wanted in forms.STEPS else "name", Filled(typed))
    if name == "check":
        return await _join(request, typed)
    return await _answer(request, name, typed)


async def _answer(request: Request, name: str, typed: Typed) -> Response:
    """The next page, or the same one with what it still needs."""
    if name == "where":
        form = Filled(typed)
        if await _chosen(form) is None:
            form = form.needing(timebank="Please choose the group near you")
    else:
        form = reading.fit(forms.FORMS[name], typed).form
    if form.errors:
        return await _show(request, name, form)
    return await _show(request, forms.after(name, form), replace(form, errors={}))


async def _show(request: Request, name: str, form: Filled) -> Response:
    """A page of the questions, with the answers of the other pages taken along."""
    response = render.page(
        request,
        f"public/join/{name.replace('-', '_')}.html",
        422 if form.errors else 200,
        form=form.keeping(*forms.elsewhere(name)),
        step=name,
        before=forms.before(name, form),
        banks=await timebanks.all_open() if name == "where" else [],
        kinds=[(slug, tasks.get(slug).label) for slug in OFTEN_OFFERED],
        offered=[task.label for task in tasks.all_tasks() if form.chosen("offers", task.slug)],
    )
    response.headers["cache-control"] = "private, no-cache"  # so that the browser's own "back" works
    return response


async def _join(request: Request, typed: Typed) -> Response:
    """Read everything once more, then take the person in."""
    if again := forms.first_to_see_again(typed):
        return await _show(request, *again)
    read = reading.fit(forms.Everything, typed)
    timebank_id = await _chosen(read.form)
    if read.value is None or timebank_id is None:
        return await _show(request, "where", read.form.needing(timebank="Please choose the group near you"))
    try:
        await _take_in(timebank_id, read.value)
    except joining.AlreadyHere:
        return render.page(request, "public/join/already.html", 409)
    except errors.Invalid as wrong:
        form = replace(read.form, errors={wrong.field: wrong.reason})
        return await _show(request, forms.asking(wrong.field), form)
    return RedirectResponse("/join/done", 303)


async def _chosen(form: Filled) -> UUID | None:
    """The timebank to join: the only one there is, else the one chosen."""
    banks = await timebanks.all_open()
    if len(banks) == 1:
        return banks[0].id
    return next((bank.id for bank in banks if bank.slug == form.value("timebank")), None)


async def _take_in(timebank_id: UUID, told: forms.Everything) -> None:
    """The person joins; what they offered is kept with them."""
    person = await joining.join(Actor(timebank_id, None, "web"), told.application())
    if told.offers:
        await offers.offer(Actor(timebank_id, person.id, "web"), person.id, told.offers, told.told)
