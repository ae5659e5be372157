"""GET /api/v1/councils/{gss}/report."""

import json
from typing import Any

import httpx
import pytest

from tests.reporting.village import Village
from tests.the_clock import TheClock
from tests.worlds import GSS, Town
from timebank.communities import councils
from timebank.reporting import indicators
from web.api.report import ReportAnswer

ADDRESS = f"/api/v1/councils/{GSS}/report"
QUARTER = {"from": "2026-04-01", "to": "2026-06-30"}
PROBLEM = "application/problem+json"


async def test_the_report_answers_every_indicator(
    api: httpx.AsyncClient, key: dict[str, str], town: Town, the_clock: TheClock
) -> None:
    the_clock.reads("2026-07-10 10:00")
    village = Village(town)
    await village.circle(await village.people(6), "2026-05-05 09:00", minutes=45)
    await village.people(8, born_on=None)

    answer = await api.get(ADDRESS, params=QUARTER, headers=key)
    body = answer.json()

    assert answer.status_code == 200
    assert (body["council"], body["from"], body["to"]) == (GSS, "2026-04-01", "2026-06-30")
    assert [each["name"] for each in body["indicators"]] == [each.name for each in indicators.DEFINITIONS]
    for each in body["indicators"]:
        assert set(each) == {"name", "value", "unit", "n", "missing", "formula", "suppressed"}
    assert _values(body) == {
        "members": 14,
        "active_members": 6,
        "hours_exchanged": 4.5,
        "reciprocity_rate": 100.0,
        "fill_rate": 100.0,
        "median_time_to_match": None,
        "new_connections": 6,
        "share_of_members_65_plus": 0.0,
    }
    assert ReportAnswer.model_validate_json(answer.content).council_name == "Southwark"


async def test_whole_numbers_are_written_without_a_point(
    api: httpx.AsyncClient, key: dict[str, str], town: Town
) -> None:
    village = Village(town)
    await village.people(6)
    answer = await api.get(ADDRESS, params=QUARTER, headers=key)

    members = json.loads(answer.content, parse_float=str)["indicators"][0]
    assert members["value"] == 6


async def test_a_suppressed_figure_shows_neither_value_nor_n(
    api: httpx.AsyncClient, key: dict[str, str], town: Town
) -> None:
    await Village(town).people(3)
    members = (await api.get(ADDRESS, params=QUARTER, headers=key)).json()["indicators"][0]

    assert members["suppressed"] is True
    assert (members["value"], members["n"], members["missing"]) == (None, None, None)


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer wrong", "Basic abc", "Bearer a b", "bearer é", "Bearer \x00"]
)
async def test_a_wrong_key_opens_nothing(api: httpx.AsyncClient, header: str) -> None:
    headers = [(b"authorization", header.encode("latin-1"))]
    answer = await api.get(ADDRESS, params=QUARTER, headers=headers)

    assert _problem(answer, 401)["title"] == "Unauthorized"
    assert answer.headers["www-authenticate"] == 'Bearer realm="council report", error="invalid_token"'


async def test_without_a_key_one_is_asked_for(api: httpx.AsyncClient) -> None:
    answer = await api.get(ADDRESS, params=QUARTER)

    _problem(answer, 401)
    assert answer.headers["www-authenticate"] == 'Bearer realm="council report"'


async def test_a_key_that_was_replaced_opens_nothing(
    api: httpx.AsyncClient, key: dict[str, str], town: Town
) -> None:
    fresh = await councils.new_report_key(town.council_id)

    _problem(await api.get(ADDRESS, params=QUARTER, headers=key), 401)
    answer = await api.get(ADDRESS, params=QUARTER, headers={"Authorization": f"bearer {fresh}"})
    assert answer.status_code == 200


async def test_another_councils_key_is_forbidden(api: httpx.AsyncClient, key: dict[str, str]) -> None:
    await councils.add("E08000003", "Manchester")

    _problem(await api.get("/api/v1/councils/E08000003/report", params=QUARTER, headers=key), 403)


@pytest.mark.parametrize("gss", ["E09000099", "southwark", "E0900002", "%00", "E09000028%0A", "'; drop"])
async def test_no_such_council(api: httpx.AsyncClient, key: dict[str, str], gss: str) -> None:
    _problem(await api.get(f"/api/v1/councils/{gss}/report", params=QUARTER, headers=key), 404)
    _problem(await api.get(f"/api/v1/councils/{gss}/report", params=QUARTER), 401)


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("", ["from", "to"]),
        ("from=2026-04-01", ["to"]),
        ("from=2026-04-31&to=2026-06-30", ["from"]),
        ("from=01/04/2026&to=2026-06-30", ["from"]),
        ("from=20260401&to=2026-06-30", ["from"]),
        ("from=1775001600&to=2026-06-30", ["from"]),
        ("from=2026-04-01T00:00:00&to=2026-06-30", ["from"]),
        ("from=%D9%A2%D9%A0%D9%A2%D9%A6-04-01&to=2026-06-30", ["from"]),
        ("from=2026-04-01%00&to=", ["from", "to"]),
        ("from=2026-07-01&to=2026-06-30", ["to"]),
        ("from=2026-04-01&from=2026-04-02&to=2026-06-30", ["from"]),
    ],
)
async def test_a_period_that_cannot_be_read_is_a_bad_request(
    api: httpx.AsyncClient, key: dict[str, str], query: str, wrong: list[str]
) -> None:
    problem = _problem(await api.get(f"{ADDRESS}?{query}", headers=key), 400)

    assert [each["name"] for each in problem["errors"]] == wrong
    assert all(each["reason"].endswith(".") for each in problem["errors"])


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "2026-06-30"), ("2026-04-01", "9999-12-31")])
async def test_years_without_reports_are_refused(
    api: httpx.AsyncClient, key: dict[str, str], first: str, last: str
) -> None:
    _problem(await api.get(ADDRESS, params={"from": first, "to": last}, headers=key), 422)


async def test_a_report_is_only_read(api: httpx.AsyncClient, key: dict[str, str]) -> None:
    answer = await api.post(ADDRESS, params=QUARTER, headers=key)

    _problem(answer, 405)
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


async def test_what_is_not_there_is_a_problem_too(api: httpx.AsyncClient) -> None:
    _problem(await api.get("/api/v1/nothing"), 404)


def _values(body: dict[str, Any]) -> dict[str, Any]:
    return {each["name"]: each["value"] for each in body["indicators"]}


def _problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == PROBLEM
    document: dict[str, Any] = answer.json()
    assert document["status"] == status
    assert document["title"]
    assert document["type"]
    return document
