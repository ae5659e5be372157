"""The demonstration's year, loaded once a run: believable, complete, in balance, and sent to nobody."""
