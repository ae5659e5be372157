"""A telephone book of numbers that never ring: those that Ofcom keeps for drama."""

FIRST_MOBILE, LAST_MOBILE = 230, 999
FIRST_LANDLINE, LAST_LANDLINE = 200, 999

TEXTS = "+447700900100"
OFFICE = "+442079460100"


class Book:
    """Gives out numbers one after the other. Those below the first are the leading parts'."""

    def __init__(self) -> None:
        self._mobile = FIRST_MOBILE
        self._landline = FIRST_LANDLINE

    def mobile(self) -> str:
        """The next mobile, E.164."""
        self._mobile += 1
        return drama_mobile(self._mobile)

    def landline(self) -> str:
        """The next landline, E.164."""
        self._landline += 1
        return drama_landline(self._landline)


def drama_mobile(last_three: int) -> str:
    """One of the thousand mobiles that Ofcom keeps for drama, E.164."""
    if not 0 <= last_three <= LAST_MOBILE:
        raise ValueError("there are a thousand of them")
    return f"+447700900{last_three:03}"


def drama_landline(last_three: int) -> str:
    """One of the thousand landlines of London that Ofcom keeps for drama, E.164."""
    if not 0 <= last_three <= LAST_LANDLINE:
        raise ValueError("there are a thousand of them")
    return f"+442079460{last_three:03}"
