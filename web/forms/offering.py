"""What somebody would do for others, a word about it, and when in the week they are usually free."""

from typing import Annotated, cast

from timebank.listings import offers, tasks
from timebank.listings.offers import Part
from web.forms import fields, reading
from web.forms.filled import Filled

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def parts_of_week() -> list[str]:
    """As in "0-morning" for Monday morning: the values of the boxes."""
    return [f"{weekday}-{part}" for weekday in offers.WEEKDAYS for part in offers.PARTS]


class Offering(reading.Form):
    """All of it may be left empty: that is somebody who offers nothing for now."""

    offers: Annotated[list[str], fields.ticks(lambda: [task.slug for task in tasks.all_tasks()])]
    told: Annotated[str, fields.words(most=offers.MOST_TOLD_LENGTH)]
    free: Annotated[list[str], fields.ticks(parts_of_week)]

    @property
    def free_times(self) -> set[tuple[int, Part]]:
        """As the use case is told them."""
        split = (box.split("-") for box in self.free)
        return {(int(weekday), cast(Part, part)) for weekday, part in split}


def filled(held: list[offers.Offer], free: frozenset[tuple[int, Part]]) -> Filled:
    """The form as it stands for somebody now."""
    told = next((offer.told for offer in held if offer.told), "")
    return Filled(
        {
            "offers": tuple(offer.task for offer in held),
            "told": (told,),
            "free": tuple(f"{weekday}-{part}" for weekday, part in sorted(free)),
        }
    )
