"""What either side does about a visit, each on one small page.

The same pages serve the two themselves (`/visits/…`) and an organiser who acts
for one of them on the telephone (`/exchanges/…/for/member/…`). A page offers
only what may be done now; the use case decides once more.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank import errors
from timebank.audit.actor import Actor
from timebank.scheduling import answering, confirming, visiting
from timebank.scheduling.choices import Choice
from timebank.scheduling.visits import Visit
from web import render
from web.forms import acting as forms
from web.forms import reading, times
from web.forms.filled import Filled, empty
from web.pages import sorry


@dataclass(frozen=True)
class Standing:
    """Whose visit it is, who acts, and where: `page` shows the visit, `base` is where its small pages are.

    `name` is empty for somebody acting for themselves, else the first name of the one acted for.
    """

    actor: Actor
    person_id: UUID
    visit: Visit
    page: str
    base: str
    name: str = ""

    @property
    def exchange_id(self) -> UUID:
        """The exchange's."""
        return self.visit.exchange.id

    def done(self, what: str) -> Response:
        """Back to the visit, which says what has been done."""
        return RedirectResponse(f"{self.page}?done={what}", 303)


@dataclass(frozen=True)
class Sure:
    """The words of a page that asks "are you sure?"; `{name}` is the other side's first name."""

    heading: str
    sentences: tuple[str, ...]
    yes: str
    no: str
    asks_reason: bool = False


SURE: dict[Choice, Sure] = {
    "cancel": Sure(
        "Shall we call off this visit?",
        ("We will let everyone know. You can ask again at any time.",),
        "Yes, call it off",
        "No, keep it",
        asks_reason=True,
    ),
    "withdraw": Sure(
        "Can you not come after all?",
        ("That is all right. These things happen.", "We will tell {name} and ask somebody else."),
        "I cannot come",
        "I can come",
    ),
    "nobody_came": Sure(
        "Did nobody come?",
        ("We are sorry. One of us will ring you soon.", "No time has been taken from you."),
        "Nobody came",
        "Somebody came",
    ),
    "nobody_in": Sure(
        "Was nobody in?",
        (
            "Please ring the bell once more, and try the phone.",
            "If you think that {name} may be hurt, ring 999 now.",
            "When you tell us here, one of us rings {name} at once.",
        ),
        "Nobody is in",
        "Somebody is in",
    ),
}
ACTS: dict[str, Choice] = {
    "cancel": "cancel",
    "cannot-come": "withdraw",
    "nobody-came": "nobody_came",
    "nobody-in": "nobody_in",
    "change-time": "put_off",
    "running-late": "running_late",
    "how-long": "confirm",
    "approve": "approve",
}
LABELS: dict[Choice, str] = {
    "confirm": "Say how long it was",
    "running_late": "It will be late",
    "put_off": "Change the day or time",
    "withdraw": "I cannot come",
    "cancel": "Call it off",
    "nobody_came": "Nobody came",
    "nobody_in": "Nobody was in",
}


def links(standing: Standing) -> list[tuple[str, str, Choice]]:
    """The small pages that are open now: words, address, choice. Yes and no are buttons elsewhere."""
    addresses = {choice: f"{standing.base}/{act}" for act, choice in ACTS.items()}
    return [
        (LABELS[choice], addresses[choice], choice) for choice in standing.visit.choices if choice in LABELS
    ]


async def act(request: Request, standing: Standing) -> Response:
    """One small page, or what was sent from it."""
    choice = ACTS.get(request.path_params["act"])
    if choice is None:
        raise HTTPException(404)
    if request.method == "POST":
        return await sorry.instead(request, standing.page, HANDLERS[choice](request, standing))
    if choice not in standing.visit.choices or choice == "approve":
        return RedirectResponse(standing.page, 303)
    form = Filled()
    if choice == "put_off":
        form = empty(**times.typed_moment(standing.visit.exchange.starts_at))
    if choice == "confirm":
        form = _expected(standing.visit)
    return _show(request, standing, choice, form)


