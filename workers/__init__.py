"""The workers' edge: what happens without anybody looking at a page.

`main` is the list of all jobs and hours; every other file is one job. A job is
only a nudge to look: what there is to do stands in PostgreSQL, so a lost, double
or late nudge changes nothing. arq and Redis carry the nudges; while Redis is
away the workers look for themselves every few seconds.
"""
