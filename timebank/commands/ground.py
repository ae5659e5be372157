"""The servers a command stands on: those in the environment, or the local ones for the command's length."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from timebank.embedded.servers import LocalServers
from timebank.embedded.state import Urls
from timebank.settings import Settings

_PATIENCE_SECONDS = 1.5


@contextmanager
def standing(settings: Settings) -> Iterator[Settings]:
    """Settings whose addresses all lead somewhere; the environment, which web and workers read, agrees."""
    if settings.database_url and settings.redis_url:
        yield settings
        return
    with local(settings) as urls:
        yield with_local(settings, urls)


def local(settings: Settings) -> LocalServers:
    """The local servers of these settings, not yet asked for; a start that takes long says how far it is."""
    return LocalServers(
        settings.var_dir, durable=settings.environment != "test", progress=_tell_when_slow(time.monotonic())
    )


def _tell_when_slow(began: float) -> Callable[[str], None]:
    def tell(line: str) -> None:
        if time.monotonic() - began > _PATIENCE_SECONDS:
            print(f"{line} …", file=sys.stderr, flush=True)

    return tell


def with_local(settings: Settings, urls: Urls) -> Settings:
    """The settings with the local addresses where they had none, told to the environment too."""
    known: dict[str, str] = {}
    if settings.database_url is None:
        known |= {"database_url": urls.database_url, "database_owner_url": urls.owner_url}
    if settings.redis_url is None:
        known["redis_url"] = urls.redis_url
    os.environ.update({name.upper(): url for name, url in known.items()})
    return settings.model_copy(update=known)
