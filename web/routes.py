"""The whole URL map on one screen. Each route names its guard (web/guards.py)."""

from starlette.routing import BaseRoute, Route

from web import assets, health
from web.api import routes as api
from web.guards import member, officer, organiser, public
from web.pages import council, front, joining, signing_in
from web.pages.member import asking as my_asking
from web.pages.member import home
from web.pages.member import offer as my_offer
from web.pages.member import statement as my_time
from web.pages.member import visits as my_visits
from web.pages.organiser import deciding, exchanges, on_behalf, people, texts, today, writing_down
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
    Route("/home", member(home.show), methods=GET),
    Route("/ask", member(my_asking.begin), methods=GET),
    Route("/ask/done/{id}", member(my_asking.done), methods=GET),
    Route("/ask/{step}", member(my_asking.step), methods=BOTH),
    Route("/offer", member(my_offer.show), methods=BOTH),
    Route("/offer/done", member(my_offer.done), methods=GET),
    Route("/visits", member(my_visits.show_all), methods=GET),
    Route("/visits/{id}", member(my_visits.show), methods=GET),
    Route("/visits/{id}/answer", member(my_visits.answer), methods=POST),
    Route("/visits/{id}/{act}", member(my_visits.act), methods=BOTH),
    Route("/time", member(my_time.show), methods=GET),
]

ORGANISER: list[BaseRoute] = [
    Route("/today", organiser(today.show), methods=GET),
    Route("/desk/{id}", organiser(today.take_off), methods=POST),
    Route("/people", organiser(people.search), methods=GET),
    Route("/people/add", organiser(writing_down.add), methods=BOTH),
    Route("/people/{id}", organiser(people.show), methods=GET),
    Route("/people/{id}/edit", organiser(writing_down.edit), methods=BOTH),
    Route("/people/{id}/check", organiser(writing_down.check), methods=BOTH),
    Route("/people/{id}/code", organiser(on_behalf.code), methods=POST),
    Route("/people/{id}/offer", organiser(on_behalf.offer), methods=BOTH),
    Route("/people/{id}/ask", organiser(on_behalf.ask), methods=GET),
    Route("/people/{id}/ask/{step}", organiser(on_behalf.ask_step), methods=BOTH),
    Route("/exchanges/{id}", organiser(exchanges.show), methods=GET),
    Route("/exchanges/{id}/ask", organiser(exchanges.ask), methods=POST),
    Route("/exchanges/{id}/answers", organiser(exchanges.answered), methods=POST),
    Route("/exchanges/{id}/go-ahead", organiser(exchanges.go_ahead), methods=POST),
    Route("/exchanges/{id}/decide", organiser(deciding.decide), methods=BOTH),
    Route("/exchanges/{id}/undo", organiser(deciding.undo), methods=BOTH),
    Route("/exchanges/{id}/decline", organiser(deciding.decline), methods=BOTH),
    Route("/exchanges/{id}/for/{side}/{act}", organiser(exchanges.act), methods=BOTH),
    Route("/texts", organiser(texts.show_all), methods=GET),
    Route("/texts/{number}", organiser(texts.show), methods=GET),
    Route("/texts/{number}", organiser(texts.reply), methods=POST),
]

COUNCIL: list[BaseRoute] = [
    Route("/council/report", officer(council.report), methods=GET),
    Route("/council/report.csv", officer(council.table), methods=GET),
    Route("/council/key", officer(council.key), methods=BOTH),
]

API: list[BaseRoute] = [
    *api.ROUTES,  # each operation names its guard in web/api/
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
