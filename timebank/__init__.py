"""timebank: neighbours exchange help, an hour given earns an hour.

One folder for each word an organiser would say. From the top floor to the
ground: commands, reporting, scheduling, matching, listings, safeguarding,
members, messaging, desk, audit, communities, ledger; below them the ground
modules (database, bell, clock, hours, errors, identity, settings, embedded).
A feature may import from the floors beneath it and never from above.

The web and the workers stand outside and call the same use cases, so that no
channel can pass round a rule.
"""
