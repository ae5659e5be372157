"""What the reader is given and what it hands back. Times are local wall times in Britain."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

INTENTS = frozenset(
    {
        "urgent",
        "stop",
        "start",
        "help",
        "yes",
        "no",
        "done",
        "balance",
        "my_visits",
        "running_late",
        "nobody_came",
        "nobody_in",
        "cancel",
        "request_help",
        "pick",
        "thanks",
        "other",
    }
)

PARTS_OF_DAY = ("morning", "midday", "afternoon", "evening")


@dataclass(frozen=True, slots=True)
class OpenThing:
    """Something open for the sender, which a reply may be about.

    `kind`: offer (a helper waits for the member's yes), ask (this helper was asked), visit, to_confirm,
    request (neighbours are still being asked for this member), question (what we have just asked; `about`
    says what), opted_out, escalated, previous. `about`: task, when, how_long, minutes, agree, confirm,
    which, person. `role`: receives or helps.
    `person` is the other side's first name; `start` and `end` are local and naive.
    """

    kind: str
    code: str = ""
    person: str = ""
    task: str = ""
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    role: str = ""
    about: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """What a text says of a moment. `unsure` where it says something that no careful reader would act on."""

    date: dt.date | None = None
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    time: dt.time | None = None
    time_end: dt.time | None = None
    time_after: dt.time | None = None
    time_before: dt.time | None = None
    part_of_day: str | None = None
    approx: bool = False
    unsure: bool = False

    @property
    def stated(self) -> bool:
        """Whether the text says anything at all of a day or an hour."""
        return self != When()


@dataclass(frozen=True, slots=True)
class Slots:
    """Only what the text states. `tasks`: up to three slugs, best first; whole minutes throughout."""

    tasks: tuple[str, ...] = ()
    task_sure: bool = False
    when: When = When()
    duration_min: int | None = None
    minutes: int | None = None
    late_min: int | None = None
    pick: int | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Further:
    """A further wish in the same text."""

    intent: str
    refs: tuple[str, ...] = ()
    slots: Slots = Slots()


@dataclass(frozen=True, slots=True)
class Reading:
    """One text, read. Nothing may be acted on where `clarify` is true; `reason` is for the organiser."""

    intent: str
    subtype: str = ""
    refs: tuple[str, ...] = ()
    slots: Slots = Slots()
    clarify: bool = False
    also: tuple[Further, ...] = ()
    reason: str = ""

    def asking_back(self, reason: str) -> "Reading":
        """The same reading, not to be acted on before the sender has been asked."""
        return replace(self, clarify=True, reason=reason)


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of help that can be read, and the words people use for each: slug to phrases."""

    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
