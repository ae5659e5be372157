"""Numbers, names, joining, signing in and the organiser's list."""
