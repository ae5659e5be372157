"""Sign in by telephone number and code, and out again."""

import re

from tests.browser import Client, Page
from tests.cast import Cast
from tests.texts import Texts
from timebank.members import sign_in


async def _code_page(client: Client, number: str, query: str = "") -> Page:
    page = await client.get(f"/sign-in{query}")
    return await client.send(page.form("/sign-in"), number=number)


async def test_amina_signs_in_with_the_code_we_text_her(client: Client, cast: Cast, texts: Texts) -> None:
    """Six figures, and she is at her own first page."""
    page = await _code_page(client, "07700 900 201")
    code = await _texted_code(texts, cast)
    await client.send(page.form("/sign-in/code"), code=f"{code[:3]} {code[3:]}", status=303)
    assert (await client.get("/")).location == "/home"


async def test_a_shared_telephone_asks_who_it_is(client: Client, cast: Cast, texts: Texts) -> None:
    """Margaret and Bill have one telephone; the code is good for the one who is chosen."""
    page = await _code_page(client, "07700 900123")
    code = _figures((await texts.at("+447700900123"))[-1])
    page = await client.send(page.form("/sign-in/code"), code=code)
    assert page.h1 == "Who are you?"
    assert "Margaret Okafor" in page.text
    assert "Bill Okafor" in page.text
    page = await client.send(page.form("/sign-in/code"), status=422)
    assert page.errors == ["Please choose who you are"]
    await client.send(page.form("/sign-in/code"), who=str(cast.bill.id), status=303)


async def test_an_organiser_reads_the_code_out(client: Client, cast: Cast) -> None:
    """Olive has a landline only."""
    page = await _code_page(client, "020 7946 0137")
    code = await sign_in.read_out_code(cast.priya.acting_for(cast.olive), cast.olive.id)
    await client.send(page.form("/sign-in/code"), code=code, status=303)
    assert (await client.get("/")).location == "/home"


async def test_a_number_we_do_not_know_sees_the_same_page(client: Client, cast: Cast, texts: Texts) -> None:
    """Nobody can find out who is a member."""
    known = await _code_page(client, "07700 900201")
    unknown = await _code_page(client, "07700 900999")
    assert known.text.replace("900201", "") == unknown.text.replace("900999", "")


async def test_a_wrong_code_is_said_kindly_and_limited(client: Client, cast: Cast) -> None:
    """Five tries, then a wait."""
    page = await _code_page(client, "07700 900201")
    for _ in range(5):
        page = await client.send(page.form("/sign-in/code"), code="000000", status=422)
        assert page.form("/sign-in/code")["code"] == "000000"
    page = await client.send(page.form("/sign-in/code"), code="000000", status=422)
    assert page.errors == ["That has been tried a few times now. Please wait ten minutes, or ring us"]


async def test_what_is_no_number_is_asked_for_again(client: Client, cast: Cast) -> None:
    """The sentence stands beside the field and what was typed is kept."""
    page = await client.get("/sign-in")
    page = await client.send(page.form("/sign-in"), number="12", status=422)
    assert page.form("/sign-in")["number"] == "12"
    assert len(page.errors) == 1


async def test_after_signing_in_one_is_where_one_wanted_to_be(
    client: Client, cast: Cast, texts: Texts
) -> None:
    """But never on another host."""
    for query, expected in (
        ("?next=/visits", "/visits"),
        ("?next=//evil.test", "/home"),
        ("?next=https:", "/home"),
    ):
        page = await _code_page(client, "07700 900201", query)
        code = await _texted_code(texts, cast)
        page = await client.send(page.form("/sign-in/code"), code=code, status=303)
        assert page.location == expected
        client.sign_out()


async def test_signing_out(client: Client, cast: Cast) -> None:
    """The session ends on the server too."""
    await client.sign_in(cast.margaret)
    assert (await client.get("/")).location == "/home"
    await client.post("/sign-out", status=303)
    assert (await client.get("/")).h1 == "Neighbours helping neighbours"


async def _texted_code(texts: Texts, cast: Cast) -> str:
    return _figures(await texts.last_to(cast.amina))


def _figures(text: str) -> str:
    found = re.search(r"\b\d{6}\b", text)
    assert found, f"no code in {text!r}"
    return found[0]
