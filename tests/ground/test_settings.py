"""A setting that is missing or wrong is named in one sentence, and no value is ever repeated."""

import pytest

from timebank import settings

SECRET = "hush-hush"
GATEWAY = {
    "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "TWILIO_AUTH_TOKEN": SECRET,
    "TWILIO_NUMBER": "+447700900000",
}
PRODUCTION = {
    "TIMEBANK_ENV": "production",
    "DATABASE_URL": f"postgresql://timebank_app:{SECRET}@db/timebank",
    "REDIS_URL": f"redis://:{SECRET}@bell/0",
    "PUBLIC_BASE_URL": "https://timebank.example",
    **GATEWAY,
}


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*PRODUCTION, "DATABASE_OWNER_URL", "TWILIO_BASE_URL", "PORT", "HANDSETS_PORT", "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)


def _refusal(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> str:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(settings.SettingsError) as refused:
        settings.load()
    return str(refused.value)


def test_without_any_setting_it_is_a_demonstration_on_local_servers() -> None:
    found = settings.load()
    assert (found.environment, found.database_url, found.redis_url) == ("demo", None, None)
    assert (found.port, found.handsets_port, found.public_base_url) == (8000, 8001, "http://127.0.0.1:8000")
    assert found.gateway == "console"


def test_production_with_all_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PRODUCTION.items():
        monkeypatch.setenv(name, value)
    found = settings.load()
    assert found.in_production
    assert found.gateway == "twilio"
    assert found.database_owner_url == found.database_url
    assert SECRET not in repr(found)


@pytest.mark.parametrize("name", [name for name in PRODUCTION if name != "TIMEBANK_ENV"])
def test_each_setting_that_production_needs_is_named_when_missing(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    given = {known: value for known, value in PRODUCTION.items() if known != name}
    assert _refusal(monkeypatch, given) == f"{name} must be set when TIMEBANK_ENV is production."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TIMEBANK_ENV", "live"),
        ("DATABASE_URL", f"mysql://me:{SECRET}@db/timebank"),
        ("DATABASE_OWNER_URL", SECRET),
        ("REDIS_URL", f"http://{SECRET}"),
        ("PUBLIC_BASE_URL", "//somewhere"),
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("HANDSETS_PORT", "0"),
        ("TWILIO_ACCOUNT_SID", SECRET),
        ("TWILIO_NUMBER", "07700 900000"),
        ("TWILIO_BASE_URL", SECRET),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_setting_is_named_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    said = _refusal(monkeypatch, GATEWAY | {name: value})
    assert said.startswith(f"{name} must be ")
    assert said.endswith(".")
    assert "\n" not in said
    assert value not in said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"PUBLIC_BASE_URL": "http://timebank.example"}, "PUBLIC_BASE_URL must begin with https:// when"),
        ({"TWILIO_BASE_URL": "http://127.0.0.1:8001"}, "TWILIO_BASE_URL must not be set when"),
    ],
)
def test_production_refuses_what_belongs_to_the_demonstration(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], said: str
) -> None:
    assert _refusal(monkeypatch, PRODUCTION | changed) == f"{said} TIMEBANK_ENV is production."


def test_half_a_gateway_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    said = _refusal(monkeypatch, {"TWILIO_ACCOUNT_SID": GATEWAY["TWILIO_ACCOUNT_SID"]})
    assert said == "TWILIO_AUTH_TOKEN must be set too, because the gateway's three settings go together."


def test_what_seems_right_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_BASE_URL", "http://127.0.0.1:9000/")
    monkeypatch.setenv("LOG_LEVEL", "WARNING")
    monkeypatch.setenv("PORT", "")
    found = settings.load()
    assert (found.public_base_url, found.log_level, found.port) == ("http://127.0.0.1:9000", "warning", 8000)
