"""What is open for a person: the context in which their texts are read, and the visits behind it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from timebank import clock
from timebank.messaging.questions import Question
from timebank.messaging.reading.values import OpenThing
from timebank.scheduling import visits
from timebank.scheduling.exchanges import Exchange
from timebank.scheduling.visits import Visit

_MAY_STILL_CHANGE = {"running_late", "nobody_came", "nobody_in", "put_off", "withdraw", "cancel"}


@dataclass(frozen=True, slots=True)
class Opening:
    """One open thing as the reader knows it, with the exchange that it is about."""

    thing: OpenThing
    exchange: Exchange


async def of(timebank_id: UUID, person_id: UUID) -> tuple[Opening, ...]:
    """Everything a person could mean by a reply. One exchange may be open in two ways."""
    seen = await visits.of_person(timebank_id, person_id, with_past=False)
    found = [_opening("ask", visit) for visit in seen.asked_of if visit.may_say_yes]
    for visit in (*seen.to_answer, *seen.coming, *seen.looking, *seen.with_organiser):
        found += [_opening(kind, visit) for kind in _kinds(visit)]
    return tuple(found)


def asked(question: Question) -> OpenThing:
    """An open question as the reader knows it."""
    start = question.facts.get("start")
    local = datetime.fromisoformat(start) if isinstance(start, str) else None
    return OpenThing("question", about=question.kind, start=local)


def _kinds(visit: Visit) -> list[str]:
    if "approve" in visit.choices:
        return ["offer"]
    if visit.exchange.is_open and visit.side == "member":
        return ["request"]
    kinds = ["to_confirm"] if "confirm" in visit.choices else []
    return kinds + (["visit"] if _MAY_STILL_CHANGE & set(visit.choices) else [])


def _opening(kind: str, visit: Visit) -> Opening:
    exchange = visit.exchange
    thing = OpenThing(
        kind,
        code=str(exchange.code),
        person=visit.other_first_name,
        task=exchange.task,
        start=clock.local(exchange.starts_at).replace(tzinfo=None),
        end=clock.local(exchange.ends_at).replace(tzinfo=None),
        role="receives" if visit.side == "member" else "helps",
    )
    return Opening(thing, exchange)
