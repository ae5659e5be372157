"""The built style sheet, script and pictures: named by what they hold, so a browser keeps them for ever.

Everything is read once at the start (some 150 KB), with the smaller copies
that the build made; nothing is compressed while somebody waits.
"""

import json
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

BUILT = Path(__file__).parent / "static" / "built"
ADDRESS = "/static"
FOR_EVER = "public, max-age=31536000, immutable"
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))  # best first


class AssetsMissingError(Exception):
    """The front end has not been built."""


@dataclass(frozen=True)
class Asset:
    """One built file: its bytes by content encoding; "identity" is always there."""

    media_type: str
    bodies: dict[str, bytes]


@cache
def manifest() -> dict[str, str]:
    """The name a template uses -> the name with the hash."""
    try:
        names: dict[str, str] = json.loads((BUILT / "manifest.json").read_text())
    except FileNotFoundError:
        raise AssetsMissingError("The style sheet is not built yet: run npm ci && npm run build.") from None
    return names


@cache
def _assets() -> dict[str, Asset]:
    return {name: _read(BUILT / name) for name in manifest().values()}


def _read(path: Path) -> Asset:
    bodies = {"identity": path.read_bytes()}
    for encoding, ending in ENCODINGS:
        smaller = path.with_name(path.name + ending)
        if smaller.exists():
            bodies[encoding] = smaller.read_bytes()
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Asset("text/javascript" if path.suffix == ".js" else media_type, bodies)


def url(name: str) -> str:
    """The address of a built file, for templates: `url("timebank.css")`."""
    return f"{ADDRESS}/{manifest()[name]}"


async def serve(request: Request) -> Response:
    """GET /static/{name}: the file in the smallest form the browser takes, or 404."""
    asset = _assets().get(request.path_params["name"])
    if asset is None:
        return Response("There is no such file.", 404, media_type="text/plain")
    encoding = _smallest(asset, request.headers.get("accept-encoding", ""))
    headers = {"cache-control": FOR_EVER, "vary": "accept-encoding"}
    if encoding != "identity":
        headers["content-encoding"] = encoding
    return Response(asset.bodies[encoding], headers=headers, media_type=asset.media_type)


def _smallest(asset: Asset, accepted: str) -> str:
    takes = {part.split(";")[0].strip() for part in accepted.split(",") if "q=0" not in part.replace(" ", "")}
    return next((name for name, _ in ENCODINGS if name in takes and name in asset.bodies), "identity")
