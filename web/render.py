"""From facts to a page.

    return render.page(request, "member/visit.html", visit=visit)

Every template extends `layout.html` and finds, beside its own facts:
`visitor` (who is signed in, or none), `timebank` (name, phone,
is_demonstration), `path`, `static(name)` and the filters of `web/words.py`.
A name that nobody gave is an error, not an empty space.
"""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChainableUndefined,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Undefined,
)
from jinja2.loaders import ChoiceLoader
from jinja2.utils import missing
from starlette.requests import Request
from starlette.responses import HTMLResponse

from web import assets, masthead, places, words

TEMPLATES = Path(__file__).parent / "templates"
_NUNJUCKS_NOTHING = ("undefined", "null", "caller")  # what the GOV.UK macros call "not given"


class PageUndefined(Undefined):
    """Strict for our templates; lenient only where the GOV.UK macros look into the dict they were given."""

    def __new__(
        cls,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[Exception] = Exception,
    ) -> Any:
        """A chainable nothing for a key absent from a dict of options; else one that cannot be used."""
        lenient = isinstance(obj, dict) or name in _NUNJUCKS_NOTHING
        return (ChainableUndefined if lenient else StrictUndefined)(hint, obj, name)


@cache
def environment() -> Environment:
    """The one template environment of the process; templates are parsed once."""
    made = Environment(
        loader=ChoiceLoader(
            [
                FileSystemLoader(TEMPLATES),
                PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
            ]
        ),
        autoescape=True,
        undefined=PageUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals["static"] = assets.url
    made.filters.update(words.FILTERS)
    return made


def page(request: Request, template: str, status: int = 200, **facts: object) -> HTMLResponse:
    """The page of `template` (under web/templates) with these facts."""
    around: dict[str, object] = {
        "visitor": getattr(request.state, "visitor", None),
        "timebank": getattr(request.state, "masthead", masthead.UNKNOWN),
        "path": request.url.path,
        "form": None,
        "back": None,
    }
    around["places"] = places.offered(request)
    return HTMLResponse(environment().get_template(template).render({**around, **facts}), status)
