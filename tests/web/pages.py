"""Every page there is and who may see it. Whoever adds a page adds it here.

A path may name one of the cast in braces: "/people/{margaret}" is opened with
Margaret's id.
"""

from typing import Literal

Who = Literal["nobody", "margaret", "amina", "priya", "ruth"]

PAGES: list[tuple[str, Who]] = [
    ("/", "nobody"),
    ("/how-it-works", "nobody"),
    ("/ring", "nobody"),
    ("/privacy", "nobody"),
    ("/accessibility", "nobody"),
    ("/emergency", "nobody"),
    ("/join", "nobody"),
    ("/join/done", "nobody"),
    ("/sign-in", "nobody"),
    ("/nowhere", "nobody"),
    ("/home", "margaret"),
    ("/ask", "margaret"),
    ("/offer", "amina"),
    ("/offer/done", "amina"),
    ("/visits", "margaret"),
    ("/time", "margaret"),
    ("/today", "priya"),
    ("/people", "priya"),
    ("/people?q=okafor", "priya"),
    ("/people/add", "priya"),
    ("/people/{margaret}", "priya"),
    ("/people/{amina}", "priya"),
    ("/people/{olive}/edit", "priya"),
    ("/people/{desmond}/check", "priya"),
    ("/people/{olive}/ask", "priya"),
    ("/people/{olive}/offer", "priya"),
    ("/texts", "priya"),
    ("/council/report", "ruth"),
    ("/council/key", "ruth"),
]
"""Path and who opens it. /nowhere is the page of all that is not there."""
