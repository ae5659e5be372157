"""What a council is told: indicators, and what may be said without giving anybody away.

`indicators.py` holds each figure's definition as data: its name, unit, formula
in words with the number of its source, and version. `queries/*.sql` counts, one
file for a figure or a group of them, all read in one statement so that every
figure of a report is of the same moment. `disclosure.py` decides, without a
database, which counts may be printed. `council.py` puts the three together.

Reporting reads every table and writes none.
"""
