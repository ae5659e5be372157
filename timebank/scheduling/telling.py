"""Tell the people of an exchange what has happened, each in the way they can be reached.

Who can be texted gets a text; for anybody else a line on the desk asks an
organiser to ring them, so nobody is left out because of their telephone.
"""

from datetime import datetime
from typing import Any

from timebank import hours, identity, moments
from timebank.audit.actor import Actor
from timebank.desk import items
from timebank.listings import tasks
from timebank.members import addressing, numbers, people
from timebank.messaging import outbox
from timebank.scheduling.scene import Scene


async def tell(
    scene: Scene,
    person: people.Person,
    wording: str,
    by_telephone: str,
    *,
    once: str | None = None,
    urgent: bool = False,
    expires_at: datetime | None = None,
    **facts: Any,
) -> None:
    """Queue `wording` to `person`, or ask an organiser to ring them with `by_telephone`.

    `once` names the message where the event might be seen twice; without it the caller's own
    move in the table makes it happen once.
    """
    addressee = addressing.addressee(person, scene.timebank)
    key = f"{scene.row.id}/{wording}/{once or identity.new_id()}/{person.id}"
    queued = addressee is not None and await outbox.queue(
        addressee,
        wording,
        key,
        subject_id=scene.row.id,
        urgent=urgent or scene.row.is_urgent,
        expires_at=expires_at,
        name=person.first_name,
        **about(scene),
        **facts,
    )
    if not queued:
        await ring(scene, person, by_telephone, matter=key)


async def acted_for(
    actor: Actor,
    scene: Scene,
    person: people.Person | None,
    deed: str,
    *,
    wording: str = "acted_for_you",
    once: str | None = None,
) -> None:
    """Tell somebody what an organiser has just done in their name: "45 minutes", "a new day or time".

    Nothing where they acted themselves. Whoever takes no texts and was on the telephone with the
    organiser has just heard it; whoever was not is rung.
    """
    if person is None or actor.for_id != person.id:
        return
    on_the_line = actor.channel == "phone" and addressing.addressee(person, scene.timebank) is None
    if not on_the_line:
        words = f"we noted for them: {deed} ({scene.what.lower()})."
        await tell(scene, person, wording, words, once=once, deed=deed)


async def ring(scene: Scene, person: people.Person, words: str, *, matter: str) -> None:
    """Ask an organiser to tell somebody by telephone, by post or at the door."""
    await items.lay(
        scene.row.timebank_id,
        "by_telephone",
        f"tell/{identity.derived(person.id, matter)}",
        f"Please ring {person.name}: {words}",
        person_id=person.id,
        exchange_id=scene.row.id,
    )


def about(scene: Scene) -> dict[str, Any]:
    """The facts that any wording about this exchange may use."""
    return {
        "what": in_sentence(tasks.get(scene.row.task).short_label),
        "when": moments.short(scene.row.starts_at),
        "long": hours.words(scene.row.expected_minutes),
        "code": scene.row.code,
        "member": scene.member.first_name,
        "helper": scene.helper.first_name if scene.helper else "a neighbour",
        "timebank": scene.timebank.short_name,
        "phone": numbers.shown(scene.timebank.phone),
    }


def in_sentence(label: str) -> str:
    """A label inside a sentence: "Changing a light bulb" is "changing a light bulb"."""
    return label[:1].lower() + label[1:]
