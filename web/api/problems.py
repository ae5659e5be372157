"""What went wrong, as a problem document (RFC 9457)."""

from collections.abc import Awaitable, Callable, Mapping

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from timebank import errors
from web import failures

Endpoint = Callable[[Request], Awaitable[Response]]


class Wrong(BaseModel):
    """One thing that was sent and cannot be right."""

    name: str = Field(description="The parameter.")
    reason: str = Field(description="What it should be, in a plain sentence.")


class ProblemDocument(BaseModel):
    """RFC 9457. `title` is the same for every problem of a kind, `detail` is about this one."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None
    errors: list[Wrong] | None = None


class Problem(Exception):
    """Ends an operation with a problem document."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        wrong: Mapping[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.wrong = dict(wrong or {})
        self.headers = headers

    def answer(self) -> Response:
        """The document; each wrong parameter is named."""
        if not self.wrong:
            return failures.problem(self.status, self.detail, headers=self.headers)
        named = [Wrong(name=name, reason=reason).model_dump() for name, reason in self.wrong.items()]
        return failures.problem(self.status, self.detail, headers=self.headers, errors=named)


def answered(endpoint: Endpoint) -> Endpoint:
    """The endpoint, its problems answered as documents; so is a value that a use case found invalid."""

    async def answering(request: Request) -> Response:
        try:
            return await endpoint(request)
        except Problem as problem:
            return problem.answer()
        except errors.Invalid as invalid:
            wrong = {invalid.field: invalid.reason}
            return Problem(failures.status_of(invalid), invalid.reason, wrong=wrong).answer()

    return answering
