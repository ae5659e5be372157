"""Every operation of the API, and so every route of it; web/routes.py takes them in."""

from starlette.routing import BaseRoute

from web.api import openapi, operations, report

OPERATIONS = (report.OPERATION,)

ROUTES: list[BaseRoute] = [*operations.routes(OPERATIONS), openapi.route(OPERATIONS)]
