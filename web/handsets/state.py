"""Everything the network knows, made from its journal, event by event. Pure.

An event is one JSON object with a `kind`: message, status, answer, opt_out or faults. Applying all of them in
order gives the same state every time, which is how a restart keeps every conversation.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from web.handsets.faults import Fault
from web.handsets.message import Message

Event = dict[str, Any]
_TIMES = ("created_at", "updated_at", "sent_at")


@dataclass(slots=True)
class State:
    """Messages by sid in order of creation, numbers that opted out, and failures still to come."""

    messages: dict[str, Message] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def apply(self, event: Mapping[str, Any]) -> None:
        """Change the state by one event; one of an unknown kind or about an unknown text is passed over."""
        match event.get("kind"):
            case "message":
                message = _message(event["message"])
                self.messages[message.sid] = message
            case "status":
                self._move(event)
            case "answer" if event["sid"] in self.messages:
                self.messages[event["sid"]].answer = event["answer"]
            case "opt_out":
                (self.stopped.add if event["stopped"] else self.stopped.discard)(event["number"])
            case "faults":
                self.faults = [Fault(**fault) for fault in event["faults"]]

    def conversation(self, number: str) -> list[Message]:
        """All texts to and from one telephone, oldest first."""
        return [message for message in self.messages.values() if message.handset == number]

    def _move(self, event: Mapping[str, Any]) -> None:
        message = self.messages.get(event["sid"])
        if message is None:
            return
        at = datetime.fromisoformat(event["at"])
        message.status, message.updated_at = event["status"], at
        message.error_code = event.get("error_code")
        message.history.append(message.status)
        if message.status in ("sent", "delivered") and message.sent_at is None:
            message.sent_at = at


def created(message: Message) -> Event:
    """The event of a new text."""
    fields = asdict(message)
    for name in _TIMES:
        fields[name] = fields[name].isoformat() if fields[name] else None
    return {"kind": "message", "message": fields}


def moved(sid: str, status: str, error_code: int | None, at: datetime) -> Event:
    """The event of a text taking one step."""
    return {"kind": "status", "sid": sid, "status": status, "error_code": error_code, "at": at.isoformat()}


def answered(sid: str, answer: str) -> Event:
    """The event of our side's webhook answering, or not, to an inbound text."""
    return {"kind": "answer", "sid": sid, "answer": answer}


def opted(number: str, stopped: bool) -> Event:
    """The event of a telephone opting out of texts or back in."""
    return {"kind": "opt_out", "number": number, "stopped": stopped}


def planned(faults: list[Fault]) -> Event:
    """The event of the list of failures being changed."""
    return {"kind": "faults", "faults": [asdict(fault) for fault in faults]}


def _message(fields: Mapping[str, Any]) -> Message:
    known = dict(fields)
    for name in _TIMES:
        known[name] = datetime.fromisoformat(known[name]) if known[name] else None
    return Message(**known)
