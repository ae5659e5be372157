"""The task list, what is not offered, offers and free times."""
