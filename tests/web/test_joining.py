"""Join by web, one question a page, without JavaScript."""

from tests.browser import Client, Page
from tests.worlds import Town
from timebank.ledger import accounts
from timebank.listings import offers
from timebank.members import people

NAME = {"first_name": "Joan", "last_name": "Whitlock"}
BORN = {"born_on-day": "27", "born_on-month": "3", "born_on-year": "1941"}
HOME = {"address": "5 Sorrel Court", "postcode": "se4 2ab"}


async def _begin(client: Client) -> Page:
    page = await client.get("/join")
    return await client.send(page.form("/join/name"), press="Let us begin")


async def _to_numbers(client: Client) -> Page:
    page = await _begin(client)
    page = await client.send(page.form("/join/name"), NAME)
    page = await client.send(page.form("/join/birth-date"), BORN)
    return await client.send(page.form("/join/home"), HOME)


async def _to_check(client: Client, numbers: dict[str, str], reached_by: str) -> Page:
    page = await client.send((await _to_numbers(client)).form("/join/numbers"), numbers)
    if numbers.get("mobile"):
        page = await client.send(page.form("/join/texts"), texts="yes")
    page = await client.send(page.form("/join/reach"), reached_by=reached_by)
    return await client.send(page.form("/join/offer"), offers=["phone_chat", "walk"], told="I like dogs")


async def test_joining_with_a_mobile(client: Client, town: Town) -> None:
    """All the way: the person, what they offered, and an account at the policy's floor."""
    page = await _to_check(client, {"mobile": "07700 900321"}, "text")
    assert page.h1 == "Is all of this right?"
    assert "5 Sorrel Court" in page.text
    await client.send(page.form("/join/check"), press="Yes, I would like to join", status=303)
    assert (await client.follow()).h1 == "Thank you. You are one of us"
    (joan,) = await people.search(town.id, "Joan")
    assert (joan.name, joan.mobile, joan.postcode) == ("Joan Whitlock", "+447700900321", "SE4 2AB")
    assert joan.texts_agreed
    assert joan.is_helper
    assert {offer.task for offer in await offers.of_person(town.id, joan.id)} == {"phone_chat", "walk"}
    assert (await accounts.of(town.id, accounts.MEMBER, joan.id)).floor == -300


async def test_nobody_needs_a_telephone_or_a_birth_date(client: Client, town: Town) -> None:
    """No number at all: reached by letter, never asked about texts."""
    page = await _begin(client)
    page = await client.send(page.form("/join/name"), NAME)
    page = await client.send(page.form("/join/birth-date"), not_said="yes")
    page = await client.send(page.form("/join/home"), HOME)
    page = await client.send(page.form("/join/numbers"))
    assert page.h1 == "What is the best way to reach you?"
    assert "Text me" not in page.text
    page = await client.send(page.form("/join/reach"), reached_by="letter")
    page = await client.send(page.form("/join/offer"))
    await client.send(page.form("/join/check"), press="Yes, I would like to join", status=303)
    (joan,) = await people.search(town.id, "Joan")
    assert (joan.born_on, joan.mobile, joan.landline, joan.is_helper) == (None, None, None, False)


async def test_what_is_wrong_is_said_beside_the_field_and_kept(client: Client, town: Town) -> None:
    """Each page asks again for what it needs; nothing typed is lost."""
    page = await _begin(client)
    page = await client.send(page.form("/join/name"), first_name="Joan", status=422)
    assert page.errors == ["Please tell us your last name"]
    assert page.form("/join/name")["first_name"] == "Joan"
    page = await client.send(page.form("/join/name"), last_name="Whitlock")
    no_such_day = {"born_on-day": "31", "born_on-month": "feb", "born_on-year": "1941"}
    page = await client.send(page.form("/join/birth-date"), no_such_day, status=422)
    assert page.errors == ["We cannot find that day on the calendar. Please check it"]
    assert page.form("/join/birth-date")["born_on-month"] == "feb"
    page = await client.send(page.form("/join/birth-date"), BORN)
    page = await client.send(page.form("/join/home"), address="5 Sorrel Court", postcode="SE4", status=422)
    assert page.form("/join/home")["first_name"] == "Joan"
    assert len(page.errors) == 1


async def test_a_home_telephone_in_the_mobiles_box(client: Client, town: Town) -> None:
    """Pointed out, not refused later."""
    page = await _to_numbers(client)
    page = await client.send(page.form("/join/numbers"), mobile="020 7946 0188", status=422)
    assert page.errors == ["This looks like a home telephone. Please put it in the next box"]


async def test_any_answer_can_be_changed_at_the_end(client: Client, town: Town) -> None:
    """And the other answers are still there afterwards."""
    page = await _to_check(client, {"landline": "020 7946 0188"}, "phone")
    page = await client.send(page.form("/join/check"), press="Change name")
    assert page.h1 == "What is your name?"
    assert page.form("/join/name")["first_name"] == "Joan"
    assert page.form("/join/name")["landline"] == "020 7946 0188"


async def test_the_same_person_twice_adds_nobody(client: Client, town: Town) -> None:
    """The second time says so, kindly."""
    for status in (303, 409):
        page = await _to_check(client, {"mobile": "07700 900321"}, "text")
        page = await client.send(page.form("/join/check"), press="Yes, I would like to join", status=status)
    assert page.h1 == "You are with us already"
    assert len(await people.search(town.id, "Joan")) == 1


async def test_leaving_out_a_page_does_not_get_round_it(client: Client, town: Town) -> None:
    """The last page reads every answer again."""
    page = await client.post("/join/check", NAME, status=422)
    assert page.h1 == "When were you born?"
    assert await people.search(town.id, "") == []


async def test_an_address_typed_by_hand_begins_at_the_beginning(client: Client, town: Town) -> None:
    """There are no answers yet."""
    assert (await client.get("/join/offer", status=303)).location == "/join"
    await client.get("/join/nowhere", status=404)
