"""Say what somebody would do for others: one page, and one that says what happens next.

Serves a member for themselves and an organiser for somebody on the telephone.
"""

from dataclasses import dataclass
from uuid import UUID

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank import clock
from timebank.audit.actor import Actor
from timebank.listings import groups, offers, tasks
from timebank.safeguarding import checks, gate
from web import render
from web.forms import offering as forms
from web.forms import reading
from web.forms.filled import Filled


@dataclass(frozen=True)
class Giver:
    """Who acts, and who would give; `name` is empty for somebody who speaks for themselves."""

    actor: Actor
    person_id: UUID
    base: str
    done: str
    name: str = ""


async def page(request: Request, giver: Giver) -> Response:
    """The form as it stands, or what was sent."""
    if request.method != "POST":
        held = await offers.of_person(giver.actor.timebank_id, giver.person_id)
        free = await offers.free_times(giver.actor.timebank_id, giver.person_id)
        return _show(request, giver, forms.filled(held, free))
    read = reading.fit(forms.Offering, await reading.typed(request))
    if read.value is None:
        return _show(request, giver, read.form)
    await _keep(giver, read.value)
    return RedirectResponse(giver.done, 303)


def _show(request: Request, giver: Giver, form: Filled) -> Response:
    return render.page(
        request,
        "member/offer.html",
        422 if form.errors else 200,
        form=form,
        giver=giver,
        groups=groups.all_groups(),
        weekdays=forms.WEEKDAYS,
        parts=offers.PARTS,
    )


async def _keep(giver: Giver, said: forms.Offering) -> None:
    held = {offer.task for offer in await offers.of_person(giver.actor.timebank_id, giver.person_id)}
    gone = held - set(said.offers)
    if gone:
        await offers.withdraw(giver.actor, giver.person_id, sorted(gone))
    if said.offers:
        await offers.offer(giver.actor, giver.person_id, said.offers, said.told)
    await offers.set_free_times(giver.actor, giver.person_id, said.free_times)


async def what_next(timebank_id: UUID, person_id: UUID) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """What they offer and may begin with, and what needs a check first: labels, with what is missing."""
    held = await checks.of_person(timebank_id, person_id)
    ready: list[str] = []
    first: list[tuple[str, list[str]]] = []
    for offer in await offers.of_person(timebank_id, person_id):
        missing = gate.missing(offer.task, held, clock.today())
        label = tasks.get(offer.task).label
        if missing:
            first.append((label, missing))
        else:
            ready.append(label)
    return ready, first
