"""Rows: exchanges and what falls due."""

from tortoise import fields
from tortoise.models import Model


class ExchangeRow(Model):
    """One request for help and all that becomes of it. `state` moves only by the table in rules.py.

    `round` counts settlements, so that after an undone confirmation a new one is a new transfer.
    """

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    code = fields.SmallIntField()
    member_id = fields.UUIDField()
    helper_id = fields.UUIDField(null=True)
    task = fields.CharField(max_length=24)
    note = fields.TextField(default="")
    place = fields.TextField(default="")
    starts_at = fields.DatetimeField()
    expected_minutes = fields.SmallIntField()
    is_urgent = fields.BooleanField(default=False)
    approve_first = fields.BooleanField(default=False)
    paid_by_pot = fields.BooleanField(default=False)
    beyond_floor_agreed = fields.BooleanField(default=False)
    state = fields.CharField(max_length=16)
    round = fields.SmallIntField(default=0)
    hold_id = fields.UUIDField(null=True)
    transfer_id = fields.UUIDField(null=True)
    member_minutes = fields.SmallIntField(null=True)
    helper_minutes = fields.SmallIntField(null=True)
    confirmed_minutes = fields.SmallIntField(null=True)
    asked_at = fields.DatetimeField()
    matched_at = fields.DatetimeField(null=True)
    done_at = fields.DatetimeField(null=True)
    confirmed_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    end_reason = fields.CharField(max_length=24, null=True)

    class Meta:
        table = "exchanges"
        indexes = (
            ("timebank_id", "state", "starts_at"),
            ("timebank_id", "member_id", "starts_at"),
            ("timebank_id", "helper_id", "starts_at"),
            ("timebank_id", "asked_at"),
        )


class DueRow(Model):
    """A fact with a time: when `due_at` has come, the clockwork does `kind` for the exchange, once."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    exchange_id = fields.UUIDField()
    kind = fields.CharField(max_length=24)
    due_at = fields.DatetimeField()
    done_at = fields.DatetimeField(null=True)

    class Meta:
        table = "due"
        unique_together = (("timebank_id", "exchange_id", "kind"),)
