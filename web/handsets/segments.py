"""How many segments a text is charged as: 160 or 153 GSM-7 characters, 70 or 67 UTF-16 units. Pure.

Character table: 3GPP TS 23.038. The timebank has a counter of its own; this one is the network's, so that a
mistake in either shows.
"""

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("^{}\\[~]|€\f")


def count(body: str) -> int:
    """Number of segments, at least one."""
    if all(letter in _BASIC or letter in _EXTENDED for letter in body):
        return _parts([2 if letter in _EXTENDED else 1 for letter in body], 160, 153)
    return _parts([len(letter.encode("utf-16-be")) // 2 for letter in body], 70, 67)


def _parts(widths: list[int], alone: int, joined: int) -> int:
    if sum(widths) <= alone:
        return 1
    parts, room = 1, joined
    for width in widths:
        if width > room:
            parts, room = parts + 1, joined
        room -= width
    return parts
