"""Logs: one line an event; JSON in production, readable elsewhere; never a whole telephone number."""

import logging
import re
import sys

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

from timebank.settings import Settings

_NUMBER = re.compile(r"(?<![\w.-])(?:\+44|0)[ -]?\d[\d -]{5,}(\d{3})(?!\w)")
_QUIET = ("asyncio", "httpx", "httpcore", "tortoise", "twilio")


def set_up(settings: Settings) -> None:
    """Send structlog's and the standard library's events to standard error, in one form."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        hide_numbers,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _last(settings)],
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def hide_numbers(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Leave only the last three digits of anything that looks like a British telephone number."""
    return {
        name: _NUMBER.sub(r"…\1", value) if isinstance(value, str) else value for name, value in event.items()
    }


def _last(settings: Settings) -> Processor:
    if settings.in_production:
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=False)
