"""How long a text is, as carriers count it. Pure.

A text of GSM-7 letters holds 160 of them, or 153 in each of several parts; an
"extended" letter counts two and is never split. One letter outside that set,
a curly apostrophe say, makes it 70 (67 in parts), counted in UTF-16 units.
Table: 3GPP TS 23.038, default alphabet and its extension.
"""

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€\f")
LETTERS_IN_ONE = 160

_PLAIN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": ",",
        "′": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "…": "...",
        "\u00a0": " ",
        "\u2009": " ",
        "\u200b": "",
        "\ufeff": "",
        "\t": " ",
    }
)


def plain(body: str) -> str:
    """The same words with typographic quotes, dashes and spaces made plain, so that they fit more often."""
    return body.translate(_PLAIN)


def is_gsm7(body: str) -> bool:
    """True when every letter is in the alphabet of ordinary texts."""
    return all(letter in BASIC or letter in EXTENDED for letter in body)


def count(body: str) -> int:
    """How many segments a body is sent and charged as; at least one."""
    if is_gsm7(body):
        return _parts([2 if letter in EXTENDED else 1 for letter in body], LETTERS_IN_ONE, 153)
    return _parts([len(letter.encode("utf-16-le")) // 2 for letter in body], 70, 67)


def fits_one_segment(body: str) -> bool:
    """True for a body of ordinary letters that is one segment: what every wording must be."""
    return is_gsm7(body) and count(body) == 1


def _parts(widths: list[int], alone: int, joined: int) -> int:
    if sum(widths) <= alone:
        return 1
    parts, room = 1, joined
    for width in widths:
        if width > room:
            parts, room = parts + 1, joined
        room -= width
    return parts
