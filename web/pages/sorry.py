"""When a visit's use case refuses: a kind page that says what happened, instead of a number."""

from collections.abc import Awaitable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from timebank import errors
from timebank.scheduling import answering
from web import failures, render


@dataclass(frozen=True)
class Words:
    """A heading and a sentence."""

    heading: str
    sentence: str


WORDS: dict[type[errors.Refusal], Words] = {
    answering.TooLate: Words(
        "Thank you, it is settled", "Somebody said yes just before you, or it is no longer needed."
    ),
    answering.Clash: Words(
        "There is another visit then", "Two visits would be at the same time. Please call one off first."
    ),
    answering.NotAsked: Words("This is with somebody else", "Thank you for offering. You need do no more."),
    errors.GateClosed: Words(
        "We need a check first", "This kind of help needs a check before the visit. We will help with it."
    ),
    errors.NotNow: Words(
        "That has changed", "It has been changed since you opened the page. Nothing was done twice."
    ),
}


async def instead(request: Request, back: str, doing: Awaitable[Response]) -> Response:
    """What the act answers, or the kind page for its refusal with a way back."""
    try:
        return await doing
    except tuple(WORDS) as refusal:
        words = next(WORDS[kind] for kind in type(refusal).__mro__ if kind in WORDS)
        missing = refusal.facts.get("missing")
        return render.page(
            request,
            "visits/sorry.html",
            failures.status_of(refusal),
            words=words,
            missing=missing if isinstance(missing, list) else [],
            back_to=back,
        )
