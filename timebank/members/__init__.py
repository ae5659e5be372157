"""People: who they are, how to reach them, what they agreed to, and signing in.

A person belongs to one timebank and may be member, helper and organiser at
once. Nobody needs e-mail or a mobile; several may share one telephone. Signing
in is a six-digit code, by text or read out by an organiser: no password.
"""
