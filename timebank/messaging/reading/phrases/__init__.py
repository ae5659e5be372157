"""What people say for each kind of help: one file a kind, named by its slug, one phrasing a line.

Written to be edited by organisers: add the words that your members use, in
the way they would text them. A line that begins with # is a note. The
scoring in `what.py` compares a text with every line here, so a varied line
is worth more than a long one; leave out names, times and "please".
"""
