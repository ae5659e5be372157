"""Pages: one file for each thing a person comes to do, complete without JavaScript.

A page reads its form, calls one use case and either shows the next page or the
same one with what was typed. Folders follow who comes: public pages stand here;
`member`, `organiser` and `council` have their own.
"""
