"""Rows: the audit trail, append-only for the application's role."""

from tortoise import fields
from tortoise.models import Model


class AuditRow(Model):
    """One act: who, for whom, by which channel, upon what, and the facts of it."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    at = fields.DatetimeField()
    actor_id = fields.UUIDField(null=True)
    for_id = fields.UUIDField(null=True)
    channel = fields.CharField(max_length=8)
    act = fields.CharField(max_length=40)
    subject_kind = fields.CharField(max_length=16)
    subject_id = fields.UUIDField()
    facts: dict[str, object] = fields.JSONField()

    class Meta:
        table = "audit"
        indexes = (("timebank_id", "subject_id", "at"), ("timebank_id", "at"))
