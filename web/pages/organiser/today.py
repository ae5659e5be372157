"""Today: everything that wants an organiser, on one screen and on one sheet of paper."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank import clock
from timebank.desk import items
from timebank.members import people
from timebank.scheduling import board
from web import guards, render
from web.forms import organising as forms
from web.forms import reading
from web.forms.filled import Filled
from web.pages import desk_words
from web.pages.organiser import acting_for


async def show(request: Request) -> Response:
    """The board."""
    return await _show(request, Filled())


async def take_off(request: Request) -> Response:
    """A matter has been dealt with."""
    item_id = acting_for.named_id(request)
    read = reading.fit(forms.Outcome, await reading.typed(request))
    if read.value is None:
        return await _show(request, read.form, of_item=str(item_id))
    await items.take_off(guards.actor(request), item_id, read.value.outcome)
    return RedirectResponse("/today?done=closed", 303)


async def _show(request: Request, form: Filled, of_item: str = "") -> Response:
    """The board; `of_item` is the matter whose form needs another look."""
    timebank_id = guards.actor(request).timebank_id
    today = await board.today(timebank_id)
    if of_item not in {str(item.id) for item in today.desk}:
        form, of_item = Filled(), ""
    named = await people.many(timebank_id, {item.person_id for item in today.desk if item.person_id})
    return render.page(
        request,
        "organiser/today.html",
        422 if form.errors else 200,
        form=Filled(form.typed, form.errors, anchors={"outcome": f"outcome-{of_item}"}),
        of_item=of_item,
        today=today,
        named=named,
        kinds=desk_words.KINDS,
        date=clock.today(),
        now=clock.now(),
        done=request.query_params.get("done") == "closed",
    )
