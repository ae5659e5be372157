"""The organiser as an actor: for the timebank at the desk, or for somebody on the telephone."""

from dataclasses import replace
from uuid import UUID

from starlette.exceptions import HTTPException
from starlette.requests import Request

from timebank.audit.actor import Actor
from web import guards


def on_the_telephone(request: Request, person_id: UUID) -> Actor:
    """The organiser acting for somebody who has rung, or whom they have rung."""
    return replace(guards.actor(request), channel="phone").acting_for(person_id)


def named_id(request: Request, name: str = "id") -> UUID:
    """The id in the address; 404 where it is none."""
    return id_or_404(request.path_params[name])


def id_or_404(written: str) -> UUID:
    """A written id; 404 where it is none."""
    try:
        return UUID(written)
    except ValueError:
        raise HTTPException(404) from None
