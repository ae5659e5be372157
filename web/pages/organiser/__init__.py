"""An organiser's pages: today on one screen, people, exchanges, texts.

Dense but clear, because eleven minutes must do. Whatever an organiser does for
somebody on the telephone goes through the same use cases as that person's own
pages, with the organiser as the actor and the person as the one acted for, so
that the record shows both.
"""
