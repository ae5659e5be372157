"""From a request's body to a form's value.

read = reading.fit(SignIn, await reading.typed(request))
if read.value is None:
    return render.page(request, "public/sign_in.html", 422, form=read.form)
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar, get_origin
from urllib.parse import parse_qsl

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo
from starlette.exceptions import HTTPException
from starlette.requests import Request

from web.forms.fields import DateParts
from web.forms.filled import Filled, Typed

MOST_BYTES = 64 * 1024
MOST_FIELDS = 400
_PARTS = ("day", "month", "year")


class Form(BaseModel):
    """What one form asks for; every field has a reader (web/forms/fields.py), given "" when empty."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


FormType = TypeVar("FormType", bound=Form)


@dataclass(frozen=True)
class Read(Generic[FormType]):
    """A form that was read: `value` when all of it fits, and `form` to show it again."""

    value: FormType | None
    form: Filled


async def typed(request: Request) -> Typed:
    """Every value of an urlencoded body, by field. Refuses more than 64 KB (413) and other kinds (415)."""
    kind = request.headers.get("content-type", "application/x-www-form-urlencoded").partition(";")[0]
    if kind.strip().lower() != "application/x-www-form-urlencoded":
        raise HTTPException(415)
    body = await _body(request)
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:  # not UTF-8, or more fields than any form of ours has
        raise HTTPException(400) from None
    values: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        cleaned = value.replace("\x00", "").replace("\r\n", "\n")
        values[name] = (*values.get(name, ()), cleaned)
    return values


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise HTTPException(413)
    return body


def fit(model: type[FormType], values: Typed) -> Read[FormType]:
    """The form's value, or the same form with a kind sentence beside each field that needs another look."""
    anchors = {name: f"{name}-day" for name, info in model.model_fields.items() if _in_parts(info)}
    form = Filled(values, anchors=anchors)
    try:
        return Read(model.model_validate(_given(model, values)), form)
    except ValidationError as refused:
        return Read(None, replace(form, errors=_sentences(refused)))


def _given(model: type[Form], values: Typed) -> Mapping[str, object]:
    return {name: _of_field(name, info, values) for name, info in model.model_fields.items()}


def _of_field(name: str, info: FieldInfo, values: Typed) -> object:
    if _in_parts(info):
        return tuple(next(iter(values.get(f"{name}-{part}", ())), "") for part in _PARTS)
    if get_origin(info.annotation) is list:
        return list(values.get(name, ()))
    return next(iter(values.get(name, ())), "")


def _in_parts(info: FieldInfo) -> bool:
    return any(isinstance(mark, DateParts) for mark in info.metadata)


def _sentences(refused: ValidationError) -> dict[str, str]:
    sentences: dict[str, str] = {}
    for detail in refused.errors(include_url=False, include_input=False):
        name = str(detail["loc"][0]) if detail["loc"] else _whole_form_field(detail.get("ctx", {}))
        sentences.setdefault(name, detail["msg"])
    return sentences


def _whole_form_field(context: dict[str, Any]) -> str:
    """A sentence about the whole form stands beside the field its validator named."""
    return str(context.get("field", "form"))
