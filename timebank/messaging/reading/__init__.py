"""Reading what people really write.

`reader.read` turns one text, with what is open for its sender, into a
`Reading`: an intent, what it refers to, and only those slots that the text
states. One idea a file, all of it pure: no database, clock or network, so
the inbox, a page where an organiser tries a text, and a table of examples
all use the very same function.

It refuses to guess. Where a person of good sense would ask back, `clarify`
is true and nothing may be acted on; words of danger outrank everything.
The kinds of help are known here by slug alone, through the phrase files.
"""
