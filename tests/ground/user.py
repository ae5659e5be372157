"""A user of the local servers: `python -m tests.ground.user VAR_DIR` stays until it is told a line."""

import sys
from pathlib import Path

from timebank.embedded.servers import LocalServers

if __name__ == "__main__":
    with LocalServers(Path(sys.argv[1]), durable=False) as urls:
        print(urls.owner_url, flush=True)
        sys.stdin.readline()
