"""All figures there are: every module of tests/bench/figures."""

import pkgutil
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from tests.bench import figures
from tests.bench.figure import Figure
from tests.bench.ground import Ground

Measure = Callable[[Ground], Awaitable[list[Figure]]]


@dataclass(frozen=True)
class Bench:
    """One module of figures: its name and how to measure them."""

    name: str
    measure: Measure


def chosen(names: list[str]) -> Iterator[Bench]:
    """The modules whose names begin with one of these; all where none is named."""
    for module in pkgutil.iter_modules(figures.__path__):
        if not names or module.name.startswith(tuple(names)):
            found = import_module(f"{figures.__name__}.{module.name}")
            yield Bench(module.name, found.measure)
