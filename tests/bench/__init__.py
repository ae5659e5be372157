"""The figures: `python -m tests.bench` prints a line each and writes var/bench.json.

A figure is a ratio to a baseline of the same run, taken in turns with it, since
machines differ and one machine differs from hour to hour. Each module of
`figures/` measures one thing or a few that belong together; adding a figure is
adding a module with a `measure(ground)`. `ground` holds what they stand on: an
embedded PostgreSQL that flushes to disk, the migrated database with its cast,
and the application served by uvicorn in a process of its own. Everything is
bounded: seconds each, and it stops by itself.
"""
