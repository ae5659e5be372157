"""The small forms about a visit: why it is called off, how late, yes or no."""

from typing import Annotated

from web.forms import fields, reading

MOST_REASON = 200
MOST_LATE_WORDS = 60
LATE = ("10 minutes late", "20 minutes late", "half an hour late")
YES_OR_NO = ("yes", "no")


class Reason(reading.Form):
    """A word about why; may be left empty."""

    reason: Annotated[str, fields.words(most=MOST_REASON)]


class Late(reading.Form):
    """How late: one of the usual, or in their own words."""

    late: Annotated[str, fields.choice("Please choose how late it will be", (*LATE, "other"))]
    words: Annotated[str, fields.words(most=MOST_LATE_WORDS)]

    @property
    def said(self) -> str:
        """What the other side is told."""
        return (
            self.words if self.late == "other" and self.words else self.late.replace("other", "a little late")
        )


class Answer(reading.Form):
    """Yes or no."""

    answer: Annotated[str, fields.choice("Please choose yes or no", YES_OR_NO)]
