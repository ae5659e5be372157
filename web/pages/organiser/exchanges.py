"""One exchange, whole: its story, who could help, and every step for either side."""

from collections.abc import Awaitable
from dataclasses import replace
from uuid import UUID

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank.desk import about
from timebank.members import people, stories
from timebank.scheduling import answering, asking, exchanges, visits
from timebank.scheduling.exchanges import Exchange
from web import guards, render
from web.forms import organising as forms
from web.forms import reading
from web.forms.filled import Filled
from web.pages import acting, desk_words, sorry, story_words, visit_words
from web.pages.member.visits import DONE
from web.pages.organiser import acting_for

ASKED = {
    "asked": "Asked, no answer yet",
    "accepted": "Said yes",
    "declined": "Said no",
    "silent": "No answer in time",
    "stood_down": "Thanked and stood down",
    "refused": "The member would rather not",
    "withdrew": "Said yes, then could not",
}
SAID = {
    **DONE,
    "asked": "They have been asked.",
    "ahead": "It goes ahead. Neighbours are being asked.",
    "no": "Their no is written down.",
    "yes": "Their yes is written down.",
    "decided": "Decided. Both are told.",
    "undone": "Put back. Both are told. Please decide the right time.",
    "kindly": "Written down. Please ring the member and say it kindly.",
}


async def show(request: Request) -> Response:
    """The whole story."""
    return await page(request, Filled())


async def page(request: Request, form: Filled) -> Response:
    """The exchange, with whatever form on it needs another look."""
    timebank_id = guards.actor(request).timebank_id
    one = await exchanges.get(timebank_id, acting_for.named_id(request))
    asked = await exchanges.asked_of(timebank_id, one.id)
    wanted = {one.member_id, *(helper for helper, _, _ in asked)} | (
        {one.helper_id} if one.helper_id else set()
    )
    matters = await about.exchange(timebank_id, one.id)
    choices = visits.of_organiser(one, is_held_back=about.hold_back(matters))
    could = await asking.suggestions(timebank_id, one.id) if "ask_neighbours" in choices else []
    return render.page(
        request,
        "organiser/exchange.html",
        422 if form.errors else 200,
        form=replace(form, anchors=_anchors(can_choose=bool(could))),
        one=one,
        choices=choices,
        asked=asked,
        asked_words=ASKED,
        could=could,
        named=await people.many(timebank_id, wanted),
        sides=await _sides(request, one),
        links=acting.links,
        story=await stories.of(timebank_id, one.id),
        told=story_words,
        matters=matters,
        kinds=desk_words.KINDS,
        state=desk_words.STATES[one.state],
        colour=visit_words.COLOURS.get(one.state, ""),
        done=SAID.get(request.query_params.get("done", "")),
        most=forms.MOST_AT_ONCE,
    )


def _anchors(*, can_choose: bool) -> dict[str, str]:
    """Where the summary's links lead: to the page itself where there is nobody to choose from."""
    return {"answer": "main"} if can_choose else dict.fromkeys(("answer", "helper", "helpers"), "main")


async def ask(request: Request) -> Response:
    """Ask the neighbours who were ticked."""
    read = reading.fit(forms.Ask, await reading.typed(request))
    if read.value is None:
        return await page(request, read.form)
    helpers = read.value.helpers
    return await _then(
        request, "asked", asking.ask_neighbours(guards.actor(request), acting_for.named_id(request), helpers)
    )


async def answered(request: Request) -> Response:
    """Write down what a neighbour said on the telephone."""
    read = reading.fit(forms.AnsweredByTelephone, await reading.typed(request))
    if read.value is None:
        return await page(request, read.form)
    helper = read.value.helper
    actor = acting_for.on_the_telephone(request, helper)
    if read.value.answer == "yes":
        return await _then(request, "yes", answering.accept(actor, acting_for.named_id(request), helper))
    return await _then(request, "no", answering.decline(actor, acting_for.named_id(request), helper))


async def go_ahead(request: Request) -> Response:
    """The visit goes ahead although the member's time does not reach."""
    return await _then(
        request, "ahead", asking.agree_beyond_floor(guards.actor(request), acting_for.named_id(request))
    )


async def act(request: Request) -> Response:
    """One of the small pages about a visit, for the side that rang."""
    side = request.path_params["side"]
    timebank_id = guards.actor(request).timebank_id
    one = await exchanges.get(timebank_id, acting_for.named_id(request))
    found = [standing for standing in await _sides(request, one) if standing.visit.side == side]
    if not found:
        raise HTTPException(404)
    return await acting.act(request, found[0])


async def _sides(request: Request, one: Exchange) -> list[acting.Standing]:
    """The member and, where there is one, the helper: what the organiser may do for each."""
    both = [(one.member_id, one.member_first_name)]
    if one.helper_id and one.helper_first_name:
        both.append((one.helper_id, one.helper_first_name))
    return [await _standing(request, one, person_id, name) for person_id, name in both]


async def _standing(request: Request, one: Exchange, person_id: UUID, name: str) -> acting.Standing:
    actor = acting_for.on_the_telephone(request, person_id)
    visit = await visits.one(actor.timebank_id, person_id, one.id)
    page = f"/exchanges/{one.id}"
    return acting.Standing(actor, person_id, visit, page, f"{page}/for/{visit.side}", name)


async def _then(request: Request, done: str, doing: Awaitable[object]) -> Response:
    """Do it, and back to the exchange, which says so; a refusal has its kind page."""
    address = f"/exchanges/{acting_for.named_id(request)}"

    async def answer() -> Response:
        await doing
        return RedirectResponse(f"{address}?done={done}", 303)

    return await sorry.instead(request, address, answer())
