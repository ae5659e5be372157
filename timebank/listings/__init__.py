"""The kinds of help, and who offers which, when.

The 51 kinds are a data file with stable slugs (tasks.csv). An offer is a
person's word that they would do one kind; beside it stands when in the week
they are usually free. Personal care, medication, gas and electrical work are
no kinds here and never will be.
"""
