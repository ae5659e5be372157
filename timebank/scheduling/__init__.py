"""The life of an exchange, from "could someone…" to credits moved once.

`rules.py` holds the one table of allowed moves, the same for every channel.
The use cases are named for what people do: asking, answering, visiting,
confirming, undoing. Reminders and deadlines are facts with a time (`due`),
not states.
"""
