"""Who did what, for whom, by which channel.

Rows are only ever added. Every move of an exchange leaves one, as does every
act upon a person's record. When an organiser acts for a member the row names
both.
"""
