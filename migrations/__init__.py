"""Numbered, reversible migrations, run as the tables' owner with Tortoise's own executor.

What Tortoise can describe stands in the numbered files; what only PostgreSQL
can say (functions, guards, partial indexes, rights of the application's role)
stands in sql/, one file for the way up and one for the way down.
"""
