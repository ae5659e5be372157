"""Every setting there is, read once from the environment (a `.env` file is not read).

A missing or wrong setting is refused in one sentence that names it and never
repeats its value, because it may be a secret.
"""

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SecretStr, StringConstraints, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

PostgresUrl = Annotated[str, StringConstraints(pattern=r"^postgres(ql)?://[^\s/]+(/\S*)?$")]
RedisUrl = Annotated[str, StringConstraints(pattern=r"^(rediss?|unix)://\S+$")]
WebUrl = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+$", strip_whitespace=True)]
Port = Annotated[int, Field(ge=1, le=65535)]

_NEEDED_IN_PRODUCTION = (
    "DATABASE_URL",
    "REDIS_URL",
    "PUBLIC_BASE_URL",
    "TWILIO_ACCOUNT_SID",
    "TWILIO_AUTH_TOKEN",
    "TWILIO_NUMBER",
)
_GATEWAY = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_NUMBER")
_RULES = {
    "TIMEBANK_ENV": "must be demo, test or production",
    "DATABASE_URL": "must be an address that begins with postgresql://",
    "DATABASE_OWNER_URL": "must be an address that begins with postgresql://",
    "REDIS_URL": "must be an address that begins with redis://, rediss:// or unix://",
    "PUBLIC_BASE_URL": "must be an address like https://timebank.example, without a path",
    "PORT": "must be a whole number from 1 to 65535",
    "HANDSETS_PORT": "must be a whole number from 1 to 65535",
    "TWILIO_ACCOUNT_SID": "must be AC and 32 of the characters 0-9 and a-f",
    "TWILIO_AUTH_TOKEN": "must not be empty",
    "TWILIO_NUMBER": "must be a telephone number that begins with + and the country",
    "TWILIO_BASE_URL": "must be an address that begins with http:// or https://",
    "VAR_DIR": "must be a folder",
    "LOG_LEVEL": "must be debug, info, warning or error",
}


class SettingsError(Exception):
    """A setting is missing or wrong; the text is one sentence that names it."""


class Settings(BaseSettings):
    """The settings of one process. Addresses and secrets are left out of its readable form."""

    model_config = SettingsConfigDict(
        frozen=True,
        env_ignore_empty=True,
        extra="ignore",
        populate_by_name=True,
        hide_input_in_errors=True,
        validate_default=True,
    )

    environment: Literal["demo", "test", "production"] = Field(
        default="demo", validation_alias="TIMEBANK_ENV"
    )
    database_url: PostgresUrl | None = Field(default=None, validation_alias="DATABASE_URL", repr=False)
    database_owner_url: PostgresUrl | None = Field(
        default_factory=lambda known: known["database_url"],
        validation_alias="DATABASE_OWNER_URL",
        repr=False,
    )
    redis_url: RedisUrl | None = Field(default=None, validation_alias="REDIS_URL", repr=False)
    port: Port = Field(default=8000, validation_alias="PORT")
    handsets_port: Port = Field(default=8001, validation_alias="HANDSETS_PORT")
    public_base_url: WebUrl = Field(
        default_factory=lambda known: f"http://127.0.0.1:{known['port']}", validation_alias="PUBLIC_BASE_URL"
    )
    twilio_account_sid: Annotated[str, StringConstraints(pattern=r"^AC[0-9a-f]{32}$")] | None = Field(
        default=None, validation_alias="TWILIO_ACCOUNT_SID", repr=False
    )
    twilio_auth_token: SecretStr | None = Field(default=None, validation_alias="TWILIO_AUTH_TOKEN")
    twilio_number: Annotated[str, StringConstraints(pattern=r"^\+[1-9][0-9]{6,14}$")] | None = Field(
        default=None, validation_alias="TWILIO_NUMBER", repr=False
    )
    twilio_base_url: WebUrl | None = Field(default=None, validation_alias="TWILIO_BASE_URL")
    var_dir: Path = Field(default=Path("var"), validation_alias="VAR_DIR")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", validation_alias="LOG_LEVEL"
    )

    @property
    def in_production(self) -> bool:
        """Whether real people depend on this process."""
        return self.environment == "production"

    @property
    def gateway(self) -> Literal["twilio", "console"]:
        """How texts go out: through Twilio where its credentials are set, else onto the console."""
        return "twilio" if self.twilio_account_sid else "console"

    @model_validator(mode="before")
    @classmethod
    def _forgive(cls, given: dict[str, Any]) -> dict[str, Any]:
        """LOG_LEVEL in capitals and a closing slash of an address mean what they seem to mean."""
        forgiven = dict(given)
        if isinstance(level := given.get("LOG_LEVEL"), str):
            forgiven["LOG_LEVEL"] = level.lower()
        for name in ("PUBLIC_BASE_URL", "TWILIO_BASE_URL"):
            if isinstance(address := given.get(name), str):
                forgiven[name] = address.rstrip("/")
        return forgiven

    @model_validator(mode="after")
    def _belong_together(self) -> Self:
        if self.in_production:
            self._fit_for_production()
        absent = [name for name in _GATEWAY if name not in self._named()]
        if 0 < len(absent) < len(_GATEWAY):
            raise _Sentence(f"{absent[0]} must be set too, because the gateway's three settings go together.")
        return self

    def _fit_for_production(self) -> None:
        for name in _NEEDED_IN_PRODUCTION:
            if name not in self._named():
                raise _Sentence(f"{name} must be set when TIMEBANK_ENV is production.")
        if not self.public_base_url.startswith("https://"):
            raise _Sentence("PUBLIC_BASE_URL must begin with https:// when TIMEBANK_ENV is production.")
        if self.twilio_base_url:
            raise _Sentence("TWILIO_BASE_URL must not be set when TIMEBANK_ENV is production.")

    def _named(self) -> set[str]:
        """The environment's names of the settings that were given a value."""
        fields = type(self).model_fields
        return {
            str(fields[name].validation_alias)
            for name in self.model_fields_set
            if getattr(self, name) is not None
        }


class _Sentence(ValueError):
    """A finished sentence on its way through pydantic."""


def load() -> Settings:
    """The settings of this process, from its environment. Raises `SettingsError`."""
    try:
        return Settings()
    except ValidationError as refused:
        details = refused.errors(include_url=False, include_input=False)
        raise SettingsError(_sentence(details[0])) from None


def _sentence(detail: ErrorDetails) -> str:
    if not detail["loc"]:
        return str(detail.get("ctx", {}).get("error", detail["msg"]))
    name = str(detail["loc"][0])
    return f"{name} {_RULES.get(name, 'is wrong')}."
