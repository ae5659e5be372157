"""Rows of the ledger: read here, written only by the functions of migrations/sql/ledger.sql."""

from tortoise import fields
from tortoise.models import Model


class AccountRow(Model):
    """One owner's minutes (or, apart, pence). `balance` is the sum of the entries, `held` of the holds."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    owner_kind = fields.CharField(max_length=12)
    owner_id = fields.UUIDField()
    unit = fields.CharField(max_length=7)
    balance = fields.BigIntField(default=0)
    held = fields.BigIntField(default=0)
    version = fields.BigIntField(default=0)
    floor = fields.BigIntField(null=True)
    ceiling = fields.BigIntField(null=True)
    opened_at = fields.DatetimeField()

    class Meta:
        table = "ledger_accounts"
        unique_together = (("timebank_id", "owner_kind", "owner_id", "unit"),)


class TransferRow(Model):
    """One act that moves minutes; its entries sum to zero."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    unit = fields.CharField(max_length=7)
    kind = fields.CharField(max_length=16)
    subject_id = fields.UUIDField(null=True)
    reverses_id = fields.UUIDField(null=True, unique=True)
    memo = fields.TextField()
    content = fields.BinaryField()
    happened_at = fields.DatetimeField()
    recorded_at = fields.DatetimeField()

    class Meta:
        table = "ledger_transfers"
        indexes = (("timebank_id", "happened_at"), ("timebank_id", "subject_id"))


class EntryRow(Model):
    """One account's side of a transfer; `version` counts the account's entries without a gap."""

    id = fields.BigIntField(primary_key=True, generated=True)
    timebank_id = fields.UUIDField()
    transfer_id = fields.UUIDField()
    account_id = fields.UUIDField()
    amount = fields.BigIntField()
    balance_after = fields.BigIntField()
    version = fields.BigIntField()

    class Meta:
        table = "ledger_entries"
        unique_together = (("account_id", "version"),)
        indexes = (("transfer_id",),)


class HoldRow(Model):
    """Minutes set aside for an agreed visit until it is settled, released or lapses."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    account_id = fields.UUIDField()
    amount = fields.BigIntField()
    state = fields.CharField(max_length=8)
    subject_id = fields.UUIDField(null=True)
    transfer_id = fields.UUIDField(null=True)
    placed_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "ledger_holds"
        indexes = (("account_id", "state"),)
