"""Replies to something open: yes, no, a number picked, minutes told. Never read where it could be another."""

import re

from timebank.messaging.reading import answers, lasting, refers, visits
from timebank.messaging.reading.message import Message
from timebank.messaging.reading.values import OpenThing, Reading, Slots, When

_PICK = re.compile(
    r"(?:number |no |option |its |the |please |just )*(\d{1,2})(?: please| thanks"
    r"| thank you)?"
)
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "last": -1}
# `++` never gives a digit back: a long row of figures is else cut in every way there is, for hours.
_ONLY_MINUTES = re.compile(
    r"(?:(?:about|around|roughly|just|only|it|was|took|say|an?|and|half|quarter|quarters|three|of|one|two|hours?|"
    r"hrs?|h|mins?|minutes?|m|1/2|\d++|or so|over|ten|twenty|fifteen|thirty|forty|five|thanks|please) ?)+"
)
_PLACE = re.compile(r"(?:the |its the )?(first|1st|second|2nd|third|3rd)(?: one)?(?: please)?")
_BEGINS = re.compile(r"(?:yes|y|yep|yeah|yup|ok|okay|sure|no|aye|cant|sorry|not|nope)\b")
_NUMBERED = {"which", "person", "task"}
_BARE_ANSWER = re.compile(
    r"(?:y|n|yes|no|yep|yeah|yup|aye|nope|ok|okay|sure|fine|sorry)(?: (?:please|thanks|thank you|sorry|ok"
    r"|fine|love|dear|\d{1,4}))*"
)
_NUMBERS = re.compile(r"\d+")


def picked(message: Message) -> Reading | None:
    """A bare number, where a numbered question is open."""
    if message.question not in _NUMBERED:
        return None
    found = _PICK.fullmatch(message.words)
    if found:
        return Reading("pick", slots=Slots(pick=int(found.group(1))))
    place = _PLACE.fullmatch(message.words)
    return Reading("pick", slots=Slots(pick=_PLACES[place.group(1)])) if place else None


def minutes_told(message: Message) -> Reading | None:
    """How long it took, or will take, where exactly that was asked."""
    waiting = _waiting_for_minutes(message)
    if message.question not in {"minutes", "how_long"} and not waiting:
        return None
    minutes = message.lasting.minutes or lasting.bare_minutes(message.words)
    if waiting and (message.words in waiting or not _ONLY_MINUTES.fullmatch(message.words)):
        return None
    if minutes is None or message.lasting.unsure or "?" in message.plain or visits.not_done(message.words):
        return None
    if message.question == "how_long":
        return Reading("request_help", slots=Slots(duration_min=minutes, when=message.when))
    return Reading("done", refs=_question_code(message) or waiting, slots=Slots(minutes=minutes))


def _waiting_for_minutes(message: Message) -> tuple[str, ...]:
    """The code of the one visit that we have asked the minutes of, where nothing else is open."""
    if message.question or not all(thing.kind == "to_confirm" for thing in message.answerable):
        return ()
    codes = tuple(dict.fromkeys(thing.code for thing in message.answerable))
    return codes if len(codes) == 1 else ()


def done(message: Message) -> Reading | None:
    """A visit finished, with its minutes where the text states them."""
    if not visits.done(message.words) or "?" in message.plain:
        return None
    things = refers.among(message.context, {"to_confirm"}) or message.visits_as("helps")
    clear = re.match(r"(?:all |yes (?:all )?)?(?:done|finished)\b", message.words)
    if not things and not clear:
        return None
    code, minutes = _code_and_minutes(message, things)
    meant = refers.meant(message.words, When(), message.tasks, things)
    refs = (code,) if code else tuple(thing.code for thing in meant) if len(meant) == 1 else ()
    slots = Slots(minutes=minutes)
    if message.lasting.unsure or minutes is None:
        return Reading("done", refs=refs, slots=slots, clarify=True, reason="how long is not said")
    if not refs and things:
        return Reading("done", slots=slots, clarify=True, reason="several are open")
    return Reading("done", refs=refs, slots=slots)


def answered(message: Message) -> Reading | None:
    """A yes or a no. Codes first, then the one open question, then the one open thing; else it asks back."""
    if message.answerable and visits.not_done(message.words):
        return Reading("other", clarify=True, reason="not done, it says")
    answer = _answer(message)
    if answer.said == "unsure" and _begins_like_an_answer(message):
        return Reading("other", clarify=True, reason=answer.reason)
    if answer.said not in {"yes", "no"}:
        return None
    open_here = message.answerable or message.question or refers.codes_named(message.words, message.context)
    if not open_here and message.words and not _BARE_ANSWER.fullmatch(message.words):
        return None
    reading = _about(answer.said, message)
    if reading.intent == "yes" and not reading.clarify:
        reading = _without_counter_offer(reading, message)
    return reading


