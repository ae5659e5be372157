"""What the figures stand on: durable servers, the migrated database with its cast, the application served."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from tests import stores, worlds
from tests.bench import serving
from tests.bench.serving import Served
from tests.cast import Cast
from tests.stores import Store
from tests.worlds import Town
from timebank import database
from timebank.embedded.servers import LocalServers
from timebank.embedded.state import Urls

VAR = stores.ROOT / "var" / "bench"


@dataclass
class Ground:
    """Everything a figure may need; the application is served from the first time it is asked for."""

    urls: Urls
    store: Store
    town: Town
    cast: Cast
    leaving: AsyncExitStack
    _served: Served | None = None

    async def settle(self) -> None:
        """Let the planner know what is in the tables, as autovacuum does within the minute."""
        await self.store.superuser.execute("ANALYZE")

    async def served(self) -> Served:
        """The application, and the bare answer beside it, on one uvicorn."""
        if self._served is None:
            opened = serving.serve(self.store.app_url, self.store.redis_url)
            self._served = await self.leaving.enter_async_context(opened)
        return self._served


@asynccontextmanager
async def prepared() -> AsyncIterator[Ground]:
    """A ground of one's own, given back at the end. The servers flush to disk, as in production."""
    stores.VAR.mkdir(parents=True, exist_ok=True)
    with LocalServers(VAR, durable=True, progress=print) as urls:
        store = await stores.open_store(urls, "bench")
        try:
            await database.connect(store.app_url)
            async with AsyncExitStack() as leaving:
                town = await worlds.build_town()
                yield Ground(urls, store, town, await worlds.gather_cast(town), leaving)
        finally:
            await database.disconnect()
            await stores.close_store(store, urls)
