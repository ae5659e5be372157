"""The command line: `timebank demo | serve | work | migrate | verify | import-members | backup | restore`.

`main` lists the commands and imports only the one asked for.  A command is a module with two functions:

    add(parser: argparse.ArgumentParser) -> None          its own arguments
    run(options: argparse.Namespace, settings: Settings) -> int     what it does; 0 is well, 1 is not

When `run` is called the settings are read and found good, logs go to standard error, and both addresses are
filled in: `settings.database_url`, `database_owner_url` and `redis_url` are never None, because without
them in the environment the local servers under `var/` run for the command's length.  (`demo` sees to its
own servers.) A command that needs the database connects by itself, inside its own `asyncio.run`.  It prints
plain sentences; what it cannot do it says by raising `failures.CommandError` with one sentence, which ends
it with 1.

Web, workers and handsets are started by dotted name or as processes, never imported.
"""
