"""Which open thing a text is about: by code, by first name, by kind of help, or because only one is open."""

import re
from collections.abc import Iterable, Sequence

from timebank.messaging.reading.values import OpenThing, When

_CODE = re.compile(r"\b(?:yes|no|y|n|yep|yeah|done|to|for|about|ref|number|code|cant|late)? ?#?(\d{1,4})\b")
_AFTER_ANSWER = re.compile(r"^(?:yes|no|y|n|yep|yeah|done|ok|cant|late) ?#?(\d{1,4})\b")
_BEFORE_ANSWER = re.compile(r"^(\d{1,4}) ?(?:yes|no|y|n|done)$")
_BOTH = re.compile(r"\b(?:both|all|either|each|all of them)\b")


def among(things: Iterable[OpenThing], kinds: set[str]) -> list[OpenThing]:
    """The open things of these kinds that a code can name."""
    return [thing for thing in things if thing.kind in kinds and thing.code]


def codes_named(words: str, things: Sequence[OpenThing]) -> tuple[str, ...]:
    """The codes of open things that stand in the text, in its order."""
    known = {thing.code for thing in things if thing.code}
    return tuple(dict.fromkeys(found for found in _CODE.findall(words) if found in known))


def code_answered(words: str) -> str:
    """A code straight after the answer ("YES 47", "47 yes"), open or not; "" where there is none."""
    found = _AFTER_ANSWER.match(words) or _BEFORE_ANSWER.match(words)
    if not found or re.search(r"\b(?:pm|am|oclock|mins?|minutes|hours?|hrs?|ish)\b", words):
        return ""
    return found.group(1) if len(found.group(1)) > 1 else ""


def all_of_them(words: str) -> bool:
    """Whether the text speaks of several at once."""
    return bool(_BOTH.search(words))


def meant(
    words: str, when: When, tasks: tuple[str, ...], things: Sequence[OpenThing]
) -> tuple[OpenThing, ...]:
    """The things that a text can be about: those named by code, else by name, task or day, else all.

    One result means that it is settled; several that somebody must be asked.
    """
    named = codes_named(words, things)
    if named:
        return tuple(thing for thing in things if thing.code in named)
    for narrowed in (_by_name(words, things), _by_task(tasks, things), _by_day(when, things)):
        if len(narrowed) == 1:
            return narrowed
    return tuple(things)


def names(words: str, things: Sequence[OpenThing]) -> list[str]:
    """The first names of open things' people that the text says."""
    said = set(words.split())
    return [t.person for t in things if t.person and {t.person.lower(), f"{t.person.lower()}s"} & said]


def _by_name(words: str, things: Sequence[OpenThing]) -> tuple[OpenThing, ...]:
    said = names(words, things)
    return tuple(thing for thing in things if thing.person in said)


def _by_task(tasks: tuple[str, ...], things: Sequence[OpenThing]) -> tuple[OpenThing, ...]:
    return tuple(thing for thing in things if tasks and thing.task == tasks[0])


def _by_day(when: When, things: Sequence[OpenThing]) -> tuple[OpenThing, ...]:
    return tuple(thing for thing in things if when.date and thing.start and thing.start.date() == when.date)
