"""Timebanks and Circles, the council each belongs to, places and policy.

A timebank is the smallest thing that stands alone: its people, its books and
its telephone number. A council (by its GSS code) may have many. Policy is
each timebank's own: how far a new member may go below nothing, how many
neighbours are asked at once, how long an answer is waited for.
"""
