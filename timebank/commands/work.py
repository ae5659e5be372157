"""`timebank work`: the worker. It is found by name, because the product never imports its edges."""

import argparse
from importlib import import_module

from timebank.settings import Settings


def add(_parser: argparse.ArgumentParser) -> None:
    """It has no arguments."""


def run(_options: argparse.Namespace, _settings: Settings) -> int:
    """Work until told to stop; the worker reads its settings from the environment."""
    return int(import_module("workers.main").main())
