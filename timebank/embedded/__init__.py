"""A real PostgreSQL and a real Redis of our own, for a machine that has neither.

`servers.LocalServers(var_dir).ensure()` gives addresses that work; `stop()` (or the end of the process,
however it ends) gives them back.  A small process of its own, the keeper, starts both servers as its
children, starts them again when they die, and ends them when nobody uses them any more.  Commands share one
keeper: who uses it holds a shared file lock in `var/`, so two that start at the same moment, or one that is
killed, leave nothing half done.

PostgreSQL refuses to run as root.  As root both servers run as an unprivileged account; no folder that is
not ours is loosened for it, and where the account cannot reach `var/` the data lives under
`/var/lib/timebank` with a link. Passwords are random, kept in `var/passwords.json` for this user only; both
servers listen on loopback alone.

Nothing here knows what a timebank is, and nothing here is used in production.
"""
