"""No page asks the database more often because there is more in it."""

from starlette.applications import Starlette

from tests import crowd
from tests.cast import Cast
from tests.web import page_queries
from tests.web.page_queries import FEW, MANY


async def test_no_page_asks_more_often_of_a_thousand_rows_than_of_ten(app: Starlette, cast: Cast) -> None:
    """Whatever a page lists is fetched at once."""
    async with page_queries.everybody(app, cast) as clients:
        await crowd.gather(cast, 1, FEW)
        of_few = await page_queries.asked(clients, cast)
        await crowd.gather(cast, FEW + 1, MANY)
        of_many = await page_queries.asked(clients, cast)

    grown = [f"{path}: {few}, then {of_many[path]}" for path, few in of_few.items() if of_many[path] > few]
    assert not grown, "\n".join(grown)
