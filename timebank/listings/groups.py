"""The kinds of help in friendly groups, so that a long list can be read like a shop's shelves. Pure."""

from dataclasses import dataclass

from timebank.listings import tasks
from timebank.listings.tasks import Task


@dataclass(frozen=True)
class Group:
    """A heading and the kinds of help under it, in the order of the task list."""

    name: str
    tasks: tuple[Task, ...]


OFTEN_ASKED = (
    "shopping",
    "lift",
    "lightbulb",
    "prescription",
    "befriending",
    "gardening",
    "tech_help",
    "walk",
)
"""What is asked for most, to stand first."""

_SLUGS: tuple[tuple[str, str], ...] = (
    ("Out and about", "shopping prescription errand lift go_with walk transport_advice cycling"),
    (
        "Around the house",
        "lightbulb diy_small odd_jobs moving_items decorating cleaning_light laundry_ironing window_cleaning"
        " tv_radio plants_post home_check swap_goods_repair",
    ),
    ("Garden and outdoors", "gardening garden_heavy bins_snow pet_walking pet_care"),
    ("Letters, forms and computers", "letter_reading form_filling letter_writing tech_help translation"),
    (
        "Company and a listening ear",
        "befriending phone_chat sitting carer_chat peer_support bereavement reading_to",
    ),
    ("Food and making things", "cooking food_sharing sewing knitting_crafts photo_family"),
    ("Learning and enjoying", "games_cards music teaching language_practice exercise"),
    ("Helping the timebank", "event_help lunch_club leafleting admin_help"),
)


def all_groups() -> tuple[Group, ...]:
    """Every kind of help once, grouped."""
    return tuple(Group(name, tuple(tasks.get(slug) for slug in slugs.split())) for name, slugs in _SLUGS)


def often_asked() -> tuple[Task, ...]:
    """The few kinds that most people come for."""
    return tuple(tasks.get(slug) for slug in OFTEN_ASKED)


def the_rest() -> tuple[Group, ...]:
    """The groups without the kinds that `often_asked` names."""
    left = (
        (group.name, tuple(t for t in group.tasks if t.slug not in OFTEN_ASKED)) for group in all_groups()
    )
    return tuple(Group(name, kinds) for name, kinds in left if kinds)
