"""A client of the API, and the council's key."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from tests.worlds import Town
from web import failures
from web.api import routes


@pytest.fixture
async def api(town: Town) -> AsyncIterator[httpx.AsyncClient]:
    """The API's own routes, with the handlers of the whole application."""
    app = Starlette(routes=routes.ROUTES, exception_handlers=failures.HANDLERS)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://timebank.test") as client:
        yield client


@pytest.fixture
def key(town: Town) -> dict[str, str]:
    """The headers by which the town's council shows its key."""
    return {"Authorization": f"Bearer {town.report_key}"}
