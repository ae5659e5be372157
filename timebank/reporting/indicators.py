"""Every figure's definition, as data. A change to a formula is a new version of the definitions.

The numbers (B1 …) are those of the domain brief's table of indicators.
"""

from dataclasses import dataclass

VERSION = "1"


@dataclass(frozen=True)
class Definition:
    """One figure: what `n` and `missing` count, in words, and its formula.

    `near` names earlier figures that count nearly the same people (disclosure.py).
    """

    name: str
    label: str
    unit: str
    formula: str
    counted: str
    not_known: str = "not known"
    near: tuple[str, ...] = ()


_COUNTED = "An exchange counts once it is confirmed and not undone, on the day of the visit, in British days."
_TRAILING = "the 90 days that end with the last day of the period"

DEFINITIONS = (
    Definition(
        "members",
        "Members",
        "people",
        "People with a live membership at the end of the last day, in all the council's timebanks; "
        "somebody known by birth date who is in two of them counts once (B1).",
        counted="members",
    ),
    Definition(
        "active_members",
        "Active members",
        "people",
        f"Members at the end of the last day who gave or received at least one exchange in {_TRAILING} (B2). "
        f"{_COUNTED}",
        counted="members",
        near=("members",),
    ),
    Definition(
        "hours_exchanged",
        "Hours exchanged",
        "hours",
        "Confirmed minutes of the period's exchanges, each exchange once, divided by 60; n is the exchanges. "
        f"Gifts from the community pot and opening credits are not exchanges (B5). {_COUNTED}",
        counted="exchanges",
        not_known="exchanges without their minutes",
    ),
    Definition(
        "reciprocity_rate",
        "Reciprocity rate",
        "percent",
        "Numerator: members who both gave and received at least one exchange in the period. Denominator (n): "
        "members who gave or received at least one. Help for the timebank itself is given, and received by "
        f"nobody (B7). {_COUNTED}",
        counted="members who gave or received",
        near=("members", "active_members"),
    ),
    Definition(
        "fill_rate",
        "Fill rate",
        "percent",
        "Of requests for a visit in the period that are closed or whose day is past, leaving out those "
        "withdrawn by the member and duplicates (n): those completed, that is, confirmed and not undone. "
        "Missing are those in n that are past and not yet confirmed; they count as not completed (B16).",
        counted="requests",
        not_known="of them past and still to be confirmed",
    ),
    Definition(
        "median_time_to_match",
        "Median time to match",
        "hours",
        "Of requests made in the period and matched (n): the median hours from the request to the helper's "
        "yes. Missing are those made in the period and unmatched, whatever became of them. Duplicates are "
        "left out, and of the unmatched those withdrawn by the member (B17).",
        counted="requests that found a helper",
        not_known="requests that found none",
    ),
    Definition(
        "new_connections",
        "New connections",
        "pairs",
        "Pairs of people, whoever helped whom, whose first exchange ever is in the period; help for the "
        f"timebank itself makes no pair (B12). {_COUNTED}",
        counted="pairs",
    ),
    Definition(
        "share_of_members_65_plus",
        "Share of members 65+",
        "percent",
        "Numerator: members at the end of the last day who are 65 or over on it. Denominator (n): members "
        "whose birth date is known; missing are members whose birth date is not (as B11, for all members).",
        counted="members whose birth date is known",
        not_known="members whose birth date is not known",
        near=("members",),
    ),
)
