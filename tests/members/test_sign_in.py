"""Codes: by text or read out, good once, for minutes, for a few tries, and telling nobody anything."""

import asyncio
import re
from datetime import timedelta

import pytest

from tests.cast import THE_COUPLES_LANDLINE, THE_COUPLES_MOBILE, Cast
from tests.texts import Texts
from tests.the_clock import TheClock
from timebank import clock, errors
from timebank.audit import trail
from timebank.members import codes, people, sign_in
from timebank.members.tables import SignInCodeRow
from timebank.messaging.tables import OutgoingTextRow

NOBODYS_NUMBER = "+447700900999"


async def texted_code(texts: Texts, number: str) -> str:
    """The code in the latest text to a number."""
    found = re.search(r"\b\d{6}\b", (await texts.at(number))[-1])
    assert found
    return found[0]


def wrong(code: str) -> str:
    """Some other code."""
    return f"{(int(code) + 1) % 1_000_000:06}"


async def test_a_texted_code_signs_in_the_one_whose_number_it_is(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code("07700 900201")
    (candidate,) = await sign_in.check_code("07700 900201", await texted_code(texts, cast.amina.number))
    assert (candidate.person_id, candidate.first_name) == (cast.amina.id, "Amina")
    assert candidate.belongs_to == "Brockley Circle"


async def test_the_text_goes_at_any_hour_and_expires_with_the_code(
    cast: Cast, texts: Texts, the_clock: TheClock
) -> None:
    with clock.frozen(clock.now() + timedelta(hours=14)):
        await sign_in.send_code(cast.amina.number)
        row = await OutgoingTextRow.get(purpose="sign_in_code")
        assert row.not_before == clock.now()
        assert row.expires_at == clock.now() + timedelta(minutes=10)


async def test_a_shared_telephone_lets_choose(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code(THE_COUPLES_MOBILE)
    found = await sign_in.check_code(THE_COUPLES_MOBILE, await texted_code(texts, THE_COUPLES_MOBILE))
    assert {candidate.first_name for candidate in found} == {"Margaret", "Bill"}


async def test_the_code_may_be_checked_again_after_the_choice(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code(THE_COUPLES_MOBILE)
    code = await texted_code(texts, THE_COUPLES_MOBILE)
    first = await sign_in.check_code(THE_COUPLES_MOBILE, code)
    assert await sign_in.check_code(THE_COUPLES_MOBILE, code) == first


async def test_an_officer_signs_in_by_text_too(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code(cast.ruth.mobile)
    (candidate,) = await sign_in.check_code(cast.ruth.mobile, await texted_code(texts, cast.ruth.mobile))
    assert (candidate.officer_id, candidate.council_id) == (cast.ruth.id, cast.ruth.council_id)
    assert candidate.person_id is None


async def test_an_unknown_number_is_answered_the_same_and_texted_nothing(cast: Cast, texts: Texts) -> None:
    before = await texts.count()
    for number in (NOBODYS_NUMBER, cast.olive.number):
        await sign_in.send_code(number)
        with pytest.raises(sign_in.WrongCode) as refused:
            await sign_in.check_code(number, "000000")
        assert refused.value.facts == {"tries_left": 4}
    assert await texts.count() == before


async def test_what_is_no_number_is_refused(cast: Cast) -> None:
    with pytest.raises(errors.Invalid):
        await sign_in.send_code("my usual one")
    with pytest.raises(errors.Invalid):
        await sign_in.check_code("", "123456")


async def test_five_codes_an_hour_known_or_not(cast: Cast) -> None:
    for number in (NOBODYS_NUMBER, cast.amina.number):
        for _ in range(5):
            await sign_in.send_code(number)
        with pytest.raises(errors.TooManyTries) as refused:
            await sign_in.send_code(number)
        assert refused.value.facts == {"retry_after_seconds": 3600}
    with clock.frozen(clock.now() + timedelta(hours=1)):
        await sign_in.send_code(cast.amina.number)


async def test_five_wrong_tries_spend_the_code(cast: Cast, texts: Texts) -> None:
    number = cast.amina.number
    await sign_in.send_code(number)
    code = await texted_code(texts, number)
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(sign_in.WrongCode) as refused:
            await sign_in.check_code(number, wrong(code))
        assert refused.value.facts == {"tries_left": left}
    with pytest.raises(errors.TooManyTries):
        await sign_in.check_code(number, code)
    await sign_in.send_code(number)
    assert await sign_in.check_code(number, await texted_code(texts, number))


async def test_many_guesses_at_once_are_counted_each(cast: Cast, texts: Texts) -> None:
    number = cast.amina.number
    await sign_in.send_code(number)
    code = await texted_code(texts, number)
    guesses = (sign_in.check_code(number, wrong(code)) for _ in range(12))
    answers = await asyncio.gather(*guesses, return_exceptions=True)
    assert sum(isinstance(answer, sign_in.WrongCode) for answer in answers) == 5
    assert sum(isinstance(answer, errors.TooManyTries) for answer in answers) == 7


async def test_ten_minutes_later_it_has_expired(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code(cast.amina.number)
    code = await texted_code(texts, cast.amina.number)
    with clock.frozen(clock.now() + timedelta(minutes=10)), pytest.raises(sign_in.CodeExpired):
        await sign_in.check_code(cast.amina.number, code)


async def test_of_two_texts_the_first_still_serves(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code(cast.amina.number)
    first = await texted_code(texts, cast.amina.number)
    await sign_in.send_code(cast.amina.number)
    assert await sign_in.check_code(cast.amina.number, first)


async def test_spaces_in_a_code_do_not_matter(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code(cast.amina.number)
    code = await texted_code(texts, cast.amina.number)
    assert await sign_in.check_code("+44 7700 900201", f" {code[:3]} {code[3:]} ")


async def test_another_numbers_code_is_wrong(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code(cast.amina.number)
    await sign_in.send_code(cast.tom.number)
    with pytest.raises(sign_in.WrongCode):
        await sign_in.check_code(cast.tom.number, await texted_code(texts, cast.amina.number))


async def test_the_code_itself_is_not_kept(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code(cast.amina.number)
    code = await texted_code(texts, cast.amina.number)
    row = await SignInCodeRow.get(number=cast.amina.number)
    assert code not in row.code_hash
    assert len(row.code_hash) == 64


async def test_an_organiser_reads_a_code_out_to_somebody_with_a_landline(cast: Cast, texts: Texts) -> None:
    before = await texts.count()
    code = await sign_in.read_out_code(cast.priya.by("phone"), cast.olive.id)
    (candidate,) = await sign_in.check_code("020 7946 0137", code)
    assert candidate.person_id == cast.olive.id
    assert await texts.count() == before
    row = (await trail.story(cast.olive.timebank_id, cast.olive.id))[-1]
    assert (row.act, row.actor_id, row.for_id) == ("code_read_out", cast.priya.id, cast.olive.id)
    assert code not in str(row.facts)


async def test_a_stranger_who_asks_for_texts_does_not_stop_an_organiser_from_helping(cast: Cast) -> None:
    for _ in range(5):
        await sign_in.send_code(cast.olive.number)
    code = await sign_in.read_out_code(cast.priya.by("phone"), cast.olive.id)
    assert await sign_in.check_code(cast.olive.number, code)


@pytest.mark.parametrize("number", [THE_COUPLES_LANDLINE, THE_COUPLES_MOBILE])
async def test_a_code_read_out_signs_in_that_person_alone_by_either_number(cast: Cast, number: str) -> None:
    code = await sign_in.read_out_code(cast.priya.by("phone"), cast.bill.id)
    (candidate,) = await sign_in.check_code(number, code)
    assert candidate.person_id == cast.bill.id


async def test_only_an_organiser_reads_codes_out_and_only_in_their_own_timebank(cast: Cast) -> None:
    with pytest.raises(errors.NotAllowed):
        await sign_in.read_out_code(cast.tom.by(), cast.tom.id)
    with pytest.raises(errors.NotFound):
        await sign_in.read_out_code(cast.priya.by(), cast.ruth.id)


async def test_who_has_no_number_is_told_so_kindly(cast: Cast) -> None:
    await people.update(cast.priya.by(), cast.olive.id, landline=None, reached_by="letter")
    with pytest.raises(errors.Invalid) as refused:
        await sign_in.read_out_code(cast.priya.by(), cast.olive.id)
    assert "no telephone number" in refused.value.reason


async def test_who_has_left_signs_in_no_more(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code(cast.amina.number)
    code = await texted_code(texts, cast.amina.number)
    await people.leave(cast.amina.by(), cast.amina.id)
    with pytest.raises(sign_in.WrongCode):
        await sign_in.check_code(cast.amina.number, code)


async def test_old_codes_are_forgotten(cast: Cast) -> None:
    await sign_in.send_code(cast.amina.number)
    assert await codes.forget_old() == 0
    with clock.frozen(clock.now() + timedelta(days=2)):
        assert await codes.forget_old() == 1
