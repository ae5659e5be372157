"""Open books."""

import pytest

from tests.ledger.books import Books, open_books
from tests.worlds import Town


@pytest.fixture
async def books(town: Town) -> Books:
    """Ann, Ben, Cat and the pot."""
    return await open_books(town)
