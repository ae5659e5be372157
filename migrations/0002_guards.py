"""What only PostgreSQL can say: the ledger's functions, guards, partial indexes, rights."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from migrations import statements


class Migration(migrations.Migration):
    """Functions that alone may write the ledger, and what the application's role may touch."""

    dependencies = [("timebank", "0001_tables")]

    operations = [
        ops.RunSQL(statements.read("0002_ledger.up.sql"), statements.read("0002_ledger.down.sql")),
        ops.RunSQL(statements.read("0002_guards.up.sql"), statements.read("0002_guards.down.sql")),
        ops.RunSQL(statements.read("0002_rights.up.sql"), statements.read("0002_rights.down.sql")),
    ]
