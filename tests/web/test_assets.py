"""The built files: kept for ever, small on the line, and none of another's brand."""

import gzip
import re
from dataclasses import dataclass

import httpx
import pytest
from starlette.applications import Starlette

from tests.browser import ADDRESS
from web import assets


@dataclass(frozen=True)
class Answer:
    """One answer as it goes over the line, not unpacked."""

    status: int
    headers: httpx.Headers
    body: bytes


async def _get(app: Starlette, path: str, accept: str = "") -> Answer:
    async with (
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ADDRESS) as http,
        http.stream("GET", path, headers={"accept-encoding": accept}) as response,
    ):
        body = b"".join([chunk async for chunk in response.aiter_raw()])
    return Answer(response.status_code, response.headers, body)


@pytest.mark.parametrize("name", sorted(assets.manifest()))
async def test_each_file_is_kept_for_ever(app: Starlette, name: str) -> None:
    """Its name holds the hash of its content."""
    response = await _get(app, assets.url(name))
    assert response.status == 200
    assert "immutable" in response.headers["cache-control"]
    assert re.search(r"\.[0-9a-f]{12}\.(css|js|svg)$", assets.url(name))


async def test_the_smallest_form_that_the_browser_takes(app: Starlette) -> None:
    """Brotli, else gzip, else as it is; never one that was refused."""
    address = assets.url("timebank.css")
    plain = await _get(app, address, "identity")
    packed = await _get(app, address, "gzip")
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed.body) == plain.body
    smallest = await _get(app, address, "gzip, br")
    assert smallest.headers["content-encoding"] == "br"
    assert len(smallest.body) < len(packed.body) < 20_000
    assert (await _get(app, address, "br;q=0, gzip")).headers["content-encoding"] == "gzip"


async def test_nobody_takes_it_for_another_brand(app: Starlette) -> None:
    """No crown, no typeface of theirs, no address of anybody."""
    sheet = (await _get(app, assets.url("timebank.css"), "identity")).body.decode()
    assert "GDS Transport" not in sheet
    assert "crown" not in sheet
    assert not re.findall(r"https?:/+\w+", sheet)


async def test_no_other_file_can_be_had(app: Starlette) -> None:
    """Only what was built, whatever the path."""
    for path in ("/static/manifest.json", "/static/..%2F..%2Fapp.py", "/static/nothing.css"):
        assert (await _get(app, path)).status == 404
