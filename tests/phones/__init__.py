"""The pretend phone network as tests use it, and a listener for its webhooks.

They are real objects with the real interface, never patches. The phone network
is the one of the demonstration, run as a process of its own.
"""
