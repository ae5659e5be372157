"""Read every report a small village could have, as somebody would who knows the rules and wants more.

A report gives a number away when every village that would have had the same
report agrees on it. So we print the report of every village there can be, put
those with equal reports together, and look whether some number of 1 to 4 is the
same in all of a group.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timebank.reporting import disclosure, indicators
from timebank.reporting.values import Amount, Count, Measure, Released, Share

NEAR = {definition.name: definition.near for definition in indicators.DEFINITIONS}
Printed = tuple[Released, ...]


class Ages(NamedTuple):
    """How many members, of known age, and of those 65 or over."""

    members: int
    known: int
    old: int


class Doings(NamedTuple):
    """How many members, active members, members who exchanged in the period, and who did both."""

    members: int
    active: int
    either: int
    both: int


def of_ages(world: Ages) -> Printed:
    """What is printed of members and their ages."""
    unknown = world.members - world.known
    return _printed(
        {
            "members": Count(world.members),
            "share_of_members_65_plus": Share(world.old, world.known, unknown),
        }
    )


def of_doings(world: Doings) -> Printed:
    """What is printed of members and what they do."""
    return _printed(
        {
            "members": Count(world.members),
            "active_members": Count(world.active),
            "reciprocity_rate": Share(world.both, world.either),
        }
    )


def _printed(measures: dict[str, Measure]) -> Printed:
    return tuple(disclosure.release(measures, NEAR).values())


def _all_ages(most: int) -> Iterator[Ages]:
    for members in range(most + 1):
        for known in range(members + 1):
            for old in range(known + 1):
                yield Ages(members, known, old)


def _all_doings(most: int) -> Iterator[Doings]:
    """Those who exchanged may since have left, so that they can be more than the members."""
    for members in range(most + 1):
        for active in range(members + 1):
            for either in range(most + disclosure.LARGEST_SMALL + 1):
                for both in range(either + 1):
                    yield Doings(members, active, either, both)


AGE_SECRETS: dict[str, Callable[[Ages], int]] = {
    "members": lambda world: world.members,
    "of known age": lambda world: world.known,
    "of unknown age": lambda world: world.members - world.known,
    "65 or over": lambda world: world.old,
    "under 65": lambda world: world.known - world.old,
    "under 65 or of unknown age": lambda world: world.members - world.old,
}
DOING_SECRETS: dict[str, Callable[[Doings], int]] = {
    "members": lambda world: world.members,
    "active": lambda world: world.active,
    "not active": lambda world: world.members - world.active,
    "exchanged": lambda world: world.either,
    "did both": lambda world: world.both,
    "did one": lambda world: world.either - world.both,
    "active and did not exchange in the period": lambda world: world.active - world.either,
    "exchanged in the period and no longer active": lambda world: world.either - world.active,
    "did not exchange": lambda world: world.members - world.either,
    "exchanged and left": lambda world: world.either - world.members,
}


def _given_away(reports: dict[Printed, set[int]]) -> list[tuple[Printed, int]]:
    return [
        (printed, next(iter(values)))
        for printed, values in reports.items()
        if len(values) == 1 and disclosure.is_small(next(iter(values)))
    ]


@pytest.mark.parametrize("secret", AGE_SECRETS)
def test_no_report_gives_a_small_number_of_ages_away(secret: str) -> None:
    reports: dict[Printed, set[int]] = defaultdict(set)
    for world in _all_ages(26):
        reports[of_ages(world)].add(AGE_SECRETS[secret](world))

    assert _given_away(reports) == []


@pytest.fixture(scope="module")
def doings() -> list[tuple[Doings, Printed]]:
    """Every small village's report of what its members do."""
    return [(world, of_doings(world)) for world in _all_doings(20)]


@pytest.mark.parametrize("secret", DOING_SECRETS)
def test_no_report_gives_a_small_number_of_doings_away(
    secret: str, doings: list[tuple[Doings, Printed]]
) -> None:
    reports: dict[Printed, set[int]] = defaultdict(set)
    for world, printed in doings:
        reports[printed].add(DOING_SECRETS[secret](world))

    assert _given_away(reports) == []


@pytest.mark.parametrize("secret", DOING_SECRETS)
def test_nor_to_somebody_who_knows_that_nobody_left_and_the_period_holds_the_ninety_days(
    secret: str, doings: list[tuple[Doings, Printed]]
) -> None:
    reports: dict[Printed, set[int]] = defaultdict(set)
    for world, printed in doings:
        if world.active <= world.either <= world.members:
            reports[printed].add(DOING_SECRETS[secret](world))

    assert _given_away(reports) == []


