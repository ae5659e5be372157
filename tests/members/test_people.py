"""Finding people and changing what is known of them."""

import pytest

from tests import worlds
from tests.cast import THE_COUPLES_LANDLINE, THE_COUPLES_MOBILE, Cast
from timebank import errors
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.members import people


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("margaret", ["Margaret"]),
        ("okafor", ["Bill", "Margaret"]),
        ("bill okafor", ["Bill"]),
        ("oneill", ["Desmond"]),
        ("O'Neill", ["Desmond"]),
        ("O’Neill", ["Desmond"]),
        ("07700 900201", ["Amina"]),
        ("900201", ["Amina"]),
        ("020 7946 0137", ["Olive"]),
        ("se4 2ab", ["Olive"]),
        ("foxglove", ["Bill", "Margaret", "Amina"]),
        ("nobody at all", []),
    ],
)
async def test_an_organiser_finds_people_by_what_they_know(cast: Cast, words: str, found: list[str]) -> None:
    people_found = await people.search(cast.priya.timebank_id, words)
    assert [person.first_name for person in people_found] == found


async def test_no_words_find_everybody_up_to_a_limit(cast: Cast) -> None:
    assert len(await people.search(cast.priya.timebank_id, "")) == len(cast.players)
    assert len(await people.search(cast.priya.timebank_id, " ", most=2)) == 2


async def test_a_shared_telephone_is_everybodys_who_answers_it(cast: Cast) -> None:
    for number in (THE_COUPLES_MOBILE, THE_COUPLES_LANDLINE):
        found = await people.with_number(cast.bill.timebank_id, number)
        assert {person.first_name for person in found} == {"Margaret", "Bill"}


async def test_a_person_is_found_in_their_own_timebank_only(cast: Cast) -> None:
    elsewhere = await worlds.build_town("elsewhere", "+447700900101")
    with pytest.raises(errors.NotFound):
        await people.get(elsewhere.id, cast.bill.id)
    assert await people.many(elsewhere.id, [cast.bill.id]) == {}
    assert await people.with_number(elsewhere.id, THE_COUPLES_MOBILE) == []


async def test_organisers_and_helpers_are_listed(cast: Cast) -> None:
    timebank_id = cast.priya.timebank_id
    assert [person.first_name for person in await people.organisers(timebank_id)] == ["Priya"]
    helpers = await people.helpers(timebank_id)
    assert {person.first_name for person in helpers} == {"Tom", "Desmond", "Amina"}


async def test_a_member_changes_their_own_number_and_is_found_by_it(cast: Cast) -> None:
    olive = cast.olive
    changed = await people.update(olive.by(), olive.id, mobile="07700 900555", texts_agreed=True)
    assert (changed.mobile, changed.can_text) == ("+447700900555", True)
    assert [p.id for p in await people.with_number(olive.timebank_id, "+447700900555")] == [olive.id]
    assert await people.get(olive.timebank_id, olive.id) == changed


async def test_no_more_texts_is_kept(cast: Cast) -> None:
    amina = cast.amina
    changed = await people.update(amina.by(), amina.id, texts_agreed=False, reached_by="phone")
    assert not changed.can_text


async def test_what_cannot_be_right_changes_nothing(cast: Cast) -> None:
    olive = cast.olive
    before = await people.get(olive.timebank_id, olive.id)
    with pytest.raises(errors.Invalid):
        await people.update(olive.by(), olive.id, first_name="Liv", postcode="nowhere")
    assert await people.get(olive.timebank_id, olive.id) == before


async def test_nobody_changes_a_neighbour_or_makes_themselves_an_organiser(cast: Cast) -> None:
    with pytest.raises(errors.NotAllowed):
        await people.update(cast.tom.by(), cast.olive.id, first_name="Liv")
    with pytest.raises(errors.NotAllowed):
        await people.update(cast.tom.by(), cast.tom.id, is_organiser=True)
    with pytest.raises(errors.NotAllowed):
        await people.update(Actor(cast.tom.timebank_id, None, "web"), cast.tom.id, first_name="T")
    with pytest.raises(errors.NotAllowed):
        await people.leave(cast.tom.by(), cast.olive.id)


async def test_an_organiser_changes_anybody_and_the_record_shows_both(cast: Cast) -> None:
    priya, tom = cast.priya, cast.tom
    assert (await people.update(priya.by(), tom.id, is_organiser=True)).is_organiser
    row = (await trail.story(tom.timebank_id, tom.id))[-1]
    assert (row.act, row.actor_id, row.for_id) == ("person_changed", priya.id, tom.id)
    assert row.facts == {"fields": ["is_organiser"]}


async def test_who_has_left_is_known_and_no_longer_found(cast: Cast) -> None:
    bill = cast.bill
    left = await people.leave(bill.by(), bill.id)
    assert left.left_at is not None
    assert not left.can_text
    assert (await people.get(bill.timebank_id, bill.id)).left_at == left.left_at
    assert await people.search(bill.timebank_id, "bill") == []
    assert [p.first_name for p in await people.with_number(bill.timebank_id, THE_COUPLES_MOBILE)] == [
        "Margaret"
    ]
