"""Who is here already: the same person by name, birth date, postcode and a number in common."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from tortoise.queryset import QuerySet

from timebank.members import rules
from timebank.members.application import Application
from timebank.members.tables import PersonRow


class Known:
    """People by what tells one from another, in memory, so that a long list is one question."""

    def __init__(self, rows: Iterable[PersonRow]) -> None:
        self._people: dict[tuple[str, str], list[tuple[UUID, set[str]]]] = defaultdict(list)
        for row in rows:
            beginning = rules.match_beginning(row.first_name, row.last_name, row.born_on)
            numbers = {number for number in (row.mobile, row.landline) if number}
            self._people[beginning, row.postcode].append((row.id, numbers))

    def find(self, told: Application) -> UUID | None:
        """The person a checked application tells of."""
        alike = self._people.get((told.match_beginning, told.postcode), [])
        return next((key for key, numbers in alike if rules.same_telephone(numbers, told.numbers)), None)

    def add(self, person_id: UUID, told: Application) -> None:
        """Know one more."""
        self._people[told.match_beginning, told.postcode].append((person_id, told.numbers))


async def here_now(timebank_id: UUID, told: Application) -> Known:
    """Those of the application's name and birth date who have not left."""
    alike = PersonRow.filter(
        timebank_id=timebank_id, match_key__startswith=told.match_beginning, left_at=None
    )
    return await _known(alike)


async def ever_here(timebank_id: UUID) -> Known:
    """Everybody of the timebank, those who left as well."""
    return await _known(PersonRow.filter(timebank_id=timebank_id))


async def _known(people: QuerySet[PersonRow]) -> Known:
    columns = ("id", "first_name", "last_name", "born_on", "postcode", "mobile", "landline")
    return Known(await people.order_by("joined_at", "id").only(*columns))
