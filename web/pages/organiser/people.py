"""People: find somebody, and everything about them on one page."""

from starlette.requests import Request
from starlette.responses import Response

from timebank import clock
from timebank.listings import offers, tasks
from timebank.members import people, rules, statement, stories
from timebank.messaging import stopping
from timebank.safeguarding import checks
from timebank.scheduling import exchanges
from web import guards, render, words
from web.forms.offering import WEEKDAYS
from web.forms.people import WAYS
from web.pages import desk_words, story_words, time_words
from web.pages.organiser import acting_for

MOST_FOUND = 50
MOST_SEARCHED = 60
SAID = {
    "added": "They are in the book now.",
    "changed": "The record is changed.",
    "check": "The check is written down.",
    "offers": "What they offer is written down.",
}


async def search(request: Request) -> Response:
    """Everybody of whom the words say something; without words, everybody by name."""
    asked = request.query_params.get("q", "").replace("\x00", "").strip()[:MOST_SEARCHED]
    found = await people.search(guards.actor(request).timebank_id, asked, most=MOST_FOUND + 1)
    return render.page(
        request,
        "organiser/people.html",
        found=found[:MOST_FOUND],
        there_are_more=len(found) > MOST_FOUND,
        q=asked,
    )


async def show(request: Request) -> Response:
    """One person's record."""
    timebank_id = guards.actor(request).timebank_id
    person = await people.get(timebank_id, acting_for.named_id(request))
    book = await statement.of_person(timebank_id, person.id)
    numbers = [one for one in (person.mobile, person.landline) if one]
    return render.page(
        request,
        "organiser/person.html",
        person=person,
        ways=WAYS,
        age=rules.age(person.born_on, clock.today()) if person.born_on else None,
        stopped=await stopping.among(timebank_id, numbers),
        shares=[one for one in await _at_the_same_number(person) if one.id != person.id],
        checks=await checks.of_person(timebank_id, person.id),
        today=clock.today(),
        offers=[
            (tasks.get(one.task).label, one.told) for one in await offers.of_person(timebank_id, person.id)
        ],
        free=_free_words(await offers.free_times(timebank_id, person.id)),
        exchanges=await exchanges.of_person(timebank_id, person.id, most=12),
        states=desk_words.STATES,
        book=book,
        rows=time_words.rows(book),
        heads=[*time_words.HEADS[:-1], "Balance then"],
        story=await stories.of(timebank_id, person.id),
        told=story_words,
        done=SAID.get(request.query_params.get("done", "")),
    )


async def _at_the_same_number(person: people.Person) -> list[people.Person]:
    """Everybody who answers this person's mobile, or for want of one their landline."""
    number = person.mobile or person.landline
    return await people.with_number(person.timebank_id, number) if number else []


def _free_words(times: frozenset[tuple[int, offers.Part]]) -> list[str]:
    """As in "morning and afternoon on Monday and Tuesday", days alike said together."""
    alike: dict[str, list[str]] = {}
    for weekday, name in enumerate(WEEKDAYS):
        parts = [part for part in offers.PARTS if (weekday, part) in times]
        if parts:
            alike.setdefault(words.listed(list(parts)), []).append(name)
    every = len(WEEKDAYS)
    return [
        f"{parts} {'every day' if len(days) == every else f'on {words.listed(days)}'}"
        for parts, days in alike.items()
    ]
