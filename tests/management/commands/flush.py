from django.core.cache import cache
from django.core.management.commands import flush
from django.db import connections

GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


class Command(flush.Command):
    """Empty the tables after a test with real transactions, the guarded ones and the cache too."""

    def handle(self, **options):
        """Lift SQLite's triggers, flush, and put them back; PostgreSQL's TRUNCATE passes them by."""
        cache.clear()
        connection = connections[options["database"]]
        if connection.vendor != "sqlite":
            return super().handle(**options)
        with connection.cursor() as cursor:
            guards = cursor.execute(GUARDS).fetchall()
            for name, _ in guards:
                cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
            super().handle(**options)
            for _, statement in guards:
                cursor.execute(statement)
