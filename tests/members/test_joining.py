"""Becoming a member: one person, one account, one starting point."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from tests.cast import Cast
from tests.texts import Texts
from tests.worlds import Town
from timebank import errors
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.communities.tables import TimebankRow
from timebank.ledger import accounts
from timebank.members import joining, people
from timebank.members.joining import Application

MARY = Application(
    first_name="Mary",
    last_name="O'Brien",
    postcode="se4 2ab",
    born_on=date(1941, 3, 7),
    mobile="07700 900321",
    reached_by="text",
    texts_agreed=True,
)


def by_herself(town: Town) -> Actor:
    return Actor(town.id, None, "web")


async def test_a_new_member_starts_at_nothing_and_may_go_to_the_floor(town: Town) -> None:
    mary = await joining.join(by_herself(town), MARY)
    account = await accounts.of(town.id, accounts.MEMBER, mary.id)
    assert (account.balance, account.floor, account.available) == (0, -300, 300)
    assert (mary.name, mary.mobile, mary.postcode) == ("Mary O'Brien", "+447700900321", "SE4 2AB")
    assert mary.can_text


async def test_who_agreed_to_texts_is_welcomed_by_one(town: Town, texts: Texts) -> None:
    await joining.join(by_herself(town), MARY)
    (welcome,) = await texts.at("+447700900321")
    assert welcome.startswith("Mary, welcome to Brockley Circle.")


async def test_who_did_not_agree_to_texts_gets_none(town: Town, texts: Texts) -> None:
    await joining.join(by_herself(town), replace(MARY, texts_agreed=False, reached_by="phone"))
    assert await texts.count() == 0


async def test_starting_credit_comes_from_the_opening_account(town: Town) -> None:
    await TimebankRow.filter(id=town.id).update(starting_minutes=60)
    mary = await joining.join(by_herself(town), MARY)
    assert (await accounts.of(town.id, accounts.MEMBER, mary.id)).balance == 60
    assert (await accounts.of(town.id, accounts.OPENING, town.id)).balance == -60


async def test_the_same_person_again_is_already_here(town: Town) -> None:
    mary = await joining.join(by_herself(town), MARY)
    again = replace(MARY, first_name="MARY", last_name="O’brien", mobile="+44 7700 900321", postcode="SE42AB")
    with pytest.raises(joining.AlreadyHere) as refused:
        await joining.join(by_herself(town), again)
    assert refused.value.person_id == mary.id


async def test_two_people_of_one_name_are_two_people(town: Town) -> None:
    mary = await joining.join(by_herself(town), MARY)
    niece = await joining.join(by_herself(town), replace(MARY, born_on=date(1990, 1, 1)))
    assert mary.id != niece.id
    assert [found.id for found in await people.with_number(town.id, "+447700900321")] == [mary.id, niece.id]


async def test_one_form_posted_five_times_at_once_takes_in_one_person(town: Town) -> None:
    answers = await asyncio.gather(
        *(joining.join(by_herself(town), MARY) for _ in range(5)), return_exceptions=True
    )
    assert sum(isinstance(answer, people.Person) for answer in answers) == 1
    assert sum(isinstance(answer, joining.AlreadyHere) for answer in answers) == 4
    assert len(await people.search(town.id, "obrien")) == 1


async def test_somebody_who_left_may_join_again(town: Town) -> None:
    mary = await joining.join(by_herself(town), MARY)
    await people.leave(Actor(town.id, mary.id, "web"), mary.id)
    again = await joining.join(by_herself(town), MARY)
    assert again.id != mary.id


async def test_what_cannot_be_right_takes_in_nobody(town: Town) -> None:
    with pytest.raises(errors.Invalid):
        await joining.join(by_herself(town), replace(MARY, postcode="?"))
    assert await people.search(town.id, "") == []


async def test_an_organiser_takes_somebody_in_and_the_record_shows_both(cast: Cast) -> None:
    priya = cast.priya
    mary = await joining.join(priya.by("desk"), replace(MARY, mobile=None, reached_by="letter"))
    (row,) = await trail.story(priya.timebank_id, mary.id)
    assert (row.act, row.actor_id, row.for_id, row.channel) == ("joined", priya.id, mary.id, "desk")
