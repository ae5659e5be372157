"""Who plays in the demonstration: whom to sign in as, and whose telephone to pick up."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from timebank.embedded import passwords


@dataclass(frozen=True)
class Person:
    """One invented person. `role` is the plain word (organiser, member, helper, council officer)."""

    role: str
    name: str
    number: str = ""  # as people write it, 07700 900123; empty without a telephone
    note: str = ""  # what is worth knowing, or how to sign in when not by text


def save(path: Path, people: Sequence[Person]) -> None:
    """Keep the cast for the next start."""
    passwords.write_private(path, json.dumps([asdict(person) for person in people]))


def load(path: Path) -> list[Person]:
    """The cast kept; nobody when there is no such file."""
    if not path.exists():
        return []
    return [Person(**person) for person in json.loads(path.read_text())]


def save_telephones(path: Path, people: Sequence[Person]) -> None:
    """The file that the pretend phone network reads: name and number of each telephone."""
    telephones = [{"name": person.name, "number": person.number} for person in people if person.number]
    passwords.write_private(path, json.dumps(telephones))


def lines(people: Sequence[Person]) -> list[str]:
    """A line for each person, in columns."""
    roles = max((len(person.role) for person in people), default=0)
    names = max((len(person.name) for person in people), default=0)
    return [
        f"  {person.role:<{roles}}  {person.name:<{names}}  {person.number:<12}  {person.note}".rstrip()
        for person in people
    ]
