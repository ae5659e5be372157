"""Forms: from what was typed to a value, or to kind sentences beside the fields.

`reading` takes the request's body (never more than 64 KB) and hands it to a
pydantic model; what does not fit comes back as a `Filled` form that keeps every
word typed and says, field by field, what we still need. `fields` holds the
readers for a telephone number, a date of birth, a choice and a postcode.
"""
