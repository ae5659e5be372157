"""A report as a table: RFC 4180, one header row, UTF-8, as the GOV.UK tabular data standard asks. Pure."""

import csv
import io

from timebank.reporting.values import Indicator, Report

COLUMNS = (
    "council",
    "council_name",
    "from",
    "to",
    "name",
    "value",
    "unit",
    "n",
    "missing",
    "suppressed",
    "formula",
    "cut_at",
    "definitions",
)


def table(report: Report) -> str:
    """One row a figure, the same numbers as everywhere; what is withheld or not available is empty."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    rows.writerows(_row(report, indicator) for indicator in report.indicators)
    return written.getvalue()


def _row(report: Report, indicator: Indicator) -> list[object]:
    return [
        report.council.gss,
        report.council.name,
        report.first.isoformat(),
        report.last.isoformat(),
        indicator.name,
        indicator.value,
        indicator.unit,
        indicator.n,
        indicator.missing,
        "yes" if indicator.suppressed else "no",
        indicator.formula,
        report.cut_at.isoformat(timespec="seconds"),
        report.definitions,
    ]
