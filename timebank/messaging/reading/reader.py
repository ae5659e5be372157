"""From a text to a `Reading`: danger first, then stop and start, then what is open, then what is new.

Each step looks at the whole message and either reads it or leaves it to the
next; the order of `STEPS` is the policy. Pure: no database, clock, network.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from timebank.messaging.reading import asides, asking, opting, refers, replying, urgent, visits, what
from timebank.messaging.reading.message import Message
from timebank.messaging.reading.plain import bare, sentences
from timebank.messaging.reading.values import Further, OpenThing, Reading, Slots

_MOST_FURTHER = 3
_THUMBS = re.compile("[👍👌✅🆗👎❌🚫]")
_HARD_TO_SAY = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}|^[^aeiouy\d ]{2,}$")


def read(text: str, context: Sequence[OpenThing], now: datetime) -> Reading:
    """What a text means for a sender for whom `context` is open, at `now` (aware). Never raises on any text.

    Where `clarify` is true the reading is not to be acted on: ask back, or let a person look.
    """
    message = Message(text, context, now)
    for step in STEPS:
        reading = step(message)
        if reading is not None:
            return _with_further(reading, message)
    return _other(message)


def _machine(message: Message) -> Reading | None:
    if asides.echo(message.raw):
        return Reading("other", "reaction", reason="a phone's echo of a tap")
    if not message.words and not _THUMBS.search(message.raw):
        return Reading("other", "empty", reason="no words")
    return None


def _danger(message: Message) -> Reading | None:
    at_a_door = bool(message.visits_as("helps"))
    subtype = urgent.danger(message.plain, message.words, at_a_door=at_a_door)
    if (
        subtype == "unclear"
        and asking.beyond_us(message) is None
        and message.kinds
        and what.sure(message.kinds)
    ):
        return None
    return Reading("urgent", subtype, reason="words of danger") if subtype else None


def _opting(message: Message) -> Reading | None:
    if opting.wants_stop(message.words):
        return Reading("stop")
    if opting.half_a_stop(message.words):
        return Reading("other", "contact_preference", clarify=True, reason="wishes fewer texts, not none")
    opted_out = any(thing.kind == "opted_out" for thing in message.context)
    return Reading("start") if opting.wants_start(message.words, opted_out=opted_out) else None


def _automatic(message: Message) -> Reading | None:
    return Reading("other", "auto_reply") if asides.auto_reply(message.words) else None


def _how(message: Message) -> Reading | None:
    return Reading("help") if asides.asks_how(message.words) else None


def _aside(message: Message) -> Reading | None:
    subtype = asides.aside(message.words)
    return Reading("other", subtype) if subtype else None


def _not_there(message: Message) -> Reading | None:
    helps, receives = message.visits_as("helps"), message.visits_as("receives")
    if helps and visits.nobody_in(message.words):
        return _of_visit("nobody_in", message, helps)
    if (receives or not helps) and visits.nobody_came(message.words):
        return _of_visit("nobody_came", message, receives)
    return None


def _late(message: Message) -> Reading | None:
    helps = message.visits_as("helps")
    if "?" in message.plain or (message.answerable and not helps) or not visits.late(message.words):
        return None
    if not message.visits and len(message.words.split()) > 12:
        return None
    slots = Slots(late_min=visits.late_minutes(message.words), when=message.when)
    return _of_visit("running_late", message, message.visits, slots)


def _cancel(message: Message) -> Reading | None:
    if not visits.cancels(message.words):
        return None
    called_off = message.visits + refers.among(message.context, {"offer", "request"})
    asks = refers.among(message.context, {"ask"})
    if asks and not called_off:
        return None
    meant = refers.meant(message.words, message.when, message.tasks, called_off + asks)
    if len(meant) == 1 and meant[0].kind == "ask":
        return Reading("no", refs=(meant[0].code,))
    return _of_visit("cancel", message, called_off + asks)


def _reschedule(message: Message) -> Reading | None:
    if (
        (message.visits or message.answerable)
        and not _begins_yes_no(message)
        and visits.changes(message.words)
    ):
        return Reading(
            "other", "reschedule", slots=Slots(when=message.when), clarify=True, reason="another time"
        )
    return None


def _counts(message: Message) -> Reading | None:
    if message.answerable and _begins_yes_no(message):
        return None
    if asides.asks_balance(message.words):
        return Reading("balance")
    return Reading("my_visits") if asides.asks_visits(message.words) else None


def _thanks(message: Message) -> Reading | None:
    return Reading("thanks") if asides.thanks(message.words) and "?" not in message.plain else None


def _other(message: Message) -> Reading:
    if _HARD_TO_SAY.search(message.words) or not message.words:
        return Reading("other", "unintelligible")
    return Reading("other", "question" if "?" in message.plain else "chat")


def _of_visit(
    intent: str, message: Message, things: Sequence[OpenThing], slots: Slots | None = None
) -> Reading:
    """A reading about a visit; where it could be several it asks back, and where there is none it says so."""
    meant = refers.meant(message.words, message.when, message.tasks, things)
    refs = tuple(thing.code for thing in meant) if len(meant) == 1 else ()
    several = "several are open" if len(meant) > 1 else ""
    return Reading(intent, refs=refs, slots=slots or Slots(), clarify=bool(several), reason=several)


def _begins_yes_no(message: Message) -> bool:
    return message.words.split(" ", 1)[0] in {"yes", "no", "yep", "yeah", "ok", "nope"}


def _with_further(reading: Reading, message: Message) -> Reading:
    """The same reading with the further wishes of the text's other sentences; only ones that harm nobody."""
    parts = sentences(message.plain)
    if len(parts) < 2 or reading.intent in {"stop", "start", "urgent"}:
        return reading
    further = [found for part in parts[:8] if (found := _further(part, reading, message))]
    unique = tuple(dict.fromkeys(further))[:_MOST_FURTHER]
    return Reading(
        reading.intent, reading.subtype, reading.refs, reading.slots, reading.clarify, unique, reading.reason
    )


def _further(part: str, reading: Reading, message: Message) -> Further | None:
    words = bare(part)
    if reading.intent != "balance" and asides.asks_balance(words):
        return Further("balance")
    if reading.intent != "my_visits" and asides.asks_visits(words):
        return Further("my_visits")
    if reading.intent in {"yes", "no", "done", "balance", "my_visits", "thanks"}:
        request = asking.request(Message(part, (), message.now))
        if request and request.slots.task_sure:
            return Further("request_help", slots=request.slots)
    return None


Step = Callable[[Message], Reading | None]

STEPS: tuple[Step, ...] = (
    _machine,
    _danger,
    _opting,
    _automatic,
    _how,
    replying.picked,
    replying.minutes_told,
    asking.when_told,
    _not_there,
    replying.done,
    _late,
    _cancel,
    _counts,
    replying.answered,
    _aside,
    _reschedule,
    asking.beyond_us,
    asking.request,
    replying.doubtful,
    _thanks,
)
