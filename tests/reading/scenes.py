"""What is open for the sender in each scene of the tables, and the parser of the tables."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from timebank.clock import LONDON
from timebank.messaging.reading.values import OpenThing, Reading

NOW = datetime(2026, 11, 19, 10, tzinfo=LONDON)


def _at(day: int, hour: int) -> datetime:
    """A local wall time in November 2026, as the reader is given it."""
    return datetime(2026, 11, day, hour, tzinfo=LONDON).replace(tzinfo=None)


_LIFT = OpenThing("ask", "47", "Margaret", "lift", _at(24, 10))
_BEDS = OpenThing("ask", "52", "Bill", "gardening", _at(25, 14))

SCENES: dict[str, tuple[OpenThing, ...]] = {
    "nothing": (),
    "ask": (_LIFT,),
    "asks": (_LIFT, _BEDS),
    "offer": (OpenThing("offer", "47", "Sunita", "lightbulb", _at(20, 14)),),
    "visit_helps": (OpenThing("visit", "47", "Margaret", "shopping", _at(19, 11), role="helps"),),
    "visit_gets": (OpenThing("visit", "47", "Sunita", "lightbulb", _at(19, 11), role="receives"),),
    "to_confirm": (OpenThing("to_confirm", "47", "Margaret", "shopping", _at(18, 10), role="helps"),),
    "question_task": (OpenThing("question", about="task"),),
    "question_when": (OpenThing("question", about="when", task="shopping"),),
    "question_how_long": (OpenThing("question", about="how_long", task="shopping"),),
    "question_minutes": (OpenThing("question", about="minutes"),),
    "question_agree": (OpenThing("question", about="agree"),),
    "question_confirm": (OpenThing("question", about="confirm", task="shopping"),),
    "question_which": (OpenThing("question", about="which"),),
    "opted_out": (OpenThing("opted_out"),),
}


@dataclass(frozen=True)
class Example:
    """A line of a table: a text in a scene, and what it should be read as."""

    scene: str
    text: str
    intent: str
    subtype: str
    wanted: tuple[tuple[str, str], ...]

    @property
    def context(self) -> tuple[OpenThing, ...]:
        return SCENES[self.scene]


def table(name: str) -> list[Example]:
    """The examples of a table file beside this module."""
    lines = (Path(__file__).with_name(name)).read_text(encoding="utf-8").splitlines()
    return [_example(line) for line in lines if line.strip() and not line.startswith("#")]


def misread(example: Example, got: Reading) -> list[str]:
    """What of an example the reading has wrong; empty where all is right."""
    wrong = [] if got.intent == example.intent else [f"intent {got.intent}, not {example.intent}"]
    if example.subtype and got.subtype != example.subtype:
        wrong.append(f"subtype {got.subtype}, not {example.subtype}")
    if "clarify" not in dict(example.wanted) and example.intent != "other" and got.clarify:
        wrong.append(f"asks back: {got.reason}")
    return wrong + [
        f"{key} {_said(got, key)}, not {value}" for key, value in example.wanted if _said(got, key) != value
    ]


def _example(line: str) -> Example:
    scene, rest = line.split(" | ", 1)
    text, wanted = rest.rsplit(" | ", 1) if " | " in rest else ("", rest.removeprefix("| "))
    head, *pairs = wanted.split()
    intent, _, subtype = head.partition("/")
    values = tuple((key, value) for key, value in (pair.split("=") for pair in pairs))
    return Example(scene, text, intent, subtype, values)


def _said(got: Reading, key: str) -> str:
    if key == "clarify":
        return str(got.clarify).lower()
    if key == "refs":
        return ",".join(got.refs)
    if key == "task":
        return got.slots.tasks[0] if got.slots.tasks else ""
    value = getattr(got.slots, key, None) if hasattr(got.slots, key) else getattr(got.slots.when, key)
    return value.isoformat()[:5] if key.startswith("time") and value else str(value)
