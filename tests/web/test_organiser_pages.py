"""Today on one screen, a person's record, adding somebody, texts, and who may see any of it."""

from starlette.applications import Starlette

from tests.cast import Cast
from tests.texts import Texts
from tests.the_clock import TheClock
from tests.web import happenings
from tests.web.someone import at_a_browser
from tests.worlds import Town
from timebank.desk import items
from timebank.members import people
from timebank.messaging import inbox
from timebank.safeguarding import checks
from workers import replies

MET = {"first_name": "Joan", "last_name": "Whitlock", "postcode": "SE4 2AB", "reached_by": "letter"}


async def test_today_on_one_screen(app: Starlette, cast: Cast, the_clock: TheClock) -> None:
    await happenings.over(the_clock, cast.margaret, cast.amina)
    the_clock.reads("2026-06-10 09:00")
    await happenings.asked(cast.bill, "walk")
    await happenings.offered(cast.margaret, cast.tom, "errand")
    await happenings.asked(cast.olive, "lift")
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get("/today")
    assert page.h1 == "Today, Wednesday 10 June"
    for words in (
        "A lift for Olive Brennan",
        "A walk together for Bill Okafor",
        "Margaret is to say yes to Tom",
        "Changing a light bulb for Margaret Okafor",
        "nobody has said",
    ):
        assert words in page.text


async def test_an_emergency_stands_first_and_is_closed_with_a_word(
    app: Starlette, cast: Cast, town: Town
) -> None:
    await items.lay(town.id, "please_ring", "a", "Please ring Bill", person_id=cast.bill.id)
    await items.lay(town.id, "emergency", "b", "I have fallen", person_id=cast.margaret.id)
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get("/today")
    assert page.text.index("I have fallen") < page.text.index("Please ring Bill")
    (fallen, _) = await items.open_items(town.id)
    page = await priya.post(f"/desk/{fallen.id}", outcome=" ", status=422)
    assert page.errors == ["Please write a word about how it went"]
    await priya.send(page.form(f"/desk/{fallen.id}"), outcome="Her daughter is there", status=303)
    page = await priya.follow()
    assert "That is dealt with" in page.text
    assert "I have fallen" not in page.text


async def test_people_are_found_by_any_word(app: Starlette, cast: Cast) -> None:
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get("/people?q=foxglove")
    assert "Margaret Okafor" in page.text
    assert "Olive" not in page.text
    assert "Nobody of that name" in (await priya.get("/people?q=zebedee")).text


async def test_a_persons_record(app: Starlette, cast: Cast, the_clock: TheClock) -> None:
    await happenings.confirmed(the_clock, cast.margaret, cast.amina)
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/people/{cast.amina.id}")
    for words in ("07700 900201", "Enhanced Good", "45 minutes to spend", "Changing a light bulb", "Joined"):
        assert words in page.text
    page = await priya.get(f"/people/{cast.margaret.id}")
    assert "Same telephone Bill Okafor" in page.text
    assert "Run out" in (await priya.get(f"/people/{cast.desmond.id}")).text


async def test_somebody_met_on_the_doorstep(app: Starlette, cast: Cast, town: Town) -> None:
    """No mobile, no e-mail, no birth date; whoever has the same name is shown first."""
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get("/people/add")
    page = await priya.send(
        page.form("/people/add"), MET | {"postcode": "", "mobile": "020 7946 0999"}, status=422
    )
    assert page.errors == [
        "Please write the postcode",
        "This looks like a home telephone. Please put it in the next box",
    ]
    page = await priya.send(page.form("/people/add"), MET | {"mobile": "", "reached_by": "text"}, status=422)
    assert page.form("/people/add")["first_name"] == "Joan"
    await priya.send(page.form("/people/add"), MET, status=303)
    page = await priya.follow()
    assert page.h1 == "Joan Whitlock"
    assert "By letter" in page.text
    page = await priya.get("/people/add")
    page = await priya.send(page.form("/people/add"), MET | {"postcode": "SE4 2AC"}, status=422)
    assert page.errors == ["Is it one of these people?"]
    await priya.send(page.form("/people/add"), is_new="yes", status=303)
    page = await priya.post("/people/add", MET | {"is_new": "yes"}, status=422)
    assert "Joan Whitlock is in the book already" in page.errors[0]
    assert len(await people.search(town.id, "Whitlock")) == 2


