"""The pretend phone network: try the whole timebank without sending one real text.

It is a process of its own and knows nothing of the timebank. It speaks Twilio's
REST interface to the unchanged official SDK, walks each message from queued to
delivered, and posts webhooks with Twilio's signature to the address it is given.
It keeps opt-out lists as the carrier does, and fails as a carrier fails when it
is asked to. Its page shows a few telephones side by side: type a text as one
person, see what comes back.

Everything that ever happened is one line in its journal, a file; the state is
that journal read again, so a restart keeps every conversation. Files that say
"Pure" know neither network nor clock.
"""
