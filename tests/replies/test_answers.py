"""Yes and no: never guessed, never read into a condition, and answered kindly when too late."""

from tests.cast import Cast
from tests.replies.conftest import Telephone, code_in
from tests.replies.test_whole_exchange import agreed_visit
from tests.texts import Texts
from tests.the_clock import TheClock, at
from timebank.identity import new_id
from timebank.scheduling import asking, exchanges
from timebank.scheduling.asking import Wish


async def wish_for(cast: Cast, task: str, wall: str) -> exchanges.Exchange:
    made = await asking.ask_for_help(
        cast.margaret.by("text"), cast.margaret.id, Wish(task, at(wall)), exchange_id=new_id()
    )
    return made.exchange


async def state_of(exchange: exchanges.Exchange) -> str:
    return (await exchanges.get(exchange.timebank_id, exchange.id)).state


async def test_yes_with_two_asks_open_never_guesses(cast: Cast, telephone: Telephone) -> None:
    one = await wish_for(cast, "lightbulb", "2026-06-10 14:30")
    two = await wish_for(cast, "gardening", "2026-06-11 10:00")
    (which,) = await telephone.says(cast.tom, "Yes")
    assert f"YES {one.code}" in which
    assert f"YES {two.code}" in which
    assert [await state_of(one), await state_of(two)] == ["asking", "asking"]
    await telephone.says(cast.tom, f"yes {two.code}")
    assert [await state_of(one), await state_of(two)] == ["asking", "agreed"]


async def test_a_bare_yes_after_a_question_and_then_an_ask_is_asked_back(
    cast: Cast, telephone: Telephone, the_clock: TheClock
) -> None:
    (echo,) = await telephone.says(cast.tom, "Could somebody walk with me on Friday at 11am")
    assert "Reply YES or NO" in echo
    the_clock.passes(minutes=5)
    one = await wish_for(cast, "lightbulb", "2026-06-10 14:30")
    the_clock.passes(minutes=5)
    for word in ("Yes", "No"):
        (again,) = await telephone.says(cast.tom, word)
        assert again == echo
        assert await state_of(one) == "asking"
        the_clock.passes(minutes=1)
        await telephone.says(cast.amina, "no")
        one = await wish_for(cast, "lightbulb", "2026-06-10 16:30")
        the_clock.passes(minutes=1)
    await telephone.says(cast.tom, "Yes")
    (received,) = await telephone.says(cast.tom, "Yes")
    assert "We are asking neighbours" in received or "Nobody" in received
    assert await state_of(one) == "asking"


async def test_yes_with_a_condition_is_kept_and_asked_back(cast: Cast, telephone: Telephone) -> None:
    one = await wish_for(cast, "lightbulb", "2026-06-10 14:30")
    (back,) = await telephone.says(cast.tom, "Yes but not before 3")
    assert f"just YES {one.code} or NO {one.code}" in back
    assert await state_of(one) == "asking"
    assert ("not_understood", "Tom Sawyer texted: “Yes but not before 3”") in await telephone.desk()
    await telephone.says(cast.tom, "yes")
    assert await state_of(one) == "agreed"


async def test_no_asks_nobody_for_a_reason_and_can_be_undone(cast: Cast, telephone: Telephone) -> None:
    one = await wish_for(cast, "lightbulb", "2026-06-10 14:30")
    (noted,) = await telephone.says(cast.tom, "no sorry love")
    assert f"Reply YES {one.code}" in noted
    await telephone.says(cast.tom, f"YES {one.code}")
    assert await state_of(one) == "agreed"


async def test_a_yes_to_nothing_and_to_a_strange_code(cast: Cast, telephone: Telephone) -> None:
    (nothing,) = await telephone.says(cast.tom, "yes")
    assert "no open question" in nothing
    (strange,) = await telephone.says(cast.tom, "yes 99")
    assert "no open question" in strange


async def test_a_helper_withdraws_and_others_are_asked(
    cast: Cast, telephone: Telephone, texts: Texts
) -> None:
    code = await agreed_visit(cast, telephone, texts)
    (noted,) = await telephone.says(cast.tom, f"NO {code}")
    assert "We noted no" in noted
    assert "We are asking others" in (await texts.to(cast.margaret))[-1]
    assert f"YES {code}" in await texts.last_to(cast.amina)


