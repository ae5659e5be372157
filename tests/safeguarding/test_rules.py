"""The gate's rules: levels, driving, and the day a check runs out."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from timebank.listings import tasks
from timebank.safeguarding import gate, requirements, rules
from timebank.safeguarding.rules import Check, Requirement

VISIT = date(2026, 6, 9)
LATER = VISIT + timedelta(days=100)

kinds = st.sampled_from(rules.CHECK_KINDS)
levels = st.sampled_from(rules.LEVELS)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
checks = st.builds(Check, kinds, days, st.none() | days)


def test_a_higher_check_stands_for_a_lower_one() -> None:
    enhanced = [Check("enhanced", date(2024, 1, 1), LATER)]
    assert gate.missing("walk", enhanced, VISIT) == []
    assert gate.missing("lightbulb", enhanced, VISIT) == []
    assert gate.missing("befriending", enhanced, VISIT) == []


def test_a_lower_check_is_not_enough() -> None:
    basic = [Check("references", date(2024, 1, 1)), Check("basic", date(2024, 1, 1), LATER)]
    assert gate.missing("befriending", basic, VISIT) == ["an enhanced DBS check"]


def test_who_drives_shows_licence_and_insurance_too() -> None:
    enhanced = Check("enhanced", date(2024, 1, 1), LATER)
    assert gate.missing("lift", [enhanced], VISIT) == ["a driving licence and insurance that we have seen"]
    assert gate.missing("lift", [enhanced, Check("driving", date(2026, 1, 1), VISIT)], VISIT) == []


def test_a_check_is_good_on_its_last_day_and_not_on_the_next() -> None:
    held = [Check("basic", date(2024, 1, 1), VISIT)]
    assert gate.missing("lightbulb", held, VISIT) == []
    assert gate.missing("lightbulb", held, VISIT + timedelta(days=1)) == [
        "a basic DBS check (the last one runs out on 9 June 2026)"
    ]


def test_a_check_counts_from_the_day_it_was_passed() -> None:
    assert gate.missing("walk", [Check("references", LATER)], VISIT) == ["two references"]


def test_some_help_needs_no_check() -> None:
    assert gate.missing("leafleting", [], VISIT) == []


def test_the_requirements_are_those_of_the_task_list() -> None:
    for task in tasks.all_tasks():
        assert requirements.of(task.slug) == Requirement(task.check, drives=task.setting == "vehicle")


@given(levels, st.booleans(), st.lists(checks, max_size=6), checks, days)
def test_another_check_never_closes_the_gate(
    level: rules.Level, drives: bool, held: list[Check], more: Check, on: date
) -> None:
    required = Requirement(level, drives)
    if not rules.unmet(required, held, on):
        assert not rules.unmet(required, [*held, more], on)


@given(st.booleans(), st.lists(checks, max_size=6), days)
def test_who_passes_a_higher_gate_passes_every_lower_one(drives: bool, held: list[Check], on: date) -> None:
    opened = [not rules.unmet(Requirement(level, drives), held, on) for level in rules.LEVELS]
    assert opened == sorted(opened, reverse=True)
