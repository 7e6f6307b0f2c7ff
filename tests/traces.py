"""Looking for what is left of somebody: in every column of every table, and in every file."""

from django.conf import settings
from django.db import connection


def cells():
    """(table, column, text) of everything that the database holds, whatever its tables are for."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            columns = [each.name for each in connection.introspection.get_table_description(cursor, table)]
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT * FROM {name}")  # noqa: S608
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    yield table, column, value


def holding(*texts):
    """The places that hold one of these texts, in small or in capital letters, as "table.column" and paths of files."""
    wanted, found = [text.casefold() for text in texts], set()
    for table, column, value in cells():
        said = bytes(value).decode("utf-8", "replace") if isinstance(value, (bytes, memoryview)) else str(value)
        if any(text in said.casefold() for text in wanted):
            found.add(f"{table}.{column}")
    for folder in {settings.VAR_DIR, settings.FILES_DIR}:
        # The database's own files are looked at above: a test's rows are in a transaction that ends with it.
        files = (path for path in folder.rglob("*") if path.is_file() and ".sqlite3" not in path.name)
        found |= {str(path) for path in files if any(text.encode() in path.read_bytes() for text in wanted)}
    return sorted(found)
