"""A member's own pages: hello, ask for help, offer help, my visits, my time.

Each page is one thing in plain words. A page reads what is there, shows what
may be done now, and leaves every decision to the use case that it calls; after
a form the browser is sent on, so that going back or pressing twice does no
harm.
"""