async def test_a_member_calls_a_visit_off_in_her_own_words(
    cast: Cast, telephone: Telephone, texts: Texts
) -> None:
    code = await agreed_visit(cast, telephone, texts)
    (off,) = await telephone.says(cast.margaret, "Margaret here, please cancel tomorrows visit")
    assert "is off" in off
    assert "no longer needs" in await texts.last_to(cast.tom)
    (gone,) = await telephone.says(cast.tom, f"yes {code}")
    assert "it is off" in gone


async def test_no_to_the_echo_asks_nobody(cast: Cast, telephone: Telephone, texts: Texts) -> None:
    before = await texts.to(cast.amina)
    await telephone.says(cast.tom, "someone to help me with gardening on friday at 10")
    (fine,) = await telephone.says(cast.tom, "no")
    assert "not asked anyone" in fine
    assert await texts.to(cast.amina) == before


async def test_no_with_another_time_is_echoed_again(cast: Cast, telephone: Telephone) -> None:
    await telephone.says(cast.tom, "could someone cut my grass on friday at 10")
    (again,) = await telephone.says(cast.tom, "No it should be 3pm")
    assert "Fri 12 Jun, 3pm" in again
    (again,) = await telephone.says(cast.tom, "yes but make it 4pm")
    assert "asking neighbours" not in again


async def test_late_and_nobody_in_and_nobody_came(
    cast: Cast, telephone: Telephone, texts: Texts, the_clock: TheClock
) -> None:
    await agreed_visit(cast, telephone, texts)
    the_clock.reads("2026-06-10 14:25")
    (told,) = await telephone.says(cast.tom, "Running 10 mins late, bus is stuck")
    assert "We have told Margaret" in told
    assert "Running 10 mins late" in await texts.last_to(cast.margaret)
    the_clock.reads("2026-06-10 14:50")
    (sorry,) = await telephone.says(cast.margaret, "its margaret nobody has come")
    assert "sorry that nobody came" in sorry
    assert (await telephone.desk())[0][0] == "nobody_came"


async def test_codes_of_others_are_nobodys_business(cast: Cast, telephone: Telephone) -> None:
    one = await wish_for(cast, "lightbulb", "2026-06-10 14:30")
    (nothing,) = await telephone.says(cast.desmond, f"yes {one.code}")
    assert "no open question" in nothing
    assert "bulb" not in nothing


async def test_a_telephone_writes_code_in(cast: Cast) -> None:
    assert code_in("Reply YES 47 or NO 47.") == "47"


async def test_a_member_who_wants_to_approve_is_asked_first(
    cast: Cast, telephone: Telephone, texts: Texts
) -> None:
    wish = Wish("lightbulb", at("2026-06-10 14:30"), approve_first=True)
    made = await asking.ask_for_help(cast.margaret.by("text"), cast.margaret.id, wish, exchange_id=new_id())
    (waiting,) = await telephone.says(cast.tom, "yes")
    assert "We will ask Margaret" in waiting
    assert await state_of(made.exchange) == "offered"
    assert "Tom can come" in await texts.last_to(cast.margaret)
    (fine,) = await telephone.says(cast.margaret, f"NO {made.exchange.code}")
    assert "asking others" in fine
    await telephone.says(cast.amina, f"YES {made.exchange.code}")
    assert "Amina can come" in await texts.last_to(cast.margaret)
    (agreed,) = await telephone.says(cast.margaret, "yes that would be lovely")
    assert "Amina is coming" in agreed
    assert await state_of(made.exchange) == "agreed"


async def test_a_yes_at_night_is_heard_at_once(cast: Cast, telephone: Telephone, the_clock: TheClock) -> None:
    one = await wish_for(cast, "lightbulb", "2026-06-10 14:30")
    the_clock.reads("2026-06-09 22:15")
    heard = await telephone.says(cast.tom, "yes")
    assert any("will text you in the morning" in answer for answer in heard)
    assert await state_of(one) == "agreed"


async def test_the_other_of_a_shared_telephone_may_speak_while_a_question_is_open(
    cast: Cast, telephone: Telephone
) -> None:
    await telephone.says(cast.margaret, "its Margaret, could someone cut my grass")
    (balance,) = await telephone.says(cast.margaret, "this is Bill, what is my balance")
    assert balance.startswith("Bill,")
    (echo,) = await telephone.says(cast.margaret, "friday at 10")
    assert "gardening, Fri 12 Jun, 10am" in echo
    assert echo.startswith("Margaret,")
