"""What an operation of the API is: enough to route it and to describe it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel
from starlette.routing import Route

from web.api import problems
from web.api.problems import Endpoint

ROOT = "/api/v1"


@dataclass(frozen=True)
class PathPart:
    """One `{name}` of a path."""

    description: str
    pattern: str
    example: str


@dataclass(frozen=True)
class Operation:
    """One GET. `guard` lets in or raises a Problem; `security` names its scheme, None is anybody.

    `problems` says, by status, when a problem document is answered instead of `answer`.
    """

    name: str
    path: str
    summary: str
    description: str
    endpoint: Endpoint
    guard: Callable[[Endpoint], Endpoint]
    security: str | None
    answer: type[BaseModel]
    query: type[BaseModel] | None = None
    path_parts: Mapping[str, PathPart] = field(default_factory=dict)
    problems: Mapping[int, str] = field(default_factory=dict)


def route(operation: Operation) -> Route:
    """Where it is answered: guarded, and with its problems as documents."""
    guarded = problems.answered(operation.guard(operation.endpoint))
    return Route(f"{ROOT}{operation.path}", guarded, methods=["GET"], name=f"api.{operation.name}")


def routes(operations: Sequence[Operation]) -> list[Route]:
    """All of them."""
    return [route(operation) for operation in operations]
