"""What people of an age tend to ask for, and to give; drawn by chance, with a heavy tail."""

from random import Random

from timebank.commands.demonstration.neighbour import Habit
from timebank.listings.offers import PARTS, Part
from timebank.safeguarding.rules import CheckKind

# Kind of help, how often it is asked for, and for about how many minutes.
WANTED: tuple[tuple[str, int, int], ...] = (
    ("shopping", 12, 60),
    ("befriending", 11, 60),
    ("gardening", 9, 90),
    ("tech_help", 9, 60),
    ("lift", 7, 90),
    ("walk", 7, 45),
    ("go_with", 6, 120),
    ("lightbulb", 6, 30),
    ("phone_chat", 6, 30),
    ("prescription", 5, 30),
    ("form_filling", 4, 60),
    ("diy_small", 4, 60),
    ("errand", 4, 45),
    ("letter_reading", 3, 45),
    ("sewing", 3, 60),
    ("cooking", 3, 90),
    ("pet_walking", 3, 60),
    ("games_cards", 3, 90),
    ("moving_items", 3, 45),
    ("tv_radio", 2, 30),
    ("language_practice", 2, 60),
    ("teaching", 2, 60),
    ("knitting_crafts", 2, 90),
)
_FROM_AN_ARMCHAIR = ("phone_chat", "sewing", "games_cards", "letter_writing", "knitting_crafts", "teaching")
_ON_ONES_FEET = ("walk", "befriending", "go_with", "prescription", "errand", "shopping", "cooking")
_ABLE = ("gardening", "tech_help", "lightbulb", "diy_small", "moving_items", "tv_radio", "form_filling")
_WITH_A_CAR = ("lift", "shopping")
_ANYBODY = ("lunch_club", "event_help", "leafleting", "language_practice", "pet_walking", "letter_reading")


def of_age(rng: Random, years: int) -> Habit:
    """The habits of somebody of so many years."""
    gives_chance = 0.58 if years >= 80 else 0.75 if years >= 65 else 0.92
    asks_chance = 0.96 if years >= 80 else 0.86 if years >= 65 else 0.78
    gives = rng.paretovariate(1.5) if rng.random() < gives_chance else 0.0
    asks = rng.lognormvariate(0.0, 0.7) if rng.random() < asks_chance else 0.0
    if years < 65:
        asks *= 0.6
    if not gives:
        return Habit(asks=asks)
    offers = _offers(rng, years)
    return Habit(
        asks=asks,
        gives=gives,
        yes=min(0.7, 0.27 * gives**0.5),
        offers=offers,
        free=_free(rng, years),
        checks=_checks(rng, offers),
    )


def wish(rng: Random) -> tuple[str, int]:
    """A kind of help that is wanted, and for about how many minutes."""
    task, _, minutes = rng.choices(WANTED, [weight for _, weight, _ in WANTED])[0]
    longer = rng.choices((0.5, 1, 1.5, 2, 3), (10, 60, 15, 12, 3))[0]
    return task, max(15, round(minutes * longer / 15) * 15)


def _offers(rng: Random, years: int) -> tuple[str, ...]:
    likes = list(_FROM_AN_ARMCHAIR + _ANYBODY)
    if years < 84:
        likes += _ON_ONES_FEET * 2
    if years < 76:
        likes += _ABLE * 2
    if years < 72 and rng.random() < 0.4:
        likes += _WITH_A_CAR * 4
    wanted = rng.randrange(3, 6)
    return tuple(dict.fromkeys(rng.choice(likes) for _ in range(wanted)))


def _free(rng: Random, years: int) -> frozenset[tuple[int, Part]]:
    """Working people have evenings and weekends, others most of the week; one in four never says."""
    if rng.random() < 0.25:
        return frozenset()
    at_work = years < 66 and rng.random() < 0.6
    return frozenset(
        (day, part)
        for day in range(7)
        for part in PARTS
        if rng.random() < (0.75 if not at_work and part != "evening" else 0.5 if day > 4 or at_work else 0.15)
    )


def _checks(rng: Random, offers: tuple[str, ...]) -> tuple[tuple[CheckKind, int], ...]:
    """References for everybody, a DBS check for most; some run out within the year and stay so."""
    held: list[tuple[CheckKind, int]] = [("references", 2000)]
    if rng.random() < 0.85:
        level: CheckKind = "enhanced" if rng.random() < 0.6 else "basic"
        held.append((level, rng.randrange(60, 300) if rng.random() < 0.12 else 1095))
    if "lift" in offers:
        held.append(("driving", rng.randrange(100, 365)))
    return tuple(held)
