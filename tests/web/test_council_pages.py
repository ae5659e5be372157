"""What an officer of a council reads: the report by period, its table, and the key."""

import csv
import io

import httpx
import pytest
from starlette.applications import Starlette

from tests.browser import Client
from tests.cast import Cast
from tests.reporting.village import Village
from tests.the_clock import TheClock
from tests.worlds import GSS, Town

QUARTER = "from=2026-04-01&to=2026-06-30"
BOXES = "first-day=1&first-month=4&first-year=2026&last-day=30&last-month=June&last-year=2026"


@pytest.fixture
async def officer(client: Client, cast: Cast, town: Town, the_clock: TheClock) -> Client:
    """Ruth, in July; seven members helped one another in May, and eight others of unknown age did not."""
    the_clock.reads("2026-07-10 10:00")
    village = Village(town)
    await village.circle(await village.people(7), "2026-05-05 09:00", minutes=45)
    await village.people(8, born_on=None)
    await client.sign_in(cast.ruth)
    return client


async def test_the_report_shows_each_figure_with_what_it_was_counted_from(officer: Client) -> None:
    page = await officer.get(f"/council/report?{QUARTER}")

    assert page.h1 == "Report for Southwark"
    for words in (
        "1 April 2026 to 30 June 2026, both days included",
        "n = 7 members who gave or received. Missing: 0.",
        "5.25 hours n = 7 exchanges. Missing: 0.",
        "Missing: 8 members whose birth date is not known.",
        "Not available There is nothing in this period to take it of.",
        "(B7)",
    ):
        assert words in page.text


@pytest.mark.parametrize("query", ["", f"?{BOXES}", "?from=2026-07-10&to=2026-07-10"])
async def test_a_period_is_chosen_by_link_or_in_boxes(officer: Client, query: str) -> None:
    page = await officer.get(f"/council/report{query}")

    expected = {
        "": "11 July 2025 to 10 July 2026",
        f"?{BOXES}": "1 April 2026 to 30 June 2026",
        "?from=2026-07-10&to=2026-07-10": "10 July 2026 to 10 July 2026",
    }
    assert expected[query] in page.text


async def test_the_periods_offered_lead_to_themselves(officer: Client) -> None:
    links = (await officer.get("/council/report")).links

    assert links["The last whole quarter"] == f"/council/report?{QUARTER}"
    assert links["This quarter so far"] == "/council/report?from=2026-07-01&to=2026-07-10"
    assert links["This financial year so far"] == "/council/report?from=2026-04-01&to=2026-07-10"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=2026-07-01&to=2026-06-30", "The last day is before the first. Please check both"),
        ("from=2026-04-31&to=2026-06-30", "Please give the first day, with month and year"),
        (BOXES.replace("30", "31"), "We cannot find that day on the calendar. Please check it"),
        (BOXES.replace("first-year=2026", "first-year="), "Please give the first day, with month and year"),
        (BOXES.replace("last-year=2026", "last-year=9999"), "Please check the year"),
    ],
)
async def test_a_period_that_cannot_be_is_shown_again_with_what_it_needs(
    officer: Client, query: str, sentence: str
) -> None:
    page = await officer.get(f"/council/report?{query}", status=422)

    assert page.errors == [sentence]
    assert page.form()["first-day"] or page.form()["first-month"]


async def test_a_figure_that_is_not_shown_says_so_in_words(
    client: Client, cast: Cast, town: Town, the_clock: TheClock
) -> None:
    one, other = await Village(town).people(2)
    await Village(town).request(one, other, "2026-06-01 09:00")
    await client.sign_in(cast.ruth)
    page = await client.get("/council/report")

    assert "Active members Not shown Showing it could point to one to four people." in page.text
    assert "1.00 hours How many exchanges there are is not shown." in page.text


async def test_the_table_holds_the_same_figures(officer: Client) -> None:
    answer = (await officer.get(f"/council/report.csv?{QUARTER}")).response
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))

    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert answer.headers["content-disposition"] == (
        f'attachment; filename="timebank-{GSS}-2026-04-01-to-2026-06-30.csv"'
    )
    by_name = {row["name"]: row for row in rows}
    assert len(rows) == 8
    assert by_name["hours_exchanged"]["value"] == "5.25"
    assert by_name["median_time_to_match"]["value"] == ""
    assert by_name["median_time_to_match"]["suppressed"] == "no"
    assert answer.text.count("\r\n") == 9


async def test_the_table_of_no_period_leads_back_to_choose_one(officer: Client) -> None:
    page = await officer.get("/council/report.csv?from=x&to=y")
    assert page.location == "/council/report"


async def test_a_new_key_is_shown_once_and_opens_the_report(officer: Client, app: Starlette) -> None:
    page = await officer.get("/council/key")
    made = await officer.send(page.form("/council/key"))
    shown = next(node.get("value") for node in made.tree.every("input") if node.get("id") == "key")

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://timebank.test") as http:
        headers = {"Authorization": f"Bearer {shown}"}
        answer = await http.get(f"/api/v1/councils/{GSS}/report?{QUARTER}", headers=headers)
    assert answer.status_code == 200
    assert str(shown) not in (await officer.get("/council/key")).text


@pytest.mark.parametrize("path", ["/council/report", "/council/report.csv", "/council/key"])
async def test_only_an_officer_may_see_it(client: Client, cast: Cast, path: str) -> None:
    assert (await client.get(path)).location.startswith("/sign-in")
    for somebody in (cast.margaret, cast.priya):
        await client.sign_in(somebody)
        await client.get(path, status=403)
