"""Which messages a list request means, and one page of them with Twilio's paging fields. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from web.handsets import refusals
from web.handsets.message import Message

_FILTERS = ("To", "From", "DateSent", "DateSent<", "DateSent>", "PageSize")
LARGEST_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its messages, and the fields that say where it stands."""

    messages: Sequence[Message]
    fields: dict[str, object]


def select(messages: Sequence[Message], query: Mapping[str, str]) -> list[Message]:
    """The messages that match, newest first. One not yet sent has no date and matches no date filter."""
    found = [message for message in messages if _fits(message, query)]
    return sorted(found, key=lambda message: message.created_at, reverse=True)


def page(messages: Sequence[Message], path: str, query: Mapping[str, str]) -> Page:
    """The page asked for by Page (from 0) and PageSize (50, at most 1000)."""
    size = min(max(_number(query, "PageSize", 50), 1), LARGEST_PAGE)
    index = max(_number(query, "Page", 0), 0)
    start = index * size
    shown = messages[start : start + size]
    kept = {name: query[name] for name in _FILTERS if name in query}

    def uri(wanted: int) -> str:
        return f"{path}?{urlencode(kept | {'PageSize': str(size), 'Page': str(wanted)})}"

    fields: dict[str, object] = {
        "page": index,
        "page_size": size,
        "start": start,
        "end": start + max(len(shown) - 1, 0),
        "uri": uri(index),
        "first_page_uri": uri(0),
        "previous_page_uri": uri(index - 1) if index else None,
        "next_page_uri": uri(index + 1) if start + size < len(messages) else None,
    }
    return Page(shown, fields)


def _fits(message: Message, query: Mapping[str, str]) -> bool:
    if query.get("To", message.to) != message.to or query.get("From", message.sender) != message.sender:
        return False
    wanted = {sign: query[f"DateSent{sign}"] for sign in ("", "<", ">") if f"DateSent{sign}" in query}
    if not wanted:
        return True
    return message.sent_at is not None and all(_in_time(message.sent_at, *item) for item in wanted.items())


def _in_time(sent_at: datetime, sign: str, value: str) -> bool:
    """A bare date stands for the whole day; a date with a time for that moment."""
    try:
        start = datetime.fromisoformat(value)
    except ValueError:
        raise refusals.Refused(400, 20001, "DateSent is not a date") from None
    start = start if start.tzinfo else start.replace(tzinfo=UTC)
    end = start + (timedelta(seconds=1) if "T" in value else timedelta(days=1))
    if sign == ">":
        return sent_at >= start
    if sign == "<":
        return sent_at < end
    return start <= sent_at < end


def _number(query: Mapping[str, str], name: str, default: int) -> int:
    value = query.get(name, "")
    return int(value) if value.isdecimal() else default
