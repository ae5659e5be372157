"""Time credits in words. Whole minutes in code, hours and minutes on the page, never a float."""

MINUTES_PER_HOUR = 60


def words(minutes: int) -> str:
    """`90` is "1 hour 30 minutes"; the sign is the caller's to explain, so it is dropped."""
    hours, rest = divmod(abs(minutes), MINUTES_PER_HOUR)
    parts = [_counted(hours, "hour")] if hours else []
    if rest or not hours:
        parts.append(_counted(rest, "minute"))
    return " ".join(parts)


def short(minutes: int) -> str:
    """For tables and texts: "1h 30m", "45m", "-2h", with its sign."""
    sign = "-" if minutes < 0 else ""
    hours, rest = divmod(abs(minutes), MINUTES_PER_HOUR)
    if not hours:
        return f"{sign}{rest}m"
    return f"{sign}{hours}h {rest}m" if rest else f"{sign}{hours}h"


def balance_words(minutes: int) -> str:
    """A balance as a kind sentence part: given more, had more, or even."""
    if minutes > 0:
        return f"{words(minutes)} to spend"
    if minutes < 0:
        return f"{words(minutes)} more help had than given so far"
    return "given and had just as much"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
