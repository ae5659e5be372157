"""A process with a child of its own: `python -m tests.ground.family FILE [PORT]`.

Both numbers go to FILE, then both wait; with a port it answers 200 there meanwhile.
"""

import os
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()


if __name__ == "__main__":
    grandchild = subprocess.Popen(["sleep", "600"])
    Path(sys.argv[1]).write_text(f"{os.getpid()} {grandchild.pid}")
    if len(sys.argv) > 2:
        HTTPServer(("127.0.0.1", int(sys.argv[2])), _Answer).serve_forever()
    time.sleep(600)
