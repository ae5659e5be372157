"""One measured figure, its line on the screen and its entry in var/bench.json. Pure."""

from dataclasses import dataclass
from typing import Any, Literal

Better = Literal["higher", "lower"]


@dataclass(frozen=True)
class Figure:
    """A value and, where it is compared, its baseline of the same run.

    `target` is for the ratio where there is a baseline, else for the value.
    """

    name: str
    value: float
    unit: str
    better: Better
    baseline: float | None = None
    target: float | None = None

    @property
    def ratio(self) -> float | None:
        """The value by its baseline; of nothing by nothing it is 1: neither grew."""
        if self.baseline is None:
            return None
        if self.baseline == 0:
            return 1.0 if self.value == 0 else None
        return self.value / self.baseline

    @property
    def met(self) -> bool | None:
        """Whether the target was met; None where there is none."""
        if self.target is None:
            return None
        reached = self.value if self.baseline is None else self.ratio
        if reached is None:
            return False
        return reached >= self.target if self.better == "higher" else reached <= self.target

    def entry(self) -> dict[str, Any]:
        """As var/bench.json holds it."""
        return {
            "name": self.name,
            "value": _rounded(self.value),
            "unit": self.unit,
            "baseline": _rounded(self.baseline),
            "ratio": _rounded(self.ratio),
            "target": self.target,
            "better": self.better,
            "met": self.met,
        }

    def line(self) -> str:
        """As it is printed."""
        parts = [f"{self.name:<34}", f"{_rounded(self.value):>12,} {self.unit}"]
        if self.baseline is not None:
            parts.append(f"{self.ratio or 0:.2f} of {_rounded(self.baseline):,}")
        if self.target is not None:
            sign = "at least" if self.better == "higher" else "at most"
            parts.append(f"{'met' if self.met else 'NOT MET'} ({sign} {self.target})")
        return "  ".join(parts)


def _rounded(number: float | None) -> float | None:
    """Four figures say all that such a measurement knows."""
    return None if number is None else float(f"{number:.4g}")
