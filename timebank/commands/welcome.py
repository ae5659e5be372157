"""What the demonstration says once it is ready: where it is, whom to be, and how to stop it."""

from collections.abc import Sequence
from datetime import timedelta

from timebank import clock
from timebank.commands.demonstration.guide import Guide
from timebank.embedded import ports
from timebank.settings import Settings


def text(settings: Settings, guide: Guide) -> str:
    """The addresses, whom to sign in as for each role, which numbers to text as, and the council's key."""
    pages = settings.public_base_url
    lines = [
        "",
        f"{guide.timebank} is ready. Everyone in it is invented, and nothing is really sent.",
        "",
        f"  Pages       {pages}",
        f"  Telephones  http://{ports.HOST}:{settings.handsets_port}",
        "",
        "Sign in with a number; the six-digit code arrives on that telephone:",
        *_columns(guide.sign_in_as),
        "",
        f"Text {guide.text_number} on the telephones page as:",
        *_columns(guide.text_as),
        "",
        "The council's report, for programs:",
        f"  curl -H 'Authorization: Bearer {guide.report_key}' \\",
        f"    '{pages}/api/v1/councils/{guide.council_gss}/report?{_last_year()}'",
        "",
        f"Stop with Ctrl-C. Logs are in {settings.var_dir}/log. To start afresh: make demo RESET=1",
    ]
    return "\n".join(lines)


def _last_year() -> str:
    today = clock.today()
    return f"from={today - timedelta(days=364)}&to={today}"


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
