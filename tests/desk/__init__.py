"""Tests of the life of an exchange: the table of moves, and each use case on a real database."""
