"""The whole URL map on one screen. Each route names its guard (web/guards.py)."""

from starlette.routing import BaseRoute, Route

from web import assets, health
from web.guards import public
from web.pages import front, joining, signing_in
from web.webhooks import twilio

GET = ["GET"]
POST = ["POST"]
BOTH = ["GET", "POST"]

# fmt: off
PUBLIC: list[BaseRoute] = [
    Route("/", public(front.welcome), methods=GET),
    Route("/how-it-works", public(front.how_it_works), methods=GET),
    Route("/ring", public(front.ring), methods=GET),
    Route("/privacy", public(front.privacy), methods=GET),
    Route("/accessibility", public(front.accessibility), methods=GET),
    Route("/emergency", public(front.emergency), methods=GET),
    Route("/join", public(joining.begin), methods=GET),
    Route("/join/done", public(joining.done), methods=GET),
    Route("/join/{step}", public(joining.step), methods=BOTH),
    Route("/sign-in", public(signing_in.number), methods=BOTH),
    Route("/sign-in/code", public(signing_in.code), methods=BOTH),
    Route("/sign-out", public(signing_in.leave), methods=POST),
]

MEMBER: list[BaseRoute] = [
]

ORGANISER: list[BaseRoute] = [
]

COUNCIL: list[BaseRoute] = [
]

API: list[BaseRoute] = [
]

WEBHOOKS: list[BaseRoute] = [
    Route("/webhooks/twilio/messages", twilio.signed(twilio.messages), methods=POST),
    Route("/webhooks/twilio/status", twilio.signed(twilio.status), methods=POST),
]

MACHINERY: list[BaseRoute] = [
    Route("/healthz", health.alive, methods=GET),
    Route("/readyz", health.ready, methods=GET),
    Route("/static/{name}", assets.serve, methods=GET),
]
# fmt: on

ROUTES = [*PUBLIC, *MEMBER, *ORGANISER, *COUNCIL, *API, *WEBHOOKS, *MACHINERY]
