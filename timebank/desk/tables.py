"""Rows: the organiser's desk."""

from tortoise import fields
from tortoise.models import Model


class DeskItemRow(Model):
    """One matter for a person; `priority` 0 is an emergency, 9 can wait."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    kind = fields.CharField(max_length=24)
    matter = fields.CharField(max_length=120)
    priority = fields.SmallIntField()
    person_id = fields.UUIDField(null=True)
    exchange_id = fields.UUIDField(null=True)
    number = fields.CharField(max_length=16, null=True)
    words = fields.TextField()
    opened_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)
    closed_by = fields.UUIDField(null=True)
    outcome = fields.TextField(null=True)

    class Meta:
        table = "desk_items"
        indexes = (("timebank_id", "closed_at", "priority", "opened_at"), ("timebank_id", "exchange_id"))
