"""Rows: offers, and the parts of the week in which somebody is usually free."""

from tortoise import fields
from tortoise.models import Model


class OfferRow(Model):
    """A person would do this kind of help; `told` is what they said of it in their own words."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    person_id = fields.UUIDField()
    task = fields.CharField(max_length=24)
    told = fields.TextField(default="")
    offered_at = fields.DatetimeField()
    withdrawn_at = fields.DatetimeField(null=True)

    class Meta:
        table = "offers"
        unique_together = (("timebank_id", "person_id", "task"),)
        indexes = (("timebank_id", "task"),)


class FreeTimeRow(Model):
    """Usually free: `weekday` 0 is Monday; `part` is morning, afternoon or evening."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    person_id = fields.UUIDField()
    weekday = fields.SmallIntField()
    part = fields.CharField(max_length=9)

    class Meta:
        table = "free_times"
        unique_together = (("timebank_id", "person_id", "weekday", "part"),)
