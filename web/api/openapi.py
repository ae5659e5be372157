"""The OpenAPI 3.1 document, made from the operations and their models."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from web.api import keys
from web.api.operations import ROOT, Operation
from web.api.problems import Endpoint, ProblemDocument

VERSION = "1.0.0"
_REFERENCE = "#/components/schemas/{model}"
_SECURITY = {
    keys.SCHEME: {
        "type": "http",
        "scheme": "bearer",
        "description": "The key of one council; it reads that council's report and nothing else.",
    }
}


def route(operations: Sequence[Operation]) -> Route:
    """GET /api/v1/openapi.json, for anybody."""
    return Route(f"{ROOT}/openapi.json", _serving(document(operations)), methods=["GET"], name="api.openapi")


def document(operations: Sequence[Operation]) -> dict[str, Any]:
    """The description of these operations."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Timebank",
            "version": VERSION,
            "description": "Figures for councils. Every refusal is a problem document (RFC 9457).",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": {f"{ROOT}{operation.path}": {"get": _operation(operation)} for operation in operations},
        "components": {"schemas": _schemas(operations), "securitySchemes": _SECURITY},
    }


def _serving(description: dict[str, Any]) -> Endpoint:
    async def serve(_request: Request) -> Response:
        return JSONResponse(description, headers={"cache-control": "public, max-age=300"})

    return serve


def _operation(operation: Operation) -> dict[str, Any]:
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": operation.description,
        "security": [{operation.security: []}] if operation.security else [],
        "parameters": [*_in_path(operation), *_in_query(operation)],
        "responses": {
            "200": {"description": operation.summary, "content": _json(operation.answer)},
            **{str(status): _problem(status, when) for status, when in operation.problems.items()},
        },
    }


def _in_path(operation: Operation) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": part.description,
            "schema": {"type": "string", "pattern": part.pattern},
            "example": part.example,
        }
        for name, part in operation.path_parts.items()
    ]


def _in_query(operation: Operation) -> list[dict[str, Any]]:
    if operation.query is None:
        return []
    schema = operation.query.model_json_schema(by_alias=True)
    needed = schema.get("required", [])
    return [_parameter(name, dict(told), name in needed) for name, told in schema["properties"].items()]


def _parameter(name: str, told: dict[str, Any], required: bool) -> dict[str, Any]:
    description = told.pop("description", "")
    told.pop("title", None)
    return {"name": name, "in": "query", "required": required, "description": description, "schema": told}


def _problem(status: int, when: str) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "description": when,
        "content": {"application/problem+json": {"schema": _reference(ProblemDocument)}},
    }
    if status == HTTPStatus.UNAUTHORIZED:
        answer["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}, "required": True}}
    return answer


def _json(model: type[BaseModel]) -> dict[str, Any]:
    return {"application/json": {"schema": _reference(model)}}


def _reference(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": _REFERENCE.format(model=model.__name__)}


def _schemas(operations: Sequence[Operation]) -> dict[str, Any]:
    models: list[type[BaseModel]] = [*{operation.answer for operation in operations}, ProblemDocument]
    _, made = models_json_schema(
        [(model, "serialization") for model in models], by_alias=True, ref_template=_REFERENCE
    )
    schemas: dict[str, Any] = made["$defs"]
    return schemas
