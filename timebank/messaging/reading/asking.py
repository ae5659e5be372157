"""Requests for help, new or in answer to what we asked: kind, day, hour and length, as far as stated."""

import re

from timebank.messaging.reading import refers, requests, scope, what
from timebank.messaging.reading.message import Message
from timebank.messaging.reading.values import Reading

_CLEAR_SCORE = 5.0
_TELLS = re.compile(r"\b(?:i|he|she|we|they|ive|hes|shes|weve|were|it|you|youve)\b")
_ANSWERS = re.compile(r"(?:y|n|yes|no|yep|yeah|yup|nope|ok|okay|aye|thats|correct|right)\b")
_DONT_KNOW = re.compile(r"\b(?:not sure|dont know|dunno|no idea|let you know|have to check)\b")


def beyond_us(message: Message) -> Reading | None:
    """Help that the timebank does not give: an organiser has to look."""
    if scope.beyond(message.words):
        return Reading("request_help", "out_of_scope", slots=message.asked_slots(), reason="not ours to do")
    return None


def when_told(message: Message) -> Reading | None:
    """The moment, where exactly that was asked; also a correction of what we echoed."""
    if message.question not in {"when", "confirm"} or _ANSWERS.match(message.words):
        return None
    if not message.when.stated or _DONT_KNOW.search(message.words):
        return None
    return Reading(
        "request_help",
        slots=message.asked_slots(),
        clarify=message.when.unsure,
        reason="the moment is not clear" if message.when.unsure else "",
    )


def request(message: Message) -> Reading | None:
    """A request for help; asks back where the kind or the moment is not clear."""
    if _is_about_a_visit(message):
        return None
    if not message.kinds:
        return _unspecified(message)
    if not (message.question == "task" or requests.cue(message.words) or _clear_without_a_cue(message)):
        return None
    if message.answerable and not what.sure(message.kinds):
        return None
    unclear_moment = message.when.unsure or message.lasting.unsure
    return Reading(
        "request_help",
        slots=message.asked_slots(),
        clarify=unclear_moment,
        reason="the moment is not clear" if unclear_moment else "",
    )


def _unspecified(message: Message) -> Reading | None:
    if requests.asks_for_help(message.words):
        return Reading("request_help", slots=message.asked_slots(), clarify=True, reason="help with what?")
    return None


def _is_about_a_visit(message: Message) -> bool:
    """A wish for a helper who is coming already: the words go to a person, no new request is made."""
    return bool(refers.names(message.words, message.visits))


def _clear_without_a_cue(message: Message) -> bool:
    slots = message.asked_slots()
    if not slots.task_sure or _TELLS.search(message.words):
        return False
    return slots.when.stated or message.kinds[0].score >= _CLEAR_SCORE
