"""Being signed in: for how long, as whom, and no longer than that."""

import re
from datetime import timedelta

import pytest

from tests.cast import Cast, Player
from tests.texts import Texts
from timebank import clock, errors
from timebank.members import people, sessions, sign_in
from timebank.members.sign_in import Candidate
from timebank.members.tables import SessionRow


async def candidate_for(cast: Cast, player: Player) -> Candidate:
    """Somebody whom Priya read a code out to."""
    code = await sign_in.read_out_code(cast.priya.by("phone"), player.id)
    (candidate,) = await sign_in.check_code(player.number, code)
    return candidate


async def signed_in(cast: Cast, player: Player) -> str:
    """Their token."""
    return await sessions.start(await candidate_for(cast, player))


async def test_a_visitor_is_who_signed_in(cast: Cast) -> None:
    visitor = await sessions.visitor(await signed_in(cast, cast.amina))
    assert visitor is not None
    assert (visitor.person_id, visitor.first_name) == (cast.amina.id, "Amina")
    assert (visitor.is_helper, visitor.is_organiser) == (True, False)
    assert visitor.actor() == cast.amina.by("web")


async def test_an_organiser_acts_as_one(cast: Cast) -> None:
    visitor = await sessions.visitor(await signed_in(cast, cast.priya))
    assert visitor is not None
    assert visitor.actor("desk") == cast.priya.by("desk")


async def test_a_code_signs_in_once(cast: Cast) -> None:
    candidate = await candidate_for(cast, cast.olive)
    await sessions.start(candidate)
    with pytest.raises(sign_in.CodeExpired):
        await sessions.start(candidate)


async def test_nobody_holds_a_token_that_was_never_given_or_has_ended(cast: Cast) -> None:
    assert await sessions.visitor("") is None
    assert await sessions.visitor("made-up") is None
    token = await signed_in(cast, cast.olive)
    await sessions.end(token)
    await sessions.end("made-up")
    assert await sessions.visitor(token) is None


async def test_the_token_itself_is_not_kept(cast: Cast) -> None:
    token = await signed_in(cast, cast.olive)
    row = await SessionRow.get(person_id=cast.olive.id)
    assert token not in row.token_hash
    assert len(token) >= 43


async def test_a_member_who_comes_back_stays_signed_in(cast: Cast) -> None:
    token = await signed_in(cast, cast.olive)
    with clock.frozen(clock.now() + timedelta(days=29)):
        assert await sessions.visitor(token) is not None
    with clock.frozen(clock.now() + timedelta(days=58)):
        assert await sessions.visitor(token) is not None
    with clock.frozen(clock.now() + timedelta(days=88)):
        assert await sessions.visitor(token) is None


async def test_an_organiser_signs_in_each_day(cast: Cast) -> None:
    token = await signed_in(cast, cast.priya)
    with clock.frozen(clock.now() + timedelta(hours=11, minutes=59)):
        assert await sessions.visitor(token) is not None
    with clock.frozen(clock.now() + timedelta(hours=12)):
        assert await sessions.visitor(token) is None


async def test_a_member_made_an_organiser_does_not_keep_a_months_session(cast: Cast) -> None:
    token = await signed_in(cast, cast.tom)
    await people.update(cast.priya.by(), cast.tom.id, is_organiser=True)
    with clock.frozen(clock.now() + timedelta(hours=13)):
        assert await sessions.visitor(token) is None


async def test_who_left_is_signed_out(cast: Cast) -> None:
    token = await signed_in(cast, cast.tom)
    await people.leave(cast.tom.by(), cast.tom.id)
    assert await sessions.visitor(token) is None


async def test_an_officer_reads_and_does_not_act(cast: Cast, texts: Texts) -> None:
    await sign_in.send_code(cast.ruth.mobile)
    found = re.search(r"\b\d{6}\b", (await texts.at(cast.ruth.mobile))[-1])
    assert found
    (candidate,) = await sign_in.check_code(cast.ruth.mobile, found[0])
    token = await sessions.start(candidate)
    visitor = await sessions.visitor(token)
    assert visitor is not None
    assert (visitor.officer_id, visitor.council_id) == (cast.ruth.id, cast.ruth.council_id)
    with pytest.raises(errors.NotAllowed):
        visitor.actor()
    with clock.frozen(clock.now() + timedelta(hours=12)):
        assert await sessions.visitor(token) is None


async def test_sessions_of_long_ago_are_forgotten(cast: Cast) -> None:
    await signed_in(cast, cast.olive)
    assert await sessions.forget_old() == 0
    with clock.frozen(clock.now() + timedelta(days=61)):
        assert await sessions.forget_old() == 1
