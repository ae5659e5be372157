"""The ways a text leaves us, behind one small interface.

`gateway.py` says what a carrier promises: a text is taken (and has a carrier's
id), refused for now, refused for good, or nobody knows. The last is the one
that matters: what may have been sent is looked up, never sent again in hope.
`twilio.py` is the carrier, the pretend one included; `console.py` prints.
"""
