"""`python -m tests.bench [NAME …]`: measure all figures, or those whose modules' names begin so."""

import json
import sys

import uvloop

from tests.bench import ground, registry
from tests.stores import ROOT

WRITTEN = ROOT / "var" / "bench.json"


async def main(names: list[str]) -> None:
    """Print a line a figure and write them all. A missed target is said, not an error: machines differ."""
    measured = []
    async with ground.prepared() as prepared:
        for bench in registry.chosen(names):
            for figure in await bench.measure(prepared):
                print(figure.line(), flush=True)
                measured.append(figure)
    WRITTEN.write_text(json.dumps([figure.entry() for figure in measured], indent=2) + "\n", encoding="utf-8")
    missed = [figure.name for figure in measured if figure.met is False]
    if missed:
        print(f"Targets missed: {', '.join(missed)}.")


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1:]))