@settings(deadline=None, max_examples=50)
@given(members=st.integers(5, 1500), unknown=st.integers(1, 4), data=st.data())
def test_in_a_large_timebank_a_few_unknown_ages_stay_unknown(
    members: int, unknown: int, data: st.DataObject
) -> None:
    known = members - unknown
    old = data.draw(st.integers(0, known))
    printed = of_ages(Ages(members, known, old))

    fits = {
        possible
        for possible in range(max(members - 4, 0), members + 1)
        for part in _parts_about(printed[1].value, possible)
        if of_ages(Ages(members, possible, part)) == printed
    }
    assert printed[1].n is None
    assert printed[1].missing is None
    assert printed[1].suppressed or len(fits) >= 2


@settings(deadline=None)
@given(part=st.integers(0, 500), rest=st.integers(0, 500))
def test_a_share_is_printed_just_when_part_rest_and_whole_are_nought_or_five_and_more(
    part: int, rest: int
) -> None:
    printed = disclosure.release({"share": Share(part, part + rest)}, {})["share"]

    small = [number for number in (part, rest, part + rest) if 1 <= number <= 4]
    assert printed.suppressed == bool(small)
    assert (printed.value is None) == (bool(small) or part + rest == 0)


@settings(deadline=None)
@given(st.integers(0, 2000), st.integers(0, 2000), st.integers(0, 2000), st.integers(0, 2000))
def test_no_two_printed_numbers_of_nearly_the_same_people_differ_by_one_to_four(
    members: int, active: int, either: int, both: int
) -> None:
    printed = of_doings(Doings(members, min(active, members), either, min(both, either)))
    numbers = [released.n for released in printed if released.n is not None]

    differences = {abs(one - other) for one in numbers for other in numbers}
    assert differences.isdisjoint({1, 2, 3, 4})
    assert not {1, 2, 3, 4}.intersection(numbers)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_count_of_one_to_four_is_withheld(number: int) -> None:
    assert disclosure.release({"members": Count(number)}, {})["members"] == disclosure.WITHHELD


@pytest.mark.parametrize("number", [0, 5, 120])
def test_other_counts_are_printed_as_they_are(number: int) -> None:
    printed = disclosure.release({"members": Count(number)}, {})["members"]
    assert printed == Released(Decimal(number), number, 0, suppressed=False)


def test_active_members_give_way_when_only_a_few_members_are_not_active() -> None:
    members, active, _ = of_doings(Doings(members=40, active=37, either=20, both=10))
    assert members.value == 40
    assert active == disclosure.WITHHELD


def test_a_share_that_must_hide_its_n_is_in_whole_percents() -> None:
    _, share = of_ages(Ages(members=120, known=117, old=88))
    assert share == Released(Decimal(75), None, None, suppressed=False)  # 75.2 would say 117


def test_a_share_that_only_one_n_could_give_is_withheld() -> None:
    _, share = of_ages(Ages(members=20, known=17, old=7))  # 41 % is 7 of 17 and of no other number near
    assert share == disclosure.WITHHELD


def test_a_sum_is_printed_without_a_small_n_and_a_median_is_not_printed() -> None:
    measures: dict[str, Measure] = {
        "hours": Amount(Decimal("0.75"), n=1),
        "median": Amount(Decimal(3), n=4, missing=9, tells_of_one=True),
        "long median": Amount(Decimal(3), n=5, missing=2, tells_of_one=True),
    }
    printed = disclosure.release(measures, {})

    assert printed["hours"] == Released(Decimal("0.75"), None, 0, suppressed=False)
    assert printed["median"] == disclosure.WITHHELD
    assert printed["long median"] == Released(Decimal(3), 5, None, suppressed=False)


def test_missing_within_a_share_does_not_leave_a_small_rest() -> None:
    visits = Share(part=20, whole=30, missing=8, missing_is_within=True)  # two were surely not completed
    assert disclosure.release({"fill": visits}, {})["fill"].missing is None


def _parts_about(value: Decimal | None, whole: int) -> range:
    if value is None:
        return range(0)
    about = int(value * whole / 100)
    spread = whole // 50 + 2
    return range(max(about - spread, 0), min(about + spread, whole) + 1)
