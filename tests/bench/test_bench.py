"""The figures' own arithmetic, and that each module of figures can be measured."""

import asyncio

import pytest

from tests.bench import registry
from tests.bench.figure import Figure

KEYS = {"name", "value", "unit", "baseline", "ratio", "target", "better", "met"}


def test_a_figure_is_compared_with_its_baseline() -> None:
    figure = Figure("a.rate", 50, "a second", "higher", baseline=200, target=0.25)

    assert set(figure.entry()) == KEYS
    assert (figure.ratio, figure.met) == (0.25, True)
    assert "0.25 of 200" in figure.line()


def test_without_a_baseline_the_value_itself_has_the_target() -> None:
    assert Figure("a.time", 9, "milliseconds", "lower", target=10).met is True
    assert Figure("a.time", 11, "milliseconds", "lower", target=10).met is False


def test_without_a_target_nothing_is_met_or_missed() -> None:
    assert Figure("a.rate", 50, "a second", "higher", baseline=200).met is None


@pytest.mark.parametrize(("value", "ratio", "met"), [(0, 1.0, True), (3, None, False)])
def test_of_a_baseline_of_nought(value: int, ratio: float | None, met: bool) -> None:
    figure = Figure("a.count", value, "queries", "lower", baseline=0, target=1.0)

    assert (figure.ratio, figure.met) == (ratio, met)


def test_every_module_of_figures_is_found_and_can_be_chosen_by_name() -> None:
    names = [bench.name for bench in registry.chosen([])]

    assert {"ledger", "web_home", "web_queries", "web_webhook"} <= set(names)
    assert [bench.name for bench in registry.chosen(["web_q"])] == ["web_queries"]
    assert all(asyncio.iscoroutinefunction(bench.measure) for bench in registry.chosen([]))
