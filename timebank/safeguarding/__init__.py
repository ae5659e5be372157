"""What a kind of help requires of a helper, and what each helper holds.

One gate function answers, for a helper and a kind of help on a date, whether
the needed checks are held and in date, and says in words what is missing. It
is called when neighbours are suggested, when one is asked and when one says
yes, on every channel.
"""
