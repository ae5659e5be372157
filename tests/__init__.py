"""The test house.

`stores` has one real PostgreSQL and Redis for everybody and a clean database
for each test; `cast` holds the people with names whom every story uses, so
that a test reads as a sentence; `worlds` is the town they live in; `factories`
make many nameless people at once; `fakes` stand where the outside world is.
Nothing is patched. The clock of a test that touches the database stands still
on a Tuesday morning in June until the test moves it.
"""
