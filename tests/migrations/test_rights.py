"""What the application's role may not do, tried upon the tables themselves."""

import asyncpg
import pytest

from tests.cast import Cast
from tests.stores import Store

LEDGER = ("ledger_accounts", "ledger_transfers", "ledger_entries", "ledger_holds")
FORBIDDEN = asyncpg.InsufficientPrivilegeError


async def _as_application(store: Store, statement: str) -> None:
    connection = await asyncpg.connect(store.app_url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def _as_owner(store: Store, statement: str) -> None:
    connection = await asyncpg.connect(store.owner_url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@pytest.mark.parametrize("table", LEDGER)
async def test_the_application_cannot_write_the_ledger(store: Store, cast: Cast, table: str) -> None:
    """Neither add, nor change, nor take away: only the functions do."""
    for statement in (
        f"INSERT INTO {table} SELECT * FROM {table} LIMIT 1",
        f"UPDATE {table} SET timebank_id = timebank_id",
        f"DELETE FROM {table}",
        f"TRUNCATE {table}",
    ):
        with pytest.raises(FORBIDDEN):
            await _as_application(store, statement)


async def test_the_application_only_adds_to_the_audit_trail(store: Store, cast: Cast) -> None:
    """What was done stays written."""
    for statement in ("UPDATE audit SET act = 'nothing'", "DELETE FROM audit", "TRUNCATE audit"):
        with pytest.raises(FORBIDDEN):
            await _as_application(store, statement)


@pytest.mark.parametrize("table", ["ledger_entries", "ledger_transfers", "audit"])
async def test_even_the_owner_cannot_rewrite_what_is_append_only(
    store: Store, cast: Cast, table: str
) -> None:
    """A mistake is reversed, never edited."""
    for statement in (f"UPDATE {table} SET timebank_id = timebank_id", f"DELETE FROM {table}"):
        with pytest.raises(asyncpg.PostgresError, match="append-only"):
            await _as_owner(store, statement)


async def test_the_application_owns_nothing_and_makes_nothing(store: Store, cast: Cast) -> None:
    """It is neither owner nor superuser, and cannot add a table or a function."""
    connection = await asyncpg.connect(store.app_url)
    try:
        me = await connection.fetchrow(
            """SELECT r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls AS may_much,
                      (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid) AS owned
               FROM pg_roles r WHERE rolname = current_user"""
        )
    finally:
        await connection.close()
    assert me is not None
    assert (me["may_much"], me["owned"]) == (False, 0)
    for statement in ("CREATE TABLE mine (id int)", "DROP FUNCTION ledger_refuse_change() CASCADE"):
        with pytest.raises(FORBIDDEN):
            await _as_application(store, statement)


async def test_the_ledgers_functions_are_not_for_everybody(store: Store, cast: Cast) -> None:
    """Only the application's role may call them."""
    functions = await store.superuser.fetch(
        """SELECT p.oid::regprocedure::text AS name,
                  has_function_privilege('public', p.oid, 'EXECUTE') AS open
           FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef"""
    )
    assert functions
    assert [row["name"] for row in functions if row["open"]] == []
