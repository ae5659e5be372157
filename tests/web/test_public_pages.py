"""The pages for everybody, in a browser without JavaScript."""

import pytest

from tests.browser import Client
from tests.cast import Cast
from tests.worlds import Town
from timebank.communities import councils, timebanks

READING = ["/", "/how-it-works", "/ring", "/privacy", "/accessibility", "/emergency", "/join", "/join/done"]


@pytest.mark.parametrize("path", READING)
async def test_everybody_can_read_it_and_see_the_number(client: Client, town: Town, path: str) -> None:
    """No sign-in, and how to ring is at the head of each page."""
    page = await client.get(path, status=200)
    header = page.tree.first("header")
    assert header is not None
    assert "020 7946 0100" in header.text
    assert "tel:+442079460100" in page.links.values()


async def test_the_first_page_says_what_one_can_do(client: Client, town: Town) -> None:
    """Three ways to begin."""
    page = await client.get("/")
    assert page.h1 == "Neighbours helping neighbours"
    assert {"/join", "/ask", "/ring"} <= set(page.links.values())


async def test_who_is_signed_in_goes_to_their_own_first_page(client: Client, cast: Cast) -> None:
    """A member, an organiser and an officer each have one."""
    for somebody, home in ((cast.margaret, "/home"), (cast.priya, "/today"), (cast.ruth, "/council/report")):
        await client.sign_in(somebody)
        assert (await client.get("/")).location == home


async def test_a_real_timebank_is_no_demonstration(client: Client, town: Town) -> None:
    """Its pages do not say that they are made up."""
    assert "Demonstration data" not in (await client.get("/")).tree.text


async def test_the_strip_of_a_demonstration(client: Client, database_url: str) -> None:
    """Every page of a made-up timebank says so; the checking client sees to it that none forgets."""
    council = await councils.add("E09000028", "Southwark")
    await timebanks.open_timebank(
        slug="made-up",
        name="Made-up Circle",
        short_name="Made-up",
        council_id=council.id,
        phone="+442079460100",
        text_number="+447700900100",
        locality="Brockley",
        postcode="SE4 2AD",
        is_demonstration=True,
    )
    for path in (*READING, "/sign-in"):
        page = await client.get(path, status=200)
        assert "Demonstration data" in page.tree.text


async def test_what_is_not_there_is_said_kindly(client: Client, town: Town) -> None:
    """With the number to ring, and no scolding."""
    page = await client.get("/nowhere", status=404)
    assert page.h1 == "We cannot find that page"
    assert "done nothing wrong" in page.text
    assert "020 7946 0100" in page.text


async def test_without_a_timebank_pages_still_come(client: Client, database_url: str) -> None:
    """A server nobody has opened a timebank on yet."""
    page = await client.get("/", status=200)
    assert page.title.endswith("– Timebank")
    await client.get("/ring", status=200)
