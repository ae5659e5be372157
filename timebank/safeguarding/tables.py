"""Rows: checks that helpers hold. The result and its dates, never the certificate."""

from tortoise import fields
from tortoise.models import Model


class CheckRow(Model):
    """One check of one person. `kind`: references, basic, enhanced, driving."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    person_id = fields.UUIDField()
    kind = fields.CharField(max_length=12)
    passed_on = fields.DateField()
    expires_on = fields.DateField(null=True)
    reference = fields.TextField(default="")
    recorded_by = fields.UUIDField(null=True)
    recorded_at = fields.DatetimeField()

    class Meta:
        table = "checks"
        indexes = (("timebank_id", "person_id", "kind"),)
