"""Rows: texts out and in, what carriers reported, open questions, numbers that said stop."""

from tortoise import fields
from tortoise.models import Model


class OutgoingTextRow(Model):
    """A text to send. `state`: waiting, attempting, sent, delivered, undelivered, failed, unknown,
    expired, recorded (demonstration: never sent)."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    person_id = fields.UUIDField(null=True)
    number = fields.CharField(max_length=16)
    sender = fields.CharField(max_length=16)
    body = fields.TextField()
    purpose = fields.CharField(max_length=40)
    subject_id = fields.UUIDField(null=True)
    dedupe_key = fields.CharField(max_length=200)
    urgent = fields.BooleanField(default=False)
    state = fields.CharField(max_length=12)
    not_before = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    claimed_until = fields.DatetimeField(null=True)
    claim = fields.UUIDField(null=True)
    attempts = fields.SmallIntField(default=0)
    provider_id = fields.CharField(max_length=64, null=True, db_index=True)
    error_code = fields.CharField(max_length=16, null=True)
    created_at = fields.DatetimeField()
    sent_at = fields.DatetimeField(null=True)

    class Meta:
        table = "outgoing_texts"
        unique_together = (("timebank_id", "dedupe_key"),)
        indexes = (("timebank_id", "number", "created_at"), ("timebank_id", "subject_id"))


class IncomingTextRow(Model):
    """A text as it came, kept whole. `state`: waiting, done; stored once a provider id."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    provider_id = fields.CharField(max_length=64, unique=True)
    number = fields.CharField(max_length=16)
    receiver = fields.CharField(max_length=16)
    body = fields.TextField()
    media = fields.SmallIntField(default=0)
    state = fields.CharField(max_length=8)
    claimed_until = fields.DatetimeField(null=True)
    attempts = fields.SmallIntField(default=0)
    person_id = fields.UUIDField(null=True)
    intent = fields.CharField(max_length=24, null=True)
    received_at = fields.DatetimeField()
    done_at = fields.DatetimeField(null=True)

    class Meta:
        table = "incoming_texts"
        indexes = (("timebank_id", "number", "received_at"),)


class DeliveryReportRow(Model):
    """What a carrier said of a text, each saying once; kept even where the text is not known yet."""

    id = fields.UUIDField(primary_key=True)
    provider_id = fields.CharField(max_length=64)
    status = fields.CharField(max_length=16)
    error_code = fields.CharField(max_length=16, null=True)
    received_at = fields.DatetimeField()

    class Meta:
        table = "delivery_reports"
        unique_together = (("provider_id", "status"),)


class OpenQuestionRow(Model):
    """The one question we have asked a number and not yet had answered."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    number = fields.CharField(max_length=16)
    person_id = fields.UUIDField(null=True)
    kind = fields.CharField(max_length=24)
    facts: dict[str, object] = fields.JSONField()
    tries = fields.SmallIntField(default=0)
    asked_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()

    class Meta:
        table = "open_questions"
        unique_together = (("timebank_id", "number"),)


class StoppedNumberRow(Model):
    """A number that told this timebank to stop texting, by word or through its carrier."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    number = fields.CharField(max_length=16)
    reason = fields.CharField(max_length=12)
    stopped_at = fields.DatetimeField()

    class Meta:
        table = "stopped_numbers"
        unique_together = (("timebank_id", "number"),)
