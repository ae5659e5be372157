"""One text being answered: who it is from, what it says, what is open, and the ways to answer it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from timebank import clock, hours, moments
from timebank.audit.actor import Actor
from timebank.communities.timebanks import Timebank
from timebank.desk import items
from timebank.members import addressing, numbers
from timebank.members.people import Person
from timebank.messaging import addressee as addressee_hours
from timebank.messaging import outbox, questions, wording
from timebank.messaging.inbox import Incoming
from timebank.messaging.questions import Question
from timebank.messaging.reading.values import Reading
from timebank.scheduling.exchanges import Exchange
from workers.conversation.openings import Opening

MOST_WORDS_ON_THE_DESK = 500
_WANTS_YES_OR_NO = ("ask_helper", "offer_to_approve")


@dataclass
class Talk:
    """`person` is None where the number is unknown, or shared and it does not matter who it was.

    `body` is what is answered: the text itself, or the one before it, now that we know whose it was.
    """

    text: Incoming
    body: str
    timebank: Timebank
    people: tuple[Person, ...]
    person: Person | None
    question: Question | None
    reading: Reading
    openings: tuple[Opening, ...] = ()
    exchange: Exchange | None = None
    _said: list[str] = field(default_factory=list)

    @property
    def sender(self) -> Person:
        """The person, where the route has made sure that there is one."""
        if self.person is None:
            raise AssertionError("this intent needs to know who it is from")
        return self.person

    @property
    def actor(self) -> Actor:
        """The sender, acting for themselves by text."""
        return Actor(self.timebank.id, self.sender.id, "text", is_organiser=self.sender.is_organiser)

    @property
    def name(self) -> str:
        """How to address whoever reads the answer."""
        if self.person is not None:
            return self.person.first_name
        return "friend" if len(self.people) != 2 else " & ".join(one.first_name for one in self.people)

    def opened(self, kinds: set[str]) -> list[Opening]:
        """What is open of these kinds."""
        return [opening for opening in self.openings if opening.thing.kind in kinds]

    def meant(self, kinds: set[str]) -> list[Opening]:
        """What the text names by code among these kinds, in its order."""
        found = [(code, opening) for code in self.reading.refs for opening in self.opened(kinds)]
        return [opening for code, opening in found if opening.thing.code == code]

    async def say(self, name: str, **facts: object) -> None:
        """Answer with a wording at once, at any hour, for they have just written.

        Where texts are stopped it goes to the desk, so that somebody rings.
        """
        if not await self._queue(name, facts, outbox.Terms(self._subject_id, urgent=True)):
            words = f"{self.who()} has stopped texts, and texted: “{self._kept()}”. Please ring."
            await self.lay("please_ring", words)

    async def say_at_night(self) -> None:
        """Where what was done is told in a text that waits for the morning, say now that it was heard."""
        if is_night(clock.now()):
            await self.say("noted_for_morning")

    async def say_even_if_stopped(self, name: str) -> None:
        """Answer somebody in danger, or say that no more texts will come."""
        await self._queue(name, {}, outbox.Terms(self._subject_id, urgent=True, even_if_stopped=True))

    async def _queue(self, name: str, facts: Mapping[str, object], terms: outbox.Terms) -> bool:
        addressee = addressing.at_number(self.timebank, self.text.number, self.person)
        body = wording.render(name, {**self._facts(), **facts}, addressee.language)
        key = f"answer/{self.text.id}/{len(self._said)}/{name}"
        self._said.append(name)
        return await outbox.queue_words(addressee, body, name, key, terms)

    @property
    def _subject_id(self) -> UUID | None:
        return self.exchange.id if self.exchange else None

    async def lay(self, kind: items.Kind, words: str | None = None) -> None:
        """Lay this text on the desk with its words kept, once for each kind."""
        await items.lay(
            self.timebank.id,
            kind,
            f"{kind}/{self.text.id}",
            words or f"{self.who()} texted: “{self._kept()}”",
            person_id=self.person.id if self.person else None,
            exchange_id=self.exchange.id if self.exchange else None,
            number=self.text.number,
        )

    async def ask(self, kind: str, facts: Mapping[str, object], *, tries: int = 0) -> None:
        """Leave a question open for the number's next text."""
        person_id = self.person.id if self.person else None
        await questions.ask(self.timebank.id, self.text.number, kind, facts, person_id=person_id, tries=tries)

    async def is_overtaken(self) -> bool:
        """Whether, since our open question, something else was texted there that wants a yes or a no."""
        if self.question is None or not self.opened({"ask", "offer"}):
            return False
        since = self.question.asked_at
        return await outbox.went_since(self.timebank.id, self.text.number, _WANTS_YES_OR_NO, since)

    async def close_question(self) -> None:
        """What was asked is answered, or dropped."""
        await questions.close(self.timebank.id, self.text.number)

    @property
    def has_spoken(self) -> bool:
        """Whether anything was answered yet."""
        return bool(self._said)

    def about(self, exchange: Exchange) -> None:
        """From here on the answers and the desk speak of this exchange."""
        self.exchange = exchange

    def who(self) -> str:
        """Whoever it was, for the desk."""
        if self.person is not None:
            return self.person.name
        return " or ".join(one.name for one in self.people) or "Somebody we do not know"

    def _kept(self) -> str:
        return self.body[:MOST_WORDS_ON_THE_DESK]

    def _facts(self) -> dict[str, object]:
        facts: dict[str, object] = {
            "name": self.name,
            "timebank": self.timebank.short_name,
            "phone": numbers.shown(self.timebank.phone),
        }
        return facts if self.exchange is None else facts | _facts_of(self.exchange, self.person)


def is_night(moment: datetime) -> bool:
    """Whether texts that can wait are waiting, for those who have chosen no other hours."""
    return not addressee_hours.DAY_BEGINS <= clock.local(moment).time() < addressee_hours.DAY_ENDS


def _facts_of(exchange: Exchange, person: Person | None) -> dict[str, object]:
    member, helper = exchange.member_first_name, exchange.helper_first_name or "a neighbour"
    is_member = person is not None and person.id == exchange.member_id
    return {
        "what": exchange.task_label,
        "when": moments.short(exchange.starts_at),
        "long": hours.words(exchange.expected_minutes),
        "code": exchange.code,
        "member": member,
        "helper": helper,
        "other": helper if is_member else member,
        "starts_at": clock.local(exchange.starts_at),
    }
