"""A small demonstration of two families: `python -m tests.ground.supervised FOLDER PORT`."""

import os
import sys
from pathlib import Path

from timebank.commands.child import Child
from timebank.commands.stopping import asked
from timebank.commands.supervising import Supervisor
from timebank.commands.telling import say

if __name__ == "__main__":
    asked.listen()
    folder, port = Path(sys.argv[1]), sys.argv[2]
    say("listening")
    children = [
        Child("first", ["tests.ground.family", str(folder / "first"), port], folder / "first.log"),
        Child("second", ["tests.ground.family", str(folder / "second")], folder / "second.log"),
    ]
    supervisor = Supervisor(children, asked, say)
    supervisor.run(dict(os.environ), None, [f"http://127.0.0.1:{port}/"], lambda: "welcome")
    say("stopped")
