"""web.queries.<page>: statements sent for each page at a thousand rows of everything, against ten."""

import re

from tests import crowd
from tests.bench.figure import Figure
from tests.bench.ground import Ground
from tests.web import page_queries
from tests.web.page_queries import FEW, MANY
from timebank import settings
from web.app import create_app

_FIRST = 10_001  # other figures have gathered a crowd of their own


async def measure(ground: Ground) -> list[Figure]:
    """None grows: the ratio is at most 1."""
    chosen = settings.Settings(
        environment="test", database_url=ground.store.app_url, redis_url=ground.store.redis_url
    )
    async with page_queries.everybody(create_app(chosen), ground.cast) as clients:
        await crowd.gather(ground.cast, _FIRST, _FIRST + FEW - 1)
        of_few = await page_queries.asked(clients, ground.cast)
        await crowd.gather(ground.cast, _FIRST + FEW, _FIRST + MANY - 1)
        of_many = await page_queries.asked(clients, ground.cast)
    return [
        Figure(f"web.queries.{_named(path)}", of_many[path], "queries", "lower", baseline=few, target=1.0)
        for path, few in of_few.items()
    ]


def _named(path: str) -> str:
    """A path as the end of a figure's name: "/people/{margaret}" is people.margaret, "/" is first."""
    return ".".join(re.findall(r"[a-z0-9-]+", path)) or "first"
