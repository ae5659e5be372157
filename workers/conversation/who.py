"""Whose text it is. A telephone may be shared; a text that could be either's is asked about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from timebank.members.people import Person
from timebank.messaging.questions import Question
from timebank.messaging.reading.values import Reading
from workers.conversation.openings import Opening

# Whoever of them wrote it, the answer is the same, so nobody is asked.
ANYBODYS = frozenset({"urgent", "stop", "start", "help", "thanks"})
# The same of these kinds of "other".
NOBODYS = frozenset({"reaction", "auto_reply", "empty", "spam", "wrong_number"})
WHICH_PERSON = "person"
_SAYS_WHO = (
    r"\b(?:its|it is|this is|im|i am|from|love|regards)(?: \w+)? {name}\b|\b{name} here\b|\b{name}(?: x+)?$"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The first names of those who share a number, numbered as they were asked."""

    people: tuple[Person, ...]

    @property
    def words(self) -> str:
        """ "Margaret (1) or Bill (2)"; people of one first name have their last name too."""
        listed = [
            f"{_called(one, self.people)} ({number})" for number, one in enumerate(self.people, start=1)
        ]
        return " or ".join(", ".join(listed).rsplit(", ", 1))

    def picked(self, reading: Reading, words: str) -> Person | None:
        """Whom the answer names, by number or by first name."""
        if reading.slots.pick is not None:
            return (
                self.people[reading.slots.pick - 1] if 1 <= reading.slots.pick <= len(self.people) else None
            )
        named = [one for one in self.people if re.search(rf"\b{re.escape(one.first_name.lower())}\b", words)]
        return named[0] if len(named) == 1 else None


def settled(
    people: Sequence[Person],
    question: Question | None,
    readings: Mapping[UUID, Reading],
    openings: Mapping[UUID, tuple[Opening, ...]],
    words: str,
) -> Person | None:
    """The one person a text can be from; None where it could be more than one.

    A name said is believed; the answer to a question is from whom it was asked; a code is named by
    whom it concerns, and a reply that fits what is open for one of them only is theirs.
    """
    if len(people) == 1:
        return people[0]
    saying = [one for one in people if _says(one, words)]
    if len(saying) == 1:
        return saying[0]
    if question is not None and question.person_id is not None and _answers(readings[question.person_id]):
        return next((one for one in people if one.id == question.person_id), None)
    fits = [one for one in people if readings[one.id].refs and _is_theirs(readings[one.id], openings[one.id])]
    return fits[0] if len(fits) == 1 else None


def _answers(reading: Reading) -> bool:
    """A reading that could be the answer to what was asked of one of them."""
    return not reading.refs or reading.intent in {"done", "request_help", "pick"}


def _is_theirs(reading: Reading, openings: tuple[Opening, ...]) -> bool:
    codes = {opening.thing.code for opening in openings}
    return all(code in codes for code in reading.refs)


def _says(person: Person, words: str) -> bool:
    name = re.escape(person.first_name.lower().replace("'", ""))
    return bool(re.search(_SAYS_WHO.format(name=name), words))


def _called(person: Person, people: tuple[Person, ...]) -> str:
    alike = [one for one in people if one.first_name == person.first_name]
    return person.first_name if len(alike) == 1 else person.name
