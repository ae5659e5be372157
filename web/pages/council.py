"""What an officer of a council reads: the report of a period, its table, and the key for the API."""

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from timebank.communities import councils
from timebank.communities.councils import Council
from timebank.reporting import council, exports, indicators
from web import guards, render
from web.forms import period
from web.pages import figures

ADDRESS = "/council/report"
_log = structlog.get_logger(__name__)


async def report(request: Request) -> Response:
    """GET: the figures of the period chosen; the last twelve months to begin with."""
    own = await _own(request)
    read = period.read(request.query_params)
    found = None
    if read.value is not None:
        found = await council.report(own.gss, read.value.first, read.value.last)
    return render.page(
        request,
        "council/report.html",
        200 if found else 422,
        form=read.form,
        council=own,
        report=found,
        first=figures.day(found.first) if found else "",
        last=figures.day(found.last) if found else "",
        figures=[figures.of(indicator) for indicator in found.indicators] if found else [],
        offered=period.offered(),
        definitions=indicators.VERSION,
    )


async def table(request: Request) -> Response:
    """GET: the same figures as a table to download (CSV); without a period, back to choose one."""
    own = await _own(request)
    chosen = period.read(request.query_params).value
    if chosen is None:
        return RedirectResponse(ADDRESS, 303)
    found = await council.report(own.gss, chosen.first, chosen.last)
    name = f"timebank-{own.gss}-{chosen.first}-to-{chosen.last}.csv"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(
        exports.table(found), headers=headers, media_type="text/csv; charset=utf-8; header=present"
    )


async def key(request: Request) -> Response:
    """GET: what the key is for. POST: a new key, shown this once."""
    own = await _own(request)
    fresh = None
    if request.method == "POST":
        fresh = await councils.new_report_key(own.id)
        _log.info("web.report_key_made", council=own.gss, officer=str(guards.visitor(request).officer_id))
    base = str(request.app.state.settings.public_base_url).rstrip("/")
    return render.page(request, "council/key.html", council=own, key=fresh, base=base, back=ADDRESS)


async def _own(request: Request) -> Council:
    """The officer's own council."""
    council_id = guards.visitor(request).council_id
    if council_id is None:
        raise AssertionError("the officer's guard lets only officers of a council in")
    return await councils.get(council_id)
