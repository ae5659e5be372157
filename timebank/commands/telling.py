"""Saying something to the person at the keyboard, who may have gone."""

import os
import sys


def say(line: str) -> None:
    """Print a line at once; when nobody can hear it any more, go on in silence."""
    try:
        print(line, flush=True)
    except OSError:  # the terminal or the pipe has gone, and what we run must still be ended
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
