"""How a visit stands, in the words of whoever looks at it."""

from collections.abc import Callable

from timebank import hours
from timebank.scheduling.visits import Visit

COLOURS = {"agreed": "green", "confirmed": "green", "cancelled": "grey", "declined": "grey", "lapsed": "grey"}
TAGS = {
    "asked": "We will ring you",
    "asking": "Looking for someone",
    "offered": "Your yes or no",
    "agreed": "Agreed",
    "done": "How long was it?",
    "half_confirmed": "How long was it?",
    "confirmed": "Done",
    "declined": "Not this time",
    "cancelled": "Called off",
    "lapsed": "Nobody found",
    "disputed": "We will ring you",
}


def tag(visit: Visit) -> str:
    """How it stands, in two or three words."""
    state = visit.exchange.state
    if visit.side == "asked":
        return "Your yes or no" if visit.may_say_yes else "Settled"
    if visit.side == "helper" and state == "offered":
        return "Not yet settled"
    if state == "half_confirmed" and "confirm" not in visit.choices:
        return "Thank you"
    return TAGS[state]


def colour(visit: Visit) -> str:
    """The tag's colour, which only repeats its words."""
    return COLOURS.get(visit.exchange.state, "")


def standing(visit: Visit) -> str:
    """How it stands, in a sentence or two."""
    if visit.side == "asked":
        return _asked(visit)
    return _MEMBER[visit.exchange.state](visit) if visit.side == "member" else _helper(visit)


def title(visit: Visit) -> str:
    """The heading of the visit's page."""
    what = visit.exchange.task_label
    if visit.side == "asked":
        return f"Can you help {visit.other_first_name}?" if visit.may_say_yes else what
    if visit.exchange.state == "agreed":
        name = visit.other_first_name
        return f"{name} is coming" if visit.side == "member" else f"You are helping {name}"
    return what


def _asked(visit: Visit) -> str:
    if visit.may_say_yes:
        return "There is no need to say yes. Please do what suits you."
    return "This is settled now. Thank you for being there."


def _helper(visit: Visit) -> str:
    name = visit.other_first_name
    state = visit.exchange.state
    if state == "agreed":
        return f"{name} is glad of it. If you cannot come, tell us below or ring us."
    if state == "offered":
        return f"Thank you for your yes. {name} likes to know first who will come. We will tell you soon."
    if state == "confirmed":
        return f"All done. {_credited(visit)} Thank you."
    if state == "cancelled":
        return "This visit is called off."
    return _spoken(visit)


def _spoken(visit: Visit) -> str:
    """Done, half confirmed or with the organiser: what was said, and by whom."""
    if visit.exchange.state == "disputed":
        return "One of us will ring you about this visit. No time has moved yet."
    if visit.asks_minutes_again and visit.other_minutes is not None:
        return f"{visit.other_first_name} says it was {hours.words(visit.other_minutes)}."
    if visit.own_minutes is not None:
        said = hours.words(visit.own_minutes)
        return f"You told us it was {said}. Thank you. We are waiting to hear from {visit.other_first_name}."
    return "Please tell us how long it was."


def _credited(visit: Visit) -> str:
    minutes = visit.exchange.confirmed_minutes
    return f"It was {hours.words(minutes)}." if minutes else ""


def _over(visit: Visit) -> str:
    return f"All done. {_credited(visit)}"


_MEMBER: dict[str, Callable[[Visit], str]] = {
    "asked": lambda _: "We have your request. One of us is looking at it and will ring you.",
    "asking": lambda _: "We are asking neighbours near you. We will tell you who can come.",
    "offered": lambda visit: f"{visit.other_first_name} can come. Is that all right with you?",
    "agreed": lambda _: "All is set. If you would like to change it, use the buttons below or ring us.",
    "done": _spoken,
    "half_confirmed": _spoken,
    "disputed": _spoken,
    "confirmed": _over,
    "declined": lambda _: "We could not help with this one. We rang or will ring you about it.",
    "cancelled": lambda _: "This visit is called off.",
    "lapsed": lambda _: "We are sorry. We could not find anyone in time. Would another day do?",
}
