"""The network at work: accepts texts, walks them to their telephones, carries typed texts to our side."""

import asyncio
import secrets
from collections.abc import Coroutine, Mapping
from datetime import UTC, datetime

from web.handsets import faults, keywords, numbers, parameters, refusals, state, walk
from web.handsets.journal import Journal
from web.handsets.message import CANNED, INBOUND, OUTBOUND, Message
from web.handsets.postman import Postman
from web.handsets.settings import Settings


class Network:
    """One pretend network; everything it knows is in `state`, and every change is in the journal first."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.state = state.State()
        self._journal = Journal(settings.journal)
        self._postman = Postman(settings.auth_token, settings.retry_seconds)
        self._under_way: set[asyncio.Task[None]] = set()
        for event in self._journal.read():
            self.state.apply(event)

    def resume(self) -> None:
        """Go on with the texts that were under way when the process last stopped."""
        for message in self.state.messages.values():
            if message.status not in walk.FINAL:
                self._start(self._carry(message))

    async def close(self) -> None:
        """Stop all walks and close files and connections."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        await self._postman.close()
        self._journal.close()

    def next_fault(self, number: str, *, inbound: bool) -> str | None:
        """The kind of failure asked for this text, used up by asking; None when all goes well."""
        fault, left = faults.take(self.state.faults, number, inbound=inbound)
        if fault is None:
            return None
        self._record(state.planned(left))
        return fault.kind

    def plan(self, fault: faults.Fault | None) -> None:
        """Ask for a failure, after those already asked for; None takes all of them back."""
        self._record(state.planned([*self.state.faults, fault] if fault else []))

    def check(self, form: Mapping[str, str]) -> None:
        """Raise refusals.Refused when this request to send would not be accepted."""
        refusals.check(form, self.settings.number, self.state.stopped)

    async def send(self, form: Mapping[str, str], fault: str | None) -> Message:
        """Accept one checked text for a telephone and start it on its way."""
        service = form.get("MessagingServiceSid") or None
        message = self._new(
            OUTBOUND, form.get("From") or self.settings.number, form["To"], form["Body"], "queued"
        )
        message.status_callback, message.fault = form.get("StatusCallback", ""), fault
        message.service_sid = service
        self._record(state.created(message))
        carried = self._carry(self.state.messages[message.sid])
        if fault == "callback-first":
            await carried
        else:
            self._start(carried)
        return self.state.messages[message.sid]

    async def type_text(self, number: str, body: str) -> Message:
        """A telephone sends a text: the carrier obeys its keywords, then our side's webhook hears of it."""
        effect = keywords.effect(body, number in self.state.stopped)
        fault = self.next_fault(number, inbound=True)
        message = self._new(INBOUND, number, self.settings.number, body, "received")
        message.sent_at = message.created_at
        self._record(state.created(message))
        if effect.stopped is not None:
            self._record(state.opted(number, effect.stopped))
        fields = parameters.inbound(message, self.settings.account_sid)
        for _ in range(2 if fault == "duplicate-webhook" else 1):
            answer = await self._postman.post(self.settings.webhook_url, fields)
        self._record(state.answered(message.sid, answer))
        if effect.reply:
            self._canned(number, effect.reply)
        return self.state.messages[message.sid]

    def _canned(self, number: str, words: str) -> None:
        reply = self._new(CANNED, self.settings.number, number, words, "queued")
        self._record(state.created(reply))
        self._start(self._carry(self.state.messages[reply.sid]))

    async def _carry(self, message: Message) -> None:
        """Walk one text to its end, telling our side at each step."""
        steps = walk.ahead(message.status, _ending(message))
        backwards = message.fault == "out-of-order"
        for step in steps:
            await asyncio.sleep(self.settings.step_seconds)
            self._record(state.moved(message.sid, step.status, step.error_code, _now()))
            if not backwards:
                await self._tell(message, [step])
        if backwards:
            await self._tell(message, steps)

    async def _tell(self, message: Message, steps: list[walk.Step]) -> None:
        if not message.status_callback:
            return
        twice, backwards = message.fault == "duplicate-webhook", message.fault == "out-of-order"
        for step in walk.told(steps, twice=twice, backwards=backwards):
            fields = parameters.status(
                message, self.settings.account_sid, step.status, step.error_code, _now()
            )
            await self._postman.post(message.status_callback, fields)

    def _new(self, direction: str, sender: str, to: str, body: str, status: str) -> Message:
        now = _now()
        return Message("SM" + secrets.token_hex(16), direction, sender, to, body, now, status, now)

    def _record(self, event: state.Event) -> None:
        self._journal.append(event)
        self.state.apply(event)

    def _start(self, walking: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(walking)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


def _ending(message: Message) -> int | None:
    if numbers.is_landline(message.to):
        return walk.LANDLINE
    if message.fault and message.fault.startswith("30"):
        return int(message.fault)
    return None


def _now() -> datetime:
    return datetime.now(UTC)
