"""ledger.*: posting transfers, sixteen at once, against `pgbench -N` on the same server, in turns.

`ledger.python` is the use case, one process on uvloop. `ledger.sql` is its one
SQL function called by pgbench itself: what the database alone could do.
"""

import asyncio
import random
import time
from pathlib import Path
from statistics import median, quantiles
from uuid import UUID

from tests.bench import pgbench
from tests.bench.figure import Figure
from tests.bench.ground import Ground
from timebank import clock, database, identity
from timebank.ledger import accounts, transfers

ACCOUNTS = 10_000
FIRST_TRANSFERS = 1_000
ROUNDS, ROUND_SECONDS = 3, 3
SCRIPT = Path(__file__).with_name("ledger.sql")
_OPEN = """
SELECT count(ledger_open(('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $1, 'bench',
                         gen_random_uuid(), 'minutes', NULL, NULL, now()))
FROM generate_series(1, $2::int) n
"""
# Plans made for an empty table would be kept by each connection while it fills.
_POST_SOME = """
SELECT count(*)
FROM generate_series(1, $2::int) n, LATERAL ledger_post(
    gen_random_uuid(), $1, 'minutes', 'visit',
    ARRAY['00000000-0000-7000-8000-' || lpad(n::text, 12, '0'),
          '00000000-0000-7000-8000-' || lpad((n + 1)::text, 12, '0')]::uuid[],
    ARRAY[-30, 30]::bigint[], NULL, 'A light bulb', now(), now())
"""


async def measure(ground: Ground) -> list[Figure]:
    """Transfers a second, and how long the slowest hundredth took."""
    await database.rows(_OPEN, ground.town.id, ACCOUNTS)
    await database.rows(_POST_SOME, ground.town.id, FIRST_TRANSFERS)
    await ground.settle()
    own = await pgbench.prepare(ground)
    baseline, python, sql, taken = [], [], [], list[float]()
    for _ in range(ROUNDS):
        baseline.append(await pgbench.simple_update(own, ROUND_SECONDS))
        sql.append(await pgbench.script(ground.store.app_url, SCRIPT, ROUND_SECONDS, timebank=ground.town.id))
        python.append(await _posting(ground.town.id, taken))
    await pgbench.forget(ground)
    own_rate = median(baseline)
    return [
        Figure("ledger.python", median(python), "transfers a second", "higher", own_rate),
        Figure("ledger.python_p99", quantiles(taken, n=100)[-1] * 1000, "milliseconds", "lower"),
        Figure("ledger.sql", median(sql), "transfers a second", "higher", own_rate),
    ]


async def _posting(timebank_id: UUID, taken: list[float]) -> float:
    """Transfers a second by sixteen tasks of this process; the seconds of each go into `taken`."""
    began = time.perf_counter()
    before = len(taken)
    async with asyncio.TaskGroup() as all_of_them:
        for _ in range(pgbench.CLIENTS):
            all_of_them.create_task(_keep_posting(timebank_id, began + ROUND_SECONDS, taken))
    return (len(taken) - before) / (time.perf_counter() - began)


async def _keep_posting(timebank_id: UUID, until: float, taken: list[float]) -> None:
    while (start := time.perf_counter()) < until:
        payer, payee = random.sample(range(1, ACCOUNTS + 1), 2)
        transfer = transfers.Transfer(
            id=identity.new_id(),
            timebank_id=timebank_id,
            kind="visit",
            entries=((_account(payer), -30), (_account(payee), 30)),
            happened_at=clock.now(),
            memo="A light bulb",
            unit=accounts.MINUTES,
        )
        await transfers.post(transfer)
        taken.append(time.perf_counter() - start)


def _account(number: int) -> UUID:
    return UUID(f"00000000-0000-7000-8000-{number:012}")
