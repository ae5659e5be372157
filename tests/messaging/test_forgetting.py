"""Codes to sign in are shown to nobody but the one who asked, and forgotten after."""

from tests.cast import Cast
from tests.the_clock import TheClock
from tests.worlds import Town
from timebank.members import sign_in
from timebank.messaging import forgetting, threads
from timebank.messaging.tables import OutgoingTextRow


async def test_an_organiser_who_reads_a_thread_sees_no_code(cast: Cast, town: Town) -> None:
    await sign_in.send_code(cast.amina.number)
    said = await threads.of_number(town.id, cast.amina.number)
    assert said[-1].body == forgetting.CODE_WAS_SENT
    assert all("is your code" not in thread.body for thread in await threads.latest(town.id))


async def test_an_hour_after_it_was_sent_the_code_is_blanked(cast: Cast, the_clock: TheClock) -> None:
    await sign_in.send_code(cast.amina.number)
    await OutgoingTextRow.filter(purpose="sign_in_code").update(state="delivered")
    assert await forgetting.blank_codes() == 0
    the_clock.passes(hours=1, minutes=1)
    assert await forgetting.blank_codes() == 1
    assert await forgetting.blank_codes() == 0
