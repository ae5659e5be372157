"""What signing in asks: a telephone number, then the six figures."""

from typing import Annotated
from urllib.parse import urlsplit

from web.forms import fields, reading


class Number(reading.Form):
    """Which telephone; any that we know, mobile or not."""

    number: Annotated[str, fields.telephone("Please tell us your telephone number")]


class Code(Number):
    """The code for that telephone, and (where it is shared) who you are."""

    code: Annotated[str, fields.six_figures()]
    who: Annotated[str, fields.words()]


def onward(address: str) -> str | None:
    """Where to go after signing in, if it is a page of ours; None for any other address."""
    parts = urlsplit(address)
    is_ours = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if is_ours and not parts.netloc and address.isprintable() else None