def doubtful(message: Message) -> Reading | None:
    """Words that answer nothing while something is open: ask back, and keep the words."""
    if not (message.answerable or message.question):
        return None
    answer = _answer(message)
    return Reading("other", clarify=True, reason=answer.reason or "no answer in the words")


def _answer(message: Message) -> answers.Answer:
    known = frozenset(name for thing in message.context for name in thing.person.lower().split())
    return answers.read(message.plain, message.words, message.raw, known)


def _about(said: str, message: Message) -> Reading:
    slots = Slots(when=message.when, minutes=message.lasting.minutes)
    named = refers.codes_named(message.words, message.context)
    if len(named) > 1 and said == "yes":
        return Reading("yes", clarify=True, reason="several codes")
    if named:
        return Reading(said, refs=named, slots=slots)
    stray = refers.code_answered(message.words)
    if stray and message.question not in {"agree", "confirm"}:
        return Reading(said, refs=(stray,), slots=slots, reason="a code that is not open")
    if message.question in {"agree", "confirm"}:
        return Reading(said, refs=_question_code(message), slots=slots)
    if said == "no" and refers.all_of_them(message.words):
        return Reading("no", refs=tuple(thing.code for thing in message.answerable), slots=slots)
    meant = refers.meant(message.words, message.when, message.tasks, message.answerable)
    if len(meant) > 1:
        return Reading(said, slots=slots, clarify=True, reason="several are open")
    return Reading(said, refs=tuple(thing.code for thing in meant), slots=slots)


def _without_counter_offer(reading: Reading, message: Message) -> Reading:
    """A yes that names another day, hour or length than was asked is not a yes."""
    about = next((thing for thing in message.context if thing.code and thing.code in reading.refs), None)
    if not reading.refs and message.question in {"confirm", "agree"}:
        return _yes_to_a_question(reading, message)
    if _stray_number(reading, message):
        return _not_a_yes("a yes with a number that is no code")
    if message.when.stated and (about is None or not _same_moment(message.when, about)):
        return _not_a_yes("a yes that names another time")
    if message.lasting.unsure or (
        message.lasting.minutes and not _same_length(message.lasting.minutes, about)
    ):
        return _not_a_yes("a yes that names a length")
    return reading


def _yes_to_a_question(reading: Reading, message: Message) -> Reading:
    """What we echoed may be said back to us; anything else is a correction, to be echoed again."""
    asked = next(thing for thing in message.context if thing.kind == "question")
    if message.when.stated and not _same_moment(message.when, asked):
        return reading.asking_back("a yes that names another time")
    return reading


def _not_a_yes(reason: str) -> Reading:
    return Reading("other", clarify=True, reason=reason)


def _stray_number(reading: Reading, message: Message) -> bool:
    """A number that is neither a code nor part of a day, an hour or a length: it could mean anything."""
    if message.when.stated or message.lasting.minutes:
        return False
    return any(found not in reading.refs for found in _NUMBERS.findall(message.words))


def _same_moment(stated: When, thing: OpenThing) -> bool:
    if thing.start is None or stated.unsure:
        return False
    bounds = (stated.time_after, stated.time_before, stated.time_end, stated.date_from)
    same_day = stated.date is None or stated.date == thing.start.date()
    same_hour = stated.time is None or stated.time == thing.start.time()
    same_part = stated.part_of_day != "morning" or thing.start.hour < 12
    late_part = stated.part_of_day not in {"afternoon", "evening"} or thing.start.hour >= 12
    return same_day and same_hour and same_part and late_part and not any(bounds)


def _same_length(minutes: int, thing: OpenThing | None) -> bool:
    if thing is None or thing.start is None or thing.end is None:
        return False
    return (thing.end - thing.start).total_seconds() == minutes * 60


def _begins_like_an_answer(message: Message) -> bool:
    return bool(_BEGINS.match(message.words))


def _question_code(message: Message) -> tuple[str, ...]:
    return tuple(thing.code for thing in message.context if thing.kind == "question" and thing.code)


def _code_and_minutes(message: Message, things: list[OpenThing]) -> tuple[str, int | None]:
    """The open code and the minutes of "DONE 47 45": a number is the code if it is an open one."""
    numbers = _NUMBERS.findall(message.words)
    known = {thing.code for thing in things}
    code = next((number for number in numbers if number in known), "")
    if message.lasting.minutes or message.lasting.unsure:
        return code, message.lasting.minutes
    rest = list(numbers)
    if code:
        rest.remove(code)
    return code, lasting.bare_minutes(rest[0]) if len(rest) == 1 else None
