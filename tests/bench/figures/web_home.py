"""web.home: the signed-in member's home page, with visits in it, against a bare answer of Starlette."""

from itertools import repeat

from tests import crowd, signing_in
from tests.bench import load
from tests.bench.figure import Figure
from tests.bench.ground import Ground
from tests.bench.serving import BARE

HOME = "/home"


async def measure(ground: Ground) -> list[Figure]:
    """Pages a second, eight browsers at once."""
    served = await ground.served()
    await crowd.gather(ground.cast, 1, 20)
    await ground.settle()
    token = await signing_in.token_of(ground.cast.margaret)
    headers = {"cookie": f"session={token}", "accept-encoding": "gzip, br"}
    rates = await load.in_turns(
        served,
        load.Requests(repeat(load.request(served, "GET", HOME, headers))),
        load.Requests(repeat(load.request(served, "GET", BARE, headers))),
    )
    return [Figure("web.home", rates.value, "pages a second", "higher", baseline=rates.baseline)]
