"""Rows: councils, their officers' keys, timebanks and places."""

from tortoise import fields
from tortoise.models import Model


class CouncilRow(Model):
    """An English upper-tier or unitary council; a reference table, the same for every timebank."""

    id = fields.UUIDField(primary_key=True)
    gss = fields.CharField(max_length=9, unique=True)
    name = fields.TextField()
    report_key_hash = fields.CharField(max_length=64, null=True)

    class Meta:
        table = "councils"


class OfficerRow(Model):
    """Somebody at a council who may read its report."""

    id = fields.UUIDField(primary_key=True)
    council_id = fields.UUIDField(db_index=True)
    first_name = fields.TextField()
    last_name = fields.TextField()
    mobile = fields.CharField(max_length=16, db_index=True)
    left_at = fields.DatetimeField(null=True)

    class Meta:
        table = "officers"


class TimebankRow(Model):
    """A timebank or Circle, how to ring it, and its policy (minutes are whole minutes)."""

    id = fields.UUIDField(primary_key=True)
    slug = fields.CharField(max_length=40, unique=True)
    name = fields.TextField()
    short_name = fields.CharField(max_length=20)
    council_id = fields.UUIDField(db_index=True)
    phone = fields.CharField(max_length=16)
    text_number = fields.CharField(max_length=16, db_index=True)
    locality = fields.TextField()
    postcode = fields.CharField(max_length=8)
    is_demonstration = fields.BooleanField(default=False)
    starting_minutes = fields.IntField(default=0)
    floor_minutes = fields.IntField(default=-300)
    asked_at_once = fields.SmallIntField(default=3)
    answer_within_minutes = fields.IntField(default=120)
    opened_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "timebanks"


class PlaceRow(Model):
    """Where a postcode is: a reference table, loaded from open data, the same for every timebank."""

    postcode = fields.CharField(max_length=8, primary_key=True)
    latitude = fields.FloatField()
    longitude = fields.FloatField()
    ward = fields.CharField(max_length=9, null=True)
    lsoa = fields.CharField(max_length=9, null=True)

    class Meta:
        table = "places"
