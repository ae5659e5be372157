"""What has been queued or sent, read as a person would read their telephone."""

from tests.cast import Player
from timebank.messaging.tables import OutgoingTextRow


class Texts:
    """The outgoing texts of the test's database, oldest first."""

    async def to(self, person: Player) -> list[str]:
        """Every text written to one of the cast, by person (a shared telephone keeps them apart)."""
        rows = await OutgoingTextRow.filter(person_id=person.id).order_by("created_at", "id")
        return [row.body for row in rows]

    async def at(self, number: str) -> list[str]:
        """Every text written to a number, whoever it was meant for."""
        rows = await OutgoingTextRow.filter(number=number).order_by("created_at", "id")
        return [row.body for row in rows]

    async def last_to(self, person: Player) -> str:
        """The latest text to somebody; fails where there is none."""
        bodies = await self.to(person)
        assert bodies, f"nothing was written to {person.first_name}"
        return bodies[-1]

    async def purposes(self, person: Player) -> list[str]:
        """The names of the wordings sent to somebody, oldest first."""
        rows = await OutgoingTextRow.filter(person_id=person.id).order_by("created_at", "id")
        return [row.purpose for row in rows]

    async def count(self) -> int:
        """All of them."""
        return await OutgoingTextRow.all().count()
