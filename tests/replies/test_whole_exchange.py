"""A whole exchange by text, from "Could someone change a lightbulb" to "Done, 45 minutes"."""

from tests.cast import Cast
from tests.replies.conftest import Telephone, code_in
from tests.texts import Texts
from tests.the_clock import TheClock
from timebank.ledger import accounts
from timebank.scheduling import due, exchanges


async def test_an_exchange_by_text_alone(
    cast: Cast, telephone: Telephone, texts: Texts, the_clock: TheClock
) -> None:
    (which,) = await telephone.says(cast.margaret, "Could someone change a lightbulb")
    assert "Margaret (1) or Bill (2)" in which
    (when,) = await telephone.says(cast.margaret, "1")
    assert when.startswith("Margaret, what day and time")
    (echo,) = await telephone.says(cast.margaret, "tomorrow half 2")
    assert "Wed 10 Jun, 2.30pm" in echo
    assert "changing a light bulb" in echo
    assert "Reply YES or NO" in echo
    (received,) = await telephone.says(cast.margaret, "yes please")
    assert "We are asking neighbours" in received

    asked = await texts.last_to(cast.tom)
    code = code_in(asked)
    (agreed,) = await telephone.says(cast.tom, f"Yes {code}")
    assert "12 Foxglove Road" in agreed
    assert "Tom is coming" in await texts.last_to(cast.margaret)
    assert "settled now" in await texts.last_to(cast.amina)

    (late,) = await telephone.says(cast.amina, f"yes {code}")
    assert "Somebody else has just said yes" in late

    the_clock.reads("2026-06-10 15:30")
    await due.run_due()
    assert f"DONE {code}" in await texts.last_to(cast.tom)
    (noted,) = await telephone.says(cast.tom, "Done, 45 minutes")
    assert "45 minutes" in noted
    (differ,) = await telephone.says(cast.margaret, f"done {code} 60")
    assert "Tom says 45 minutes. Is that right?" in differ
    (confirmed,) = await telephone.says(cast.margaret, "Yes")
    assert "45 minutes" in confirmed

    of_margaret = await accounts.of(cast.margaret.timebank_id, accounts.MEMBER, cast.margaret.id)
    of_tom = await accounts.of(cast.tom.timebank_id, accounts.MEMBER, cast.tom.id)
    assert (of_margaret.balance, of_tom.balance) == (-45, 45)
    exchange = await exchanges.by_code(cast.tom.timebank_id, int(code))
    assert exchange is not None
    assert exchange.state == "confirmed"

    (balance,) = await telephone.says(cast.tom, "balance")
    assert "45 minutes to spend. For help" in balance
    kind = await telephone.says(cast.margaret, "its margaret, how many hours have I got")
    assert "45 minutes more help than you have given" in kind[0]


async def test_a_second_difference_goes_to_an_organiser_and_moves_nothing(
    cast: Cast, telephone: Telephone, texts: Texts, the_clock: TheClock
) -> None:
    code = await agreed_visit(cast, telephone, texts)
    the_clock.reads("2026-06-10 15:30")
    await due.run_due()
    await telephone.says(cast.tom, f"done {code} 45")
    await telephone.says(cast.margaret, f"done {code} 90")
    (left,) = await telephone.says(cast.margaret, "no it was an hour and a half")
    assert "will ring" in left
    assert "minutes_differ" in [kind for kind, _ in await telephone.desk()]
    of_tom = await accounts.of(cast.tom.timebank_id, accounts.MEMBER, cast.tom.id)
    assert of_tom.balance == 0


async def agreed_visit(cast: Cast, telephone: Telephone, texts: Texts) -> str:
    """Margaret asks for a light bulb tomorrow at half past two, and Tom says yes; the code."""
    await telephone.says(
        cast.margaret, "its Margaret, could someone change a lightbulb tomorrow at 2.30pm please"
    )
    await telephone.says(cast.margaret, "yes")
    code = code_in(await texts.last_to(cast.tom))
    await telephone.says(cast.tom, f"yes {code}")
    return code
