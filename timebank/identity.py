"""Keys for rows: UUIDs that sort by the time they were made (RFC 9562, version 7).

Keys of neighbouring moments stand beside each other in an index, which keeps
inserts cheap in a table of millions. Randomness comes from the system.
"""

import secrets
import time
from uuid import UUID, uuid5

_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62


def new_id() -> UUID:
    """A fresh key: 48 bits of milliseconds, 12 of the part of one (RFC 9562, 6.2, method 3), 62 random bits.

    Keys made one after the other in a process sort in that order.
    """
    milliseconds, rest_nanoseconds = divmod(time.time_ns(), 1_000_000)
    part = (rest_nanoseconds * 4096 // 1_000_000) << 64
    random_b = secrets.randbits(62)
    return UUID(int=(milliseconds << 80) | _VERSION_7 | part | _VARIANT | random_b)


def derived(parent: UUID, *parts: str | int) -> UUID:
    """The same key for the same parent and parts, so that a retry names the same act."""
    return uuid5(parent, "/".join(str(part) for part in parts))
