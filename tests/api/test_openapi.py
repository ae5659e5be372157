"""The API's description is of what is really there."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from starlette.routing import Route

from tests.reporting.village import Village
from tests.worlds import GSS, Town
from web.api import routes
from web.api.problems import ProblemDocument

ADDRESS = "/api/v1/openapi.json"
REPORT = "/api/v1/councils/{gss}/report"


@pytest.fixture
async def document(api: httpx.AsyncClient) -> dict[str, Any]:
    """The document as it is served, without a key."""
    answer = await api.get(ADDRESS)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    served: dict[str, Any] = answer.json()
    return served


async def test_it_has_what_openapi_asks_for(document: dict[str, Any]) -> None:
    assert re.fullmatch(r"3\.1\.\d+", document["openapi"])
    assert {"title", "version"} <= set(document["info"])
    assert {"openapi", "info", "servers", "paths", "components"} == set(document)
    names = [operation["operationId"] for _, operation in _operations(document)]
    assert len(names) == len(set(names))
    for path, operation in _operations(document):
        assert {"summary", "responses", "parameters", "security"} <= set(operation), path
        assert all("description" in response for response in operation["responses"].values())
        in_path = {each["name"] for each in operation["parameters"] if each["in"] == "path"}
        assert in_path == set(re.findall(r"{(\w+)}", path))


async def test_every_route_is_described_and_every_description_routed(document: dict[str, Any]) -> None:
    routed = {route.path for route in routes.ROUTES if isinstance(route, Route)}

    assert set(document["paths"]) == routed - {ADDRESS}


async def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    references = set(_references(document))

    assert references
    for reference in references:
        found: Any = document
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
        assert "properties" in found


async def test_what_it_says_of_the_period(document: dict[str, Any]) -> None:
    parameters = document["paths"][REPORT]["get"]["parameters"]
    query = {each["name"]: each for each in parameters if each["in"] == "query"}

    assert set(query) == {"from", "to"}
    for each in query.values():
        assert each["required"] is True
        assert each["schema"] == {"type": "string", "format": "date"}


async def test_it_says_that_a_key_is_needed(document: dict[str, Any]) -> None:
    (needed,) = document["paths"][REPORT]["get"]["security"]
    (scheme,) = needed

    described = document["components"]["securitySchemes"][scheme]
    assert (described["type"], described["scheme"]) == ("http", "bearer")


async def test_the_real_answer_is_as_described(
    api: httpx.AsyncClient, key: dict[str, str], town: Town, document: dict[str, Any]
) -> None:
    await Village(town).people(6)
    period = {"from": "2026-04-01", "to": "2026-06-30"}
    body = (await api.get(REPORT.format(gss=GSS), params=period, headers=key)).json()

    schemas = document["components"]["schemas"]
    _fits(body, schemas["ReportAnswer"], schemas)


async def test_the_real_problems_are_as_described(api: httpx.AsyncClient, document: dict[str, Any]) -> None:
    answer = await api.get(REPORT.format(gss=GSS))

    assert str(answer.status_code) in document["paths"][REPORT]["get"]["responses"]
    ProblemDocument.model_validate_json(answer.content)
    schemas = document["components"]["schemas"]
    _fits(answer.json(), schemas["ProblemDocument"], schemas)


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for operation in item.values():
            yield path, operation


def _references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


_KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}


def _fits(value: Any, schema: dict[str, Any], schemas: dict[str, Any]) -> None:
    """The part of JSON Schema that our models use: types, properties, items, anyOf and references."""
    if "$ref" in schema:
        _fits(value, schemas[schema["$ref"].rpartition("/")[2]], schemas)
    elif "anyOf" in schema:
        kinds = [option.get("type", "array") for option in schema["anyOf"]]
        assert isinstance(value, tuple(kind for each in kinds for kind in _KINDS[each]))
    else:
        assert isinstance(value, _KINDS[schema["type"]])
        assert schema["type"] == "boolean" or not isinstance(value, bool)
    if isinstance(value, dict) and "properties" in schema:
        assert set(schema.get("required", [])) <= set(value) <= set(schema["properties"])
        for name, part in value.items():
            _fits(part, schema["properties"][name], schemas)
    if isinstance(value, list) and "items" in schema:
        for part in value:
            _fits(part, schema["items"], schemas)
