"""Danger, opting out, strangers, machines, and what nobody could read: the words reach a person."""

import pytest

from tests.cast import Cast
from tests.replies.conftest import Telephone
from tests.replies.test_whole_exchange import agreed_visit
from tests.texts import Texts
from tests.the_clock import TheClock
from timebank.messaging import inbox
from timebank.messaging.tables import IncomingTextRow, OutgoingTextRow
from workers import replies

STRANGER = "+447700900999"


async def test_danger_is_answered_at_once_and_lies_on_top(cast: Cast, telephone: Telephone) -> None:
    for words in ("I've fallen and can't get up", "STOP help me ive got chest pain"):
        (answer,) = await telephone.says(cast.margaret, words)
        assert "ring 999 now" in answer
    assert [kind for kind, _ in await telephone.desk()] == ["emergency", "emergency"]
    assert "Margaret Okafor or Bill Okafor" in (await telephone.desk())[0][1]


async def test_danger_at_night_from_a_stranger_and_after_stop(
    cast: Cast, telephone: Telephone, the_clock: TheClock
) -> None:
    the_clock.reads("2026-06-10 03:10")
    (answer,) = await telephone.says(STRANGER, "there is a fire")
    assert "999" in answer
    await telephone.says(cast.tom, "please stop texting me")
    (answer,) = await telephone.says(cast.tom, "my wife has collapsed")
    assert "999" in answer
    row = await OutgoingTextRow.filter(number=cast.tom.number).order_by("-created_at", "-id").first()
    assert row is not None
    assert row.not_before <= the_clock.now


async def test_stop_and_start(cast: Cast, telephone: Telephone, texts: Texts) -> None:
    await agreed_visit(cast, telephone, texts)
    assert await telephone.says(cast.tom, "STOP") == [], "the carrier has answered this itself"
    assert "stopped_texts" in [kind for kind, _ in await telephone.desk()]
    assert await telephone.says(cast.tom, "balance") == []
    assert "please_ring" in [kind for kind, _ in await telephone.desk()]
    (again,) = await telephone.says(cast.tom, "START")
    assert "You will get texts" in again


async def test_stop_inside_a_sentence_stops_nothing(cast: Cast, telephone: Telephone) -> None:
    await telephone.says(cast.tom, "the bus will stop at the corner")
    assert await telephone.says(cast.tom, "balance") != []


async def test_a_stranger_is_told_whom_to_ring(cast: Cast, telephone: Telephone) -> None:
    (answer,) = await telephone.says(STRANGER, "Hello can I join")
    assert "020 7946 0100" in answer
    assert "Somebody we do not know texted: “Hello can I join”" in (await telephone.desk())[0][1]


async def test_a_machine_that_answers_strangers_is_answered_once_a_day(
    cast: Cast, telephone: Telephone, the_clock: TheClock
) -> None:
    assert len(await telephone.says(STRANGER, "Your parcel is on its way")) == 1
    the_clock.passes(minutes=1)
    assert await telephone.says(STRANGER, "This number cannot receive messages") == []
    the_clock.passes(hours=25)
    assert len(await telephone.says(STRANGER, "Your parcel is here")) == 1


async def test_a_wrong_number_gets_one_apology_and_nothing_more(cast: Cast, telephone: Telephone) -> None:
    (sorry,) = await telephone.says(cast.tom, "You have the wrong number")
    assert "sorry" in sorry
    assert "Tom" not in sorry
    assert await telephone.says(cast.tom, "balance") == []


async def test_machines_are_not_answered(cast: Cast, telephone: Telephone) -> None:
    assert await telephone.says(cast.tom, "Liked “Thank you Tom.”") == []
    assert await telephone.says(cast.tom, "I'm driving, I'll get back to you later. Auto reply") == []
    assert await telephone.says(cast.tom, "") == []
    assert await telephone.desk() == []
    (answer,) = await telephone.says(cast.tom, "", media=1)
    assert "A person will read" in answer


async def test_what_nobody_could_read_goes_to_the_desk_with_its_words(
    cast: Cast, telephone: Telephone
) -> None:
    (answer,) = await telephone.says(cast.tom, "The moon was very large last night I thought")
    assert "A person will read your text" in answer
    assert ("not_understood", "Tom Sawyer texted: “The moon was very large last night I thought”") in (
        await telephone.desk()
    )


async def test_help_that_neighbours_do_not_give_goes_to_an_organiser(
    cast: Cast, telephone: Telephone
) -> None:
    (answer,) = await telephone.says(cast.tom, "Can someone give mum her insulin")
    assert "ring you" in answer
    assert (await telephone.desk())[0][0] == "out_of_scope"


async def test_a_day_never_told_is_asked_twice_and_then_left_to_a_person(
    cast: Cast, telephone: Telephone
) -> None:
    await telephone.says(cast.tom, "could someone cut my grass")
    await telephone.says(cast.tom, "whenever suits")
    (last,) = await telephone.says(cast.tom, "oh whenever suits really")
    assert "A person will read" in last
    (fresh,) = await telephone.says(cast.tom, "could someone cut my grass on friday at 10")
    assert "Fri 12 Jun, 10am" in fresh


async def test_a_kind_that_is_not_clear_is_offered_by_number(cast: Cast, telephone: Telephone) -> None:
    (what,) = await telephone.says(cast.tom, "I need some help on friday at 10")
    assert "what would you like help with" in what
    (echo,) = await telephone.says(cast.tom, "weeding")
    assert "gardening" in echo
    assert "Fri 12 Jun, 10am" in echo


async def test_a_shared_telephone_asks_twice_and_then_a_person_looks(
    cast: Cast, telephone: Telephone
) -> None:
    (which,) = await telephone.says(cast.margaret, "what is my balance")
    assert "Margaret (1) or Bill (2)" in which
    (balance,) = await telephone.says(cast.margaret, "Bill")
    assert balance.startswith("Bill,")
    await telephone.says(cast.margaret, "what is my balance")
    (lost,) = await telephone.says(cast.margaret, "7")
    assert "A person will read" in lost


async def test_a_text_is_answered_once_whoever_works(cast: Cast, telephone: Telephone, texts: Texts) -> None:
    town = telephone.town.timebank
    assert await inbox.store("SMsame", cast.tom.number, town.text_number, "balance")
    assert not await inbox.store("SMsame", cast.tom.number, town.text_number, "balance")
    text = await inbox.claim()
    assert text is not None
    await replies.answer(text)
    before = await texts.count()
    with pytest.raises(inbox.AlreadyDone):
        await replies.answer(text)
    assert await texts.count() == before
    assert await replies.work_off() == 0
    row = await IncomingTextRow.get(provider_id="SMsame")
    assert (row.state, row.intent, row.person_id) == ("done", "balance", cast.tom.id)
