"""Telephone numbers: read as people write them in Britain, kept as E.164, shown as people read them. Pure.

How a number is shortened for a log is `timebank.messaging.numbers.masked`.
"""

import re

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from timebank import errors

_REGION = "GB"
# Ofcom keeps these for drama, so no list of real numbers knows them; demonstrations and tests use them.
_DRAMA_MOBILE = re.compile(r"\+447700900\d{3}")
_DRAMA_LANDLINE = re.compile(r"\+441632960\d{3}")
_MOBILE_TYPES = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}
_NEVER_RUNG = {PhoneNumberType.PREMIUM_RATE, PhoneNumberType.PAGER, PhoneNumberType.PERSONAL_NUMBER}
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")


def read(written: str) -> str:
    """The number in E.164: "07700 900123" is "+447700900123". Raises Invalid, field "number"."""
    parsed = _parsed(written)
    e164 = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    if not (_is_drama(e164) or phonenumbers.is_valid_number(parsed)):
        raise _invalid("This is not a telephone number we can ring. Please check the digits.")
    if phonenumbers.number_type(parsed) in _NEVER_RUNG:
        raise _invalid("This is a number that costs extra to ring. Please give another.")
    return e164


def read_or_none(written: str) -> str | None:
    """The number in E.164, or None where it is no number we could ring."""
    try:
        return read(written)
    except errors.Invalid:
        return None


def is_mobile(number: str) -> bool:
    """Whether an E.164 number can take texts."""
    if _DRAMA_MOBILE.fullmatch(number):
        return True
    return phonenumbers.number_type(phonenumbers.parse(number, None)) in _MOBILE_TYPES


def shown(number: str) -> str:
    """An E.164 number as people here write it: "07700 900123"; one from abroad keeps its country.

    What is no such number (texts come from short codes and from names too) stays as it is.
    """
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    at_home = parsed.country_code == phonenumbers.country_code_for_region(_REGION)
    style = PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


def _parsed(written: str) -> PhoneNumber:
    if any(letter.isalpha() for letter in written):
        raise _invalid("A telephone number has only digits and spaces.")
    try:
        return phonenumbers.parse(_TRUNK_ZERO.sub("0", written), _REGION)
    except phonenumbers.NumberParseException:
        raise _invalid("This is not a telephone number we can ring. Please check the digits.") from None


def _is_drama(number: str) -> bool:
    return bool(_DRAMA_MOBILE.fullmatch(number) or _DRAMA_LANDLINE.fullmatch(number))


def _invalid(reason: str) -> errors.Invalid:
    return errors.Invalid("number", reason)
