"""Texts out and in.

The row is the queue: an outgoing text is written in the transaction of the
event that causes it, claimed by compare-and-set and sent by a worker; an
incoming one is stored before anybody thinks about it. This feature knows
numbers and words, not people: it takes an `Addressee` value, so that every
feature above it can queue a text in its own transaction.
"""
