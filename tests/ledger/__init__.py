"""The books: what may never be otherwise, whatever is tried and however many try it at once.

Each act is tried alone, twice, at the same moment as others, and refused; after
every step of a random run the ledger is compared with a model of a few lines,
and its own invariants are recomputed from the entries.
"""
