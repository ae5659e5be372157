"""Reading the list of members an organiser really has, saved from a spreadsheet as CSV.

All of it is pure: bytes in, a plan out. `files` makes a table of whatever the
spreadsheet wrote, `headings` finds which column is which, `names`, `cells` and
`telephones` read one cell, `sharing` finds whose number "same as husband"
means, and `plan` puts a row together or says in one sentence why it cannot.
Nothing is guessed: what could mean two things is refused, kindly, with its row.
"""
