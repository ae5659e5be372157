"""The guard of what a council reads by its key: `Authorization: Bearer …`."""

import re

from starlette.requests import Request
from starlette.responses import Response

from timebank import errors
from timebank.communities import councils
from timebank.communities.councils import Council
from web.api.operations import PathPart
from web.api.problems import Endpoint, Problem

SCHEME = "councilKey"
CHALLENGE = 'Bearer realm="council report"'
GSS = PathPart(
    description="The council's GSS code.",
    pattern="^[EWSN][0-9]{8}$",
    example="E09000028",
)
_BEARER = re.compile(r"^Bearer +([A-Za-z0-9._~+/=-]{1,200}) *$", re.IGNORECASE)


def of_council(endpoint: Endpoint) -> Endpoint:
    """Only with the key of the council that the path's `{gss}` names.

    Who has no key of any council learns nothing about codes: 401 comes before 404 and 403.
    """

    async def guarded(request: Request) -> Response:
        holder = await _holder(request)
        gss = request.path_params["gss"]
        if gss != holder.gss:
            await _known(gss)
            raise Problem(403, "This key is another council's.")
        request.state.council = holder
        return await endpoint(request)

    return guarded


def council(request: Request) -> Council:
    """Whose key was shown. Only behind the guard."""
    holder: Council = request.state.council
    return holder


async def _holder(request: Request) -> Council:
    given = request.headers.get("authorization")
    if given is None:
        raise Problem(
            401, "Send the council's key: Authorization: Bearer KEY.", headers={"www-authenticate": CHALLENGE}
        )
    bearer = _BEARER.match(given)
    holder = await councils.of_key(bearer[1]) if bearer else None
    if holder is None:
        refused = f'{CHALLENGE}, error="invalid_token"'
        raise Problem(401, "This key opens nothing.", headers={"www-authenticate": refused})
    return holder


async def _known(gss: str) -> None:
    if not re.fullmatch(GSS.pattern, gss, re.ASCII):
        raise Problem(404, "This is not a council's GSS code.")
    try:
        await councils.by_gss(gss)
    except errors.NotFound:
        raise Problem(404, "No council of this GSS code is here.") from None
