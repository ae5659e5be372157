"""The ledger of time credits: accounts, holds, transfers, entries, invariants.

It knows no other feature: an owner is a kind and a key, floors and ceilings
are its own columns. Entries are only ever added and those of a transfer sum to
zero; a mistake is reversed, never edited. The write path is one SQL function
an act (migrations/sql/ledger.sql); the application's role may call those
functions and read, and has no right to write these tables.
"""
