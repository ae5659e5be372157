"""Larkfield: a few invented streets, somewhere in the south-east of London and nowhere on its map."""

from dataclasses import dataclass

from timebank.communities.places import Place


@dataclass(frozen=True)
class Street:
    """A street, its postcode, and how likely somebody is to live there."""

    name: str
    place: Place
    weight: int


def _street(name: str, inward: str, north: float, east: float, weight: int) -> Street:
    return Street(name, Place(f"SE15 {inward}", 51.4700 + north / 1000, -0.0600 + east / 1000), weight)


STREETS = (
    _street("Larkfield Road", "3CV", 0.0, 0.0, 9),
    _street("Foxglove Lane", "3CK", 1.4, -0.8, 7),
    _street("Sorrel Court", "3CM", 0.6, 1.9, 10),
    _street("Teasel Street", "3IV", -1.7, 2.6, 6),
    _street("Bramley Gardens", "3KM", 2.9, 1.1, 5),
    _street("Quince Walk", "3KO", 3.8, -2.2, 5),
    _street("Old Mill Close", "3MV", -3.1, -1.6, 6),
    _street("Peartree House", "3MC", -0.9, -3.4, 8),
    _street("Linnet Street", "3OV", 4.6, 3.7, 4),
    _street("Meadowsweet Road", "3VK", -4.4, 4.1, 5),
    _street("Damson Terrace", "4CV", 6.3, -4.8, 3),
    _street("Haymarket Rise", "4KM", -6.8, -5.2, 3),
    _street("Wren Villas", "4MO", 8.4, 6.6, 2),
)
HALL = _street("The Old Library, Larkfield Road", "3CO", 0.1, 0.1, 0)
ALL_PLACES = tuple(street.place for street in (*STREETS, HALL))
