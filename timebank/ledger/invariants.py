"""What must always be true of the books, recomputed from the entries.

Run by `timebank verify`, every night and after every test of the ledger. Each
invariant is one question to the database that answers only with faults.
"""

from dataclasses import dataclass

from timebank import database


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it must be."""

    invariant: str
    what: str


@dataclass(frozen=True)
class Books:
    """What was looked at, and what was wrong (at most a hundred of each kind)."""

    accounts: int
    transfers: int
    entries: int
    holds: int
    faults: tuple[Fault, ...]


_INVARIANTS = {
    "every transfer sums to zero": """
        SELECT t.id::text AS what FROM ledger_transfers t LEFT JOIN ledger_entries e ON e.transfer_id = t.id
        GROUP BY t.id HAVING count(e.id) < 2 OR sum(e.amount) <> 0 LIMIT 100""",
    "every entry belongs to a transfer and an account, and every hold to an account": """
        SELECT e.id::text AS what FROM ledger_entries e
        LEFT JOIN ledger_transfers t ON t.id = e.transfer_id
        LEFT JOIN ledger_accounts a ON a.id = e.account_id
        WHERE t.id IS NULL OR a.id IS NULL
        UNION ALL SELECT h.id::text FROM ledger_holds h
        LEFT JOIN ledger_accounts a ON a.id = h.account_id WHERE a.id IS NULL LIMIT 100""",
    "a transfer stays in one timebank and one unit": """
        SELECT e.id::text AS what FROM ledger_entries e
        JOIN ledger_transfers t ON t.id = e.transfer_id JOIN ledger_accounts a ON a.id = e.account_id
        WHERE e.timebank_id <> t.timebank_id OR a.timebank_id <> t.timebank_id OR a.unit <> t.unit
        LIMIT 100""",
    "a balance is the sum of its entries": """
        SELECT a.id::text AS what FROM ledger_accounts a LEFT JOIN ledger_entries e ON e.account_id = a.id
        GROUP BY a.id HAVING a.balance <> coalesce(sum(e.amount), 0) LIMIT 100""",
    "an account's version counts its entries": """
        SELECT a.id::text AS what FROM ledger_accounts a LEFT JOIN ledger_entries e ON e.account_id = a.id
        GROUP BY a.id HAVING a.version <> count(e.id) OR a.version <> coalesce(max(e.version), 0)
        LIMIT 100""",
    "every entry continues the one before": """
        SELECT id::text AS what FROM (
            SELECT id, amount, balance_after,
                   lag(balance_after, 1, 0::bigint) OVER (PARTITION BY account_id ORDER BY version) AS before
            FROM ledger_entries) chain
        WHERE balance_after <> before + amount LIMIT 100""",
    "what is held is the sum of the open holds": """
        SELECT a.id::text AS what FROM ledger_accounts a
        LEFT JOIN ledger_holds h ON h.account_id = a.id AND h.state = 'held'
        GROUP BY a.id HAVING a.held <> coalesce(sum(h.amount), 0) LIMIT 100""",
    "a timebank's balances sum to zero": """
        SELECT timebank_id::text AS what FROM ledger_accounts
        GROUP BY timebank_id, unit HAVING sum(balance) <> 0 LIMIT 100""",
}


async def check() -> Books:
    """Recompute everything from the entries."""
    faults = [
        Fault(name, row["what"])
        for name, question in _INVARIANTS.items()
        for row in await database.rows(question)
    ]
    counted = (
        await database.rows(
            "SELECT (SELECT count(*) FROM ledger_accounts) AS accounts,"
            " (SELECT count(*) FROM ledger_transfers) AS transfers,"
            " (SELECT count(*) FROM ledger_entries) AS entries, (SELECT count(*) FROM ledger_holds) AS holds"
        )
    )[0]
    return Books(**counted, faults=tuple(faults))
