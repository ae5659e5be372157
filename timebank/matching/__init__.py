"""Who could help whom, with reasons that a person can read.

Neighbours are ranked by how near they are, whether they offered this kind of
help, whether they are usually free then, whether the two have met, and how
recently they were asked; each suggestion carries its reasons in words. Nobody
is suggested whom the gate does not let through.
"""
