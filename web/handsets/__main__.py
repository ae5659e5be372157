"""Run the pretend phone network: `python -m web.handsets`."""

import os
import sys

import uvicorn

from web.handsets import app, settings


def main() -> int:
    """Listen on this machine only, until told to stop."""
    try:
        chosen = settings.read(os.environ)
    except settings.Missing as missing:
        print(missing, file=sys.stderr)
        return 2
    uvicorn.run(
        app.build(chosen),
        host="127.0.0.1",
        port=chosen.port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=2,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
