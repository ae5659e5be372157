"""What makes two entries the same person, and how names, postcodes and birth dates are read. Pure."""

import re
import unicodedata
from datetime import date
from uuid import UUID

from timebank import errors
from timebank.audit.actor import Actor

MOST_NAME_LENGTH = 60
OLDEST_YEARS = 120

# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")
_LETTER_O_FOR_ZERO = re.compile(r"O(?=[A-Z]{2}$)")
_CLOCKWORK_CHANNELS = ("night", "import")


def plain(words: str) -> str:
    """Letters and digits alone, small, without accents: "O’Brien-Smíth" and "obrien smith" are one."""
    folded = words.casefold().translate(_PLAIN)
    apart = unicodedata.normalize("NFKD", folded)
    return "".join(letter for letter in apart if letter.isalnum())


def match_key(
    first_name: str, last_name: str, born_on: date | None, number: str | None, postcode: str
) -> str:
    """The same for the same person: name, birth date, number (E.164) and postcode, normalised.

    A birth date or a number that is not known is the empty one: two people of one name at one postcode,
    of whom neither is known, count as the same.
    """
    return match_beginning(first_name, last_name, born_on) + "|".join((number or "", plain(postcode)))


def match_beginning(first_name: str, last_name: str, born_on: date | None) -> str:
    """The part of the match key that says name and birth date."""
    name = plain(first_name)[:MOST_NAME_LENGTH] + plain(last_name)[:MOST_NAME_LENGTH]
    return f"{name}|{born_on.isoformat() if born_on else ''}|"


def same_telephone(one: set[str], other: set[str]) -> bool:
    """Whether two entries of one name have a number in common, or both have none."""
    return bool(one & other) or not (one or other)


def read_name(written: str, field: str) -> str:
    """A name with its spaces put in order; capitals and accents stay as they were given."""
    name = " ".join(written.split())
    if not plain(name):
        raise errors.Invalid(field, "Please give a name.")
    if len(name) > MOST_NAME_LENGTH or not name.isprintable():
        raise errors.Invalid(field, f"Please use {MOST_NAME_LENGTH} letters or fewer.")
    return name


def read_postcode(written: str) -> str:
    """ "se15 3xx" is "SE15 3XX"; a letter O where only a nought can stand is read as the nought."""
    closed = _LETTER_O_FOR_ZERO.sub("0", "".join(written.split()).upper())
    found = _POSTCODE.fullmatch(closed)
    if found is None:
        raise errors.Invalid("postcode", "This is not a full postcode, like SE15 3XX.")
    return f"{found[1]} {found[2]}"


def check_birth_date(born_on: date, on: date) -> None:
    """Refuse a birth date that no living person has on the date `on`."""
    if born_on > on:
        raise errors.Invalid("born_on", "This birth date is still to come.")
    if age(born_on, on) > OLDEST_YEARS:
        raise errors.Invalid("born_on", f"This birth date is more than {OLDEST_YEARS} years ago.")


def age(born_on: date, on: date) -> int:
    """Whole years; somebody born on 29 February is a year older on 1 March in a common year."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def is_clockwork(actor: Actor) -> bool:
    """Nobody in person: the night's jobs and the command line."""
    return actor.person_id is None and actor.channel in _CLOCKWORK_CHANNELS


def may_act_for(actor: Actor, person_id: UUID) -> bool:
    """Everybody for themselves, an organiser for anybody of the timebank."""
    return actor.person_id == person_id or may_organise(actor)


def may_organise(actor: Actor) -> bool:
    """Whether this act is an organiser's (or the clockwork's)."""
    return actor.is_organiser or is_clockwork(actor)
