"""What somebody tells the timebank about themselves, and what is wrong with it. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeVar

from timebank import errors
from timebank.members import numbers, rules

ReachedBy = Literal["text", "phone", "email", "letter", "visit"]
REACHED_BY: tuple[ReachedBy, ...] = ("text", "phone", "email", "letter", "visit")

MOST_ADDRESS_LENGTH = 300
MOST_EMAIL_LENGTH = 254
MOST_NOTE_LENGTH = 2000

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_Value = TypeVar("_Value")


@dataclass(frozen=True, kw_only=True)
class Application:
    """A person as they described themselves; numbers and postcode as written, or already normalised.

    `mobile` takes texts, `landline` does not; both may be absent. `texts_agreed` counts only with a mobile.
    """

    first_name: str
    last_name: str
    postcode: str
    address: str = ""
    born_on: date | None = None
    mobile: str | None = None
    landline: str | None = None
    email: str | None = None
    reached_by: ReachedBy = "phone"
    texts_agreed: bool = False
    approves_helpers: bool = False
    is_member: bool = True
    is_helper: bool = False
    note: str = ""

    @property
    def numbers(self) -> set[str]:
        """The numbers by which they are told from somebody of the same name."""
        return {number for number in (self.mobile, self.landline) if number}

    @property
    def match_key(self) -> str:
        """See `rules.match_key`; only meaningful once checked."""
        number = self.mobile or self.landline
        return rules.match_key(self.first_name, self.last_name, self.born_on, number, self.postcode)

    @property
    def match_beginning(self) -> str:
        """What the match keys of everybody of this name and birth date begin with."""
        return rules.match_beginning(self.first_name, self.last_name, self.born_on)


def checked(application: Application, on: date) -> Application:
    """The application, normalised. Raises the first of `problems`."""
    found, wrong = _read(application, on)
    if wrong:
        raise wrong[0]
    return found


def problems(application: Application, on: date) -> list[errors.Invalid]:
    """All that is wrong, in the order a form asks it; empty when `checked` would accept it."""
    return _read(application, on)[1]


def _read(given: Application, on: date) -> tuple[Application, list[errors.Invalid]]:
    wrong: list[errors.Invalid] = []

    def attempt(field: str, read: Callable[[], _Value], otherwise: _Value) -> _Value:
        try:
            return read()
        except errors.Invalid as refused:
            wrong.append(errors.Invalid(field, refused.reason))
            return otherwise

    found = replace(
        given,
        first_name=attempt("first_name", lambda: rules.read_name(given.first_name, "first_name"), ""),
        last_name=attempt("last_name", lambda: rules.read_name(given.last_name, "last_name"), ""),
        born_on=attempt("born_on", lambda: _born_on(given.born_on, on), None),
        address=attempt("address", lambda: _address(given.address), ""),
        postcode=attempt("postcode", lambda: rules.read_postcode(given.postcode), ""),
        mobile=attempt("mobile", lambda: _mobile(given.mobile), None),
        landline=attempt("landline", lambda: _landline(given.landline), None),
        email=attempt("email", lambda: _email(given.email), None),
        note=attempt("note", lambda: _note(given.note), ""),
    )
    found = replace(found, texts_agreed=found.texts_agreed and found.mobile is not None)
    if not {refused.field for refused in wrong} & {"mobile", "landline", "email"}:
        attempt("reached_by", lambda: _reachable(found), None)
    return found, wrong


def _born_on(born_on: date | None, on: date) -> date | None:
    if born_on is not None:
        rules.check_birth_date(born_on, on)
    return born_on


def _address(written: str) -> str:
    address = "\n".join(" ".join(line.split()) for line in written.splitlines()).strip()
    if len(address) > MOST_ADDRESS_LENGTH:
        raise errors.Invalid("address", f"Please use {MOST_ADDRESS_LENGTH} letters or fewer.")
    return address


def _mobile(written: str | None) -> str | None:
    if written is None or not written.strip():
        return None
    number = numbers.read(written)
    if not numbers.is_mobile(number):
        raise errors.Invalid("mobile", "This is not a mobile number. Please give it as a home telephone.")
    return number


def _landline(written: str | None) -> str | None:
    return None if written is None or not written.strip() else numbers.read(written)


def _email(written: str | None) -> str | None:
    if written is None or not written.strip():
        return None
    email = written.strip()
    if len(email) > MOST_EMAIL_LENGTH or not _EMAIL.fullmatch(email):
        raise errors.Invalid("email", "This is not an e-mail address, like name@example.com.")
    return email


def _note(written: str) -> str:
    if len(written) > MOST_NOTE_LENGTH:
        raise errors.Invalid("note", f"Please use {MOST_NOTE_LENGTH} letters or fewer.")
    return written.strip()


def _reachable(found: Application) -> None:
    if found.reached_by not in REACHED_BY:
        raise errors.Invalid("reached_by", "Please choose one of the ways to be reached.")
    if found.reached_by == "text" and not (found.mobile and found.texts_agreed):
        raise errors.Invalid(
            "reached_by", "To be reached by text we need a mobile number and your yes to texts."
        )
    if found.reached_by == "phone" and not (found.mobile or found.landline):
        raise errors.Invalid("reached_by", "To be reached by telephone we need a number to ring.")
    if found.reached_by == "email" and not found.email:
        raise errors.Invalid("reached_by", "To be reached by e-mail we need an e-mail address.")
