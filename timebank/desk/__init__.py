"""What a human must do next.

An item stands on the desk until a person takes it off: please ring, a text
not understood, nobody found, visits not confirmed, minutes that differ, an
emergency. The same matter is never laid on the desk twice while it is open.
"""
