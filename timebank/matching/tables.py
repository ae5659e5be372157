"""Rows: which neighbour was asked about which exchange, and what they said."""

from tortoise import fields
from tortoise.models import Model


class AskRow(Model):
    """One neighbour asked. `state`: asked, accepted, declined, silent, stood_down, refused, withdrew."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    exchange_id = fields.UUIDField()
    helper_id = fields.UUIDField()
    state = fields.CharField(max_length=12)
    reasons = fields.TextField()
    asked_at = fields.DatetimeField()
    answer_by = fields.DatetimeField()
    answered_at = fields.DatetimeField(null=True)

    class Meta:
        table = "asks"
        unique_together = (("timebank_id", "exchange_id", "helper_id"),)
        indexes = (("timebank_id", "helper_id", "asked_at"),)