async def test_the_record_is_changed(app: Starlette, cast: Cast) -> None:
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/people/{cast.olive.id}/edit")
    assert page.form()["landline"] == "020 7946 0137"
    page = await priya.send(page.form(), email="olive at home", status=422)
    assert "name@example.com" in page.errors[0]
    await priya.send(page.form(), email="", note="Deaf in the left ear", status=303)
    assert "Deaf in the left ear" in (await priya.follow()).text


async def test_a_check_is_recorded(app: Starlette, cast: Cast) -> None:
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/people/{cast.desmond.id}/check")
    page = await priya.send(page.form(), status=422)
    assert page.errors == ["Please choose which check", "Please write when it was passed"]
    passed = {"passed_on-day": "9", "passed_on-month": "6", "passed_on-year": "2026"}
    early = {"expires_on-day": "1", "expires_on-month": "6", "expires_on-year": "2026"}
    page = await priya.send(page.form(), passed | early, kind="basic", status=422)
    assert page.errors == ["It cannot run out before it was passed."]
    await priya.send(page.form(), {"expires_on-year": "2029"}, status=303)
    held = await checks.of_person(cast.desmond.timebank_id, cast.desmond.id)
    assert "2029-06-01" in {str(check.expires_on) for check in held}


async def test_a_code_is_read_out_and_signs_in(app: Starlette, cast: Cast) -> None:
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/people/{cast.olive.id}")
    page = await priya.send(page.form(f"/people/{cast.olive.id}/code"))
    assert page.h1 == "A code for Olive Brennan"
    assert page.response.headers["cache-control"] == "no-store"
    assert "020 7946 0137" in page.text


async def test_what_somebody_offers_by_telephone(app: Starlette, cast: Cast) -> None:
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get(f"/people/{cast.olive.id}/offer")
    await priya.send(
        page.form(), offers=["phone_chat", "lift"], free=["0-morning"], told="Early is best", status=303
    )
    page = await priya.follow()
    assert "A lift, A chat on the telephone" in page.text
    assert "morning on Monday" in page.text


async def test_texts_of_one_telephone(app: Starlette, cast: Cast, texts: Texts) -> None:
    await happenings.asked(cast.margaret)
    await inbox.store("SM1", "+447700900201", "+447700900100", "yes 47")
    priya = await at_a_browser(app, cast.priya)
    page = await priya.get("/texts")
    assert "07700 900201" in page.text
    page = await priya.get("/texts/+447700900201")
    assert "yes 47" in page.text
    page = await priya.send(page.form(), words="", status=422)
    assert page.errors == ["Please write what to say"]
    form = page.form()
    await priya.send(form, words="Thank you Amina, see you then.", status=303)
    await priya.send(form, words="Thank you Amina, see you then.", status=303)
    said = [one for one in await texts.to(cast.amina) if one.startswith("Thank you Amina")]
    assert said == ["Thank you Amina, see you then. Brockley Circle"]
    await priya.get("/texts/+447700900999", status=404)
    await priya.get("/texts/nobody", status=404)
    await priya.get("/texts/a%00b", status=404)


async def test_a_text_from_a_short_code_is_shown_as_it_came(
    app: Starlette, cast: Cast, town: Town, texts: Texts
) -> None:
    await inbox.store("SM1", "60006", "+447700900100", "You have a voicemail")
    await replies.work_off()
    assert await texts.at("60006") == []
    priya = await at_a_browser(app, cast.priya)
    for path in ("/today", "/texts", "/texts/60006"):
        assert "60006" in (await priya.get(path)).text


async def test_only_organisers_come_here(app: Starlette, cast: Cast) -> None:
    margaret = await at_a_browser(app, cast.margaret)
    for path in ("/today", "/people", f"/people/{cast.bill.id}", "/people/add", "/texts"):
        await margaret.get(path, status=403)
    priya = await at_a_browser(app, cast.priya)
    for path in ("people", "exchanges"):
        await priya.get(f"/{path}/01980000-0000-7000-8000-000000000000", status=404)
        await priya.get(f"/{path}/nothing", status=404)
