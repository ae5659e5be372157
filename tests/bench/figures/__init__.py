"""One module for a figure or a few that belong together; tests/bench/registry.py finds them by being here.

Each has `async def measure(ground: Ground) -> list[Figure]`.
"""
