"""Browsers of the cast, signed in."""

from starlette.applications import Starlette

from tests.browser import Client
from tests.cast import Player


async def at_a_browser(app: Starlette, player: Player) -> Client:
    """Somebody of the cast at a browser of their own."""
    client = Client(app)
    await client.sign_in(player)
    return client