def _show(request: Request, standing: Standing, choice: Choice, form: Filled) -> Response:
    template: str = "sure" if choice in SURE else choice
    if choice == "confirm" and standing.visit.asks_minutes_again and "other" not in request.query_params:
        template = "asked_again" if not form.errors else template
    return render.page(
        request,
        f"visits/{template}.html",
        422 if form.errors else 200,
        form=form,
        standing=standing,
        sure=SURE.get(choice),
        times=times,
        late=forms.LATE,
    )


def _expected(visit: Visit) -> Filled:
    """How long it was thought to take, or what was said before, to begin with."""
    hours, minutes = divmod(visit.own_minutes or visit.exchange.expected_minutes, 60)
    return empty(hours=str(hours), minutes=str(minutes))


async def _cancel(request: Request, standing: Standing) -> Response:
    read = reading.fit(forms.Reason, await reading.typed(request))
    if read.value is None:
        return _show(request, standing, "cancel", read.form)
    await visiting.cancel(standing.actor, standing.exchange_id, read.value.reason)
    return standing.done("cancelled")


async def _withdraw(request: Request, standing: Standing) -> Response:
    await visiting.withdraw(standing.actor, standing.exchange_id)
    return standing.done("withdrawn")


async def _nobody_came(request: Request, standing: Standing) -> Response:
    await visiting.nobody_came(standing.actor, standing.exchange_id)
    return standing.done("nobody_came")


async def _nobody_in(request: Request, standing: Standing) -> Response:
    await visiting.nobody_in(standing.actor, standing.exchange_id)
    return standing.done("nobody_in")


async def _put_off(request: Request, standing: Standing) -> Response:
    read = reading.fit(times.When, await reading.typed(request))
    if read.value is None:
        return _show(request, standing, "put_off", read.form)
    try:
        await visiting.put_off(standing.actor, standing.exchange_id, read.value.starts_at)
    except errors.Invalid as wrong:
        return _show(request, standing, "put_off", read.form.needing(day=wrong.reason))
    return standing.done("moved")


async def _running_late(request: Request, standing: Standing) -> Response:
    read = reading.fit(forms.Late, await reading.typed(request))
    if read.value is None:
        return _show(request, standing, "running_late", read.form)
    await visiting.running_late(standing.actor, standing.exchange_id, read.value.said)
    return standing.done("late")


async def _confirm(request: Request, standing: Standing) -> Response:
    read = reading.fit(times.HowLong, await reading.typed(request))
    if read.value is None:
        return _show(request, standing, "confirm", read.form)
    try:
        said = await confirming.confirm(
            standing.actor, standing.exchange_id, standing.person_id, read.value.in_all
        )
    except errors.Invalid as wrong:
        return _show(request, standing, "confirm", read.form.needing(hours=wrong.reason))
    if said.state == "half_confirmed" and said.other_minutes is not None:
        return RedirectResponse(f"{standing.base}/how-long", 303)
    return standing.done({"confirmed": "confirmed", "disputed": "differ"}.get(said.state, "said"))


async def _approve(request: Request, standing: Standing) -> Response:
    read = reading.fit(forms.Answer, await reading.typed(request))
    if read.value is None:
        return RedirectResponse(standing.page, 303)
    if read.value.answer == "yes":
        await answering.approve(standing.actor, standing.exchange_id)
        return standing.done("approved")
    await answering.refuse(standing.actor, standing.exchange_id)
    return standing.done("refused")


HANDLERS: dict[Choice, Callable[[Request, Standing], Awaitable[Response]]] = {
    "cancel": _cancel,
    "withdraw": _withdraw,
    "nobody_came": _nobody_came,
    "nobody_in": _nobody_in,
    "put_off": _put_off,
    "running_late": _running_late,
    "confirm": _confirm,
    "approve": _approve,
}
