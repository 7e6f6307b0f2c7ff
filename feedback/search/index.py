"""The index itself: one row of words beside each contribution, kept by the database whenever something is written.

SQLite has a full-text table (FTS5) of that name, PostgreSQL a table with a tsvector and a GIN index. On both a row is
found by the same rules: small letters, no accents, English word endings cut off (Porter), no word too common to find.
`install` and `remove` are used by migrations. A migration that alters what the index reads makes SQLite forget its
triggers, so it has to install again afterwards; `missing` tells.
"""

from pathlib import Path

TABLE = "feedback_search"
SOURCES = ("feedback_contribution", "feedback_answer")


def install(connection):
    """Make the index on this connection's engine and fill it from what is there; an older one is replaced."""
    remove(connection)
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)


def remove(connection):
    """Take the index away."""
    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        there = connection.introspection.table_names(cursor)
        for name in names(connection):
            source = name.split("_words_")[0]
            if source in there:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + ("" if is_sqlite else f" ON {source}"))
        for statement in _statements("remove")[: 1 if is_sqlite else None]:
            cursor.execute(statement)


def forget_the_old(connection):
    """Let go of words that no row has any more; SQLite keeps them in its index until it is put in order."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO feedback_search(feedback_search) VALUES ('optimize')")


def _statements(name):
    """The statements of one of the files beside this one, without its comment."""
    text = Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")
    return [part.strip() for part in text.split("\n\n")[1:]]


def names(connection):
    """The names of the triggers that keep the index."""
    if connection.vendor == "sqlite":
        return [f"{source}_words_{ending}" for source in SOURCES for ending in ("insert", "update", "delete")]
    return [*(f"{source}_words_row" for source in SOURCES), "feedback_contribution_words_empty"]


def missing(connection):
    """The names of triggers that ought to be in the database and are not."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return sorted(set(names(connection)) - {name for (name,) in cursor.fetchall()})
