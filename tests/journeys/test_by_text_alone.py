"""One exchange by text alone, through the carrier's own SDK and signed webhooks; nobody signs in."""

from tests.cast import Cast
from tests.journeys.conftest import Story
from tests.replies.conftest import code_in


async def test_an_exchange_by_text_alone(cast: Cast, story: Story) -> None:
    (which,) = await story.texts(cast.margaret, "Could someone change a lightbulb")
    assert "Margaret" in which
    assert "Bill" in which
    (when,) = await story.texts(cast.margaret, "1")
    assert "what day and time" in when
    (echo,) = await story.texts(cast.margaret, "thurs 2ish")
    assert "Thu 11 Jun, 2pm" in echo
    (received,) = await story.texts(cast.margaret, "Yes please")
    assert "asking neighbours" in received

    asked = (await story.phone_of(cast.amina))[-1]
    assert "Foxglove" not in asked
    code = code_in(asked)
    (agreed,) = await story.texts(cast.amina, f"yes {code}")
    assert "12 Foxglove Road" in agreed
    assert "Amina is coming" in (await story.phone_of(cast.margaret))[-1]
    assert "settled" in (await story.phone_of(cast.tom))[-1]

    story.the_clock.reads("2026-06-10 17:00")
    await story.work()
    assert "Amina is coming Thu 11 Jun, 2pm" in (await story.phone_of(cast.margaret))[-1]
    assert "Margaret expects you" in (await story.phone_of(cast.amina))[-1]

    story.the_clock.reads("2026-06-11 15:00")
    await story.work()
    assert f"DONE {code}" in (await story.phone_of(cast.amina))[-1]
    await story.texts(cast.amina, "Done, 45 minutes")
    assert await story.balance(cast.amina) == 0
    await story.texts(cast.margaret, f"Done {code} 45")
    assert (await story.balance(cast.amina), await story.balance(cast.margaret)) == (45, -45)

    (balance,) = await story.texts(cast.amina, "BALANCE")
    assert "45 minutes" in balance
    await story.ends_well(hours=0.75)


async def test_words_of_emergency_are_answered_at_once_and_top_the_desk(cast: Cast, story: Story) -> None:
    story.the_clock.reads("2026-06-10 02:30")
    (answer,) = await story.texts(cast.margaret, "bill has fallen and cant get up")
    assert "999" in answer


async def test_stop_is_honoured_and_start_undoes_it(cast: Cast, story: Story) -> None:
    await story.texts(cast.amina, "STOP")
    heard = len(await story.phone_of(cast.amina))
    await story.texts(cast.margaret, "It's Margaret. Could someone change a lightbulb thursday 2pm")
    await story.texts(cast.margaret, "yes")
    assert len(await story.phone_of(cast.amina)) == heard
    await story.texts(cast.amina, "START")
    assert len(await story.phone_of(cast.amina)) > heard
