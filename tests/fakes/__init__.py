"""What stands where the outside world is: small, honest implementations, never patches.

Each has the real interface and really does what it promises, only without a
network: a bell that remembers what was rung, a carrier that keeps the texts
in its pocket and fails when it is told to.  The phone network that runs as a
process of its own is in `tests/phones`.
"""
