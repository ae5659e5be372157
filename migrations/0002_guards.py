"""What only PostgreSQL can say: the ledger's functions, guards, partial indexes, rights."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from migrations import sql


class Migration(migrations.Migration):
    """Functions that alone may write the ledger, and what the application's role may touch."""

    dependencies = [("timebank", "0001_tables")]

    operations = [
        ops.RunSQL(sql.read("0002_ledger.up.sql"), sql.read("0002_ledger.down.sql")),
        ops.RunSQL(sql.read("0002_guards.up.sql"), sql.read("0002_guards.down.sql")),
        ops.RunSQL(sql.read("0002_rights.up.sql"), sql.read("0002_rights.down.sql")),
    ]
