"""From what the queries counted to measures. Pure."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from timebank.reporting.values import Amount, Count, Measure, Share

_HUNDREDTHS = Decimal("0.01")
_MINUTES_PER_HOUR = 60
_SECONDS_PER_HOUR = 3600


def of(counted: Mapping[str, Any]) -> dict[str, Measure]:
    """One measure for each definition of indicators.py, by its name, in its order."""
    median = counted["median_seconds"]
    return {
        "members": Count(counted["members"]),
        "active_members": Count(counted["active_members"]),
        "hours_exchanged": Amount(
            _hours(counted["minutes"], _MINUTES_PER_HOUR),
            n=counted["exchanges"],
            missing=counted["exchanges_without_minutes"],
        ),
        "reciprocity_rate": Share(counted["gave_and_received"], counted["gave_or_received"]),
        "fill_rate": Share(
            counted["filled"],
            counted["closed_or_past"],
            counted["not_yet_confirmed"],
            missing_is_within=True,
        ),
        "median_time_to_match": Amount(
            None if median is None else _hours(round(median), _SECONDS_PER_HOUR),
            n=counted["matched"],
            missing=counted["unmatched"],
            tells_of_one=True,
        ),
        "new_connections": Count(counted["new_connections"]),
        "share_of_members_65_plus": Share(
            counted["members_65_plus"],
            counted["members_of_known_age"],
            counted["members"] - counted["members_of_known_age"],
        ),
    }


def _hours(units: int, units_per_hour: int) -> Decimal:
    return (Decimal(units) / units_per_hour).quantize(_HUNDREDTHS, ROUND_HALF_UP)
