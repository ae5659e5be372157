"""Rows: people, their roles, sign-in codes and sessions."""

from tortoise import fields
from tortoise.models import Model


class PersonRow(Model):
    """One person of one timebank. Numbers are E.164; `mobile` takes texts, `landline` does not."""

    id = fields.UUIDField(primary_key=True)
    timebank_id = fields.UUIDField()
    first_name = fields.TextField()
    last_name = fields.TextField()
    born_on = fields.DateField(null=True)
    address = fields.TextField()
    postcode = fields.CharField(max_length=8)
    mobile = fields.CharField(max_length=16, null=True)
    landline = fields.CharField(max_length=16, null=True)
    email = fields.TextField(null=True)
    reached_by = fields.CharField(max_length=8)
    texts_agreed_at = fields.DatetimeField(null=True)
    approves_helpers = fields.BooleanField(default=False)
    is_member = fields.BooleanField(default=True)
    is_helper = fields.BooleanField(default=False)
    is_organiser = fields.BooleanField(default=False)
    note = fields.TextField(default="")
    match_key = fields.CharField(max_length=160)
    joined_at = fields.DatetimeField()
    left_at = fields.DatetimeField(null=True)

    class Meta:
        table = "people"
        indexes = (
            ("timebank_id", "mobile"),
            ("timebank_id", "landline"),
            ("timebank_id", "last_name", "first_name"),
            ("timebank_id", "match_key"),
        )


class SignInCodeRow(Model):
    """A six-digit code for one number, kept only as a hash; good once, for minutes, for a few tries."""

    id = fields.UUIDField(primary_key=True)
    number = fields.CharField(max_length=16)
    person_id = fields.UUIDField(null=True)
    code_hash = fields.CharField(max_length=64)
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    tries = fields.SmallIntField(default=0)
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "sign_in_codes"
        indexes = (("number", "made_at"),)


class SessionRow(Model):
    """Somebody signed in: the cookie's token is kept only as a hash. An officer has no timebank."""

    id = fields.UUIDField(primary_key=True)
    token_hash = fields.CharField(max_length=64, unique=True)
    timebank_id = fields.UUIDField(null=True)
    person_id = fields.UUIDField(null=True)
    officer_id = fields.UUIDField(null=True)
    started_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "sessions"
