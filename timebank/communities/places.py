"""Where postcodes are, and how far apart."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from timebank.communities.tables import PlaceRow

EARTH_MILES = 3958.8


@dataclass(frozen=True)
class Place:
    """A postcode's middle, in degrees."""

    postcode: str
    latitude: float
    longitude: float


def miles_between(one: Place, other: Place) -> float:
    """Great-circle distance in miles (haversine formula)."""
    first, second = math.radians(one.latitude), math.radians(other.latitude)
    half_lat = (second - first) / 2
    half_lon = math.radians(other.longitude - one.longitude) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(first) * math.cos(second) * math.sin(half_lon) ** 2
    return 2 * EARTH_MILES * math.asin(math.sqrt(chord))


async def add(places: Iterable[Place]) -> None:
    """Load places; one already known is moved to where it is now said to be."""
    await PlaceRow.bulk_create(
        [PlaceRow(postcode=p.postcode, latitude=p.latitude, longitude=p.longitude) for p in places],
        on_conflict=["postcode"],
        update_fields=["latitude", "longitude"],
    )


async def many(postcodes: Iterable[str]) -> dict[str, Place]:
    """Those of the postcodes that are known."""
    found = await PlaceRow.filter(postcode__in=list(set(postcodes)))
    return {row.postcode: Place(row.postcode, row.latitude, row.longitude) for row in found}
