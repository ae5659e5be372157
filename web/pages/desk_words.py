"""What lies on the desk and how exchanges stand, in two or three words for an organiser."""

# The words of a tag, and the colour that repeats them.
KINDS = {
    "emergency": ("Emergency", "red"),
    "nobody_came": ("Nobody came", "red"),
    "nobody_in": ("Nobody in", "red"),
    "books": ("The books", "red"),
    "running_late": ("Late", ""),
    "nobody_found": ("Nobody found", ""),
    "stopped_texts": ("Stopped texts", ""),
    "by_telephone": ("Please tell", ""),
    "please_ring": ("Please ring", ""),
    "out_of_scope": ("Outside what we do", ""),
    "not_understood": ("Not understood", ""),
    "texts_failing": ("Text not through", ""),
    "minutes_differ": ("Times differ", ""),
    "wrong_number": ("Wrong number", ""),
    "not_confirmed": ("Not confirmed", ""),
}

STATES = {
    "asked": "Needs someone",
    "asking": "Neighbours asked",
    "offered": "Member to approve",
    "agreed": "Agreed",
    "done": "Not yet confirmed",
    "half_confirmed": "One has confirmed",
    "confirmed": "Confirmed",
    "declined": "Declined",
    "cancelled": "Called off",
    "lapsed": "Nobody found",
    "disputed": "For you to decide",
}
