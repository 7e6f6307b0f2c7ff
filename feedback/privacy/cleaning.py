"""Giving back the pages of the database on which words stood that were taken away."""


def clean_pages(connection):
    """Let the database's own files hold nothing that its tables do not; it waits while somebody writes.

    SQLite keeps old words in free pages and in its log until this is done; PostgreSQL keeps old rows.
    """
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
