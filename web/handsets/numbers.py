"""Telephone numbers as the network sees them: E.164, and which kind of line answers. Pure."""

import re

_E164 = re.compile(r"\+[1-9]\d{7,14}")
_BRITISH = re.compile(r"\+44[1-9]\d{8,9}")
_BRITISH_MOBILE = re.compile(r"\+447[1-57-9]\d{8}")


def is_possible(number: str) -> bool:
    """True for an E.164 number; a British one must have British length."""
    pattern = _BRITISH if number.startswith("+44") else _E164
    return pattern.fullmatch(number) is not None


def is_landline(number: str) -> bool:
    """True for a British number that is not a mobile: texts to it come back as 30006."""
    return number.startswith("+44") and _BRITISH_MOBILE.fullmatch(number) is None


def spoken(number: str) -> str:
    """A British number as people write it (07700 900123), any other as it is."""
    if not number.startswith("+44"):
        return number
    national = "0" + number.removeprefix("+44")
    if national.startswith("020"):
        return f"{national[:3]} {national[3:7]} {national[7:]}"
    return f"{national[:5]} {national[5:]}"


def from_typed(typed: str) -> str:
    """E.164 from what a person may type: spaces and dashes dropped, a British 0 made +44."""
    digits = re.sub(r"[\s()\-.]", "", typed)
    if digits.startswith("44"):  # a plus sign that a query string turned into a space
        return "+" + digits
    return "+44" + digits[1:] if digits.startswith("0") else digits


def masked(number: str) -> str:
    """The number as error messages show it: the last four characters hidden."""
    return number[:-4] + "XXXX" if len(number) > 4 else "XXXX"
