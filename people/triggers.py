"""Guards in the database itself: rows that may be added and read, and never changed or taken away.

SQLite and PostgreSQL get the same promise. `install` and `remove` are used by migrations; `missing` by the check.
"""

import sys
from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import apps


@dataclass(frozen=True)
class Guard:
    """A table whose rows are frozen. `free` may still change; `when` is SQL over OLD (all rows when empty).

    blankable: columns that may be emptied, and only emptied, all at once, when a person is erased.
    """

    table: str
    columns: tuple[str, ...]
    when: str = ""
    blankable: tuple[str, ...] = ()

    @property
    def name(self):
        return f"{self.table}_frozen"

    def changed(self, distinct):
        """SQL that is true when a frozen column would change; `distinct` is the engine's null-safe comparison."""
        kept = [f"OLD.{column} {distinct} NEW.{column}" for column in self.columns if column not in self.blankable]
        for column in self.blankable:
            kept.append(f"(OLD.{column} {distinct} NEW.{column} AND NEW.{column} {distinct} '')")
        return "(" + " OR ".join(kept) + ")"

    def condition(self):
        return f"({self.when})" if self.when else "(1 = 1)"


MESSAGE = "this row is part of the record and cannot be changed"


def install(connection, guard):
    """Create the guard on this connection's engine; existing ones are replaced."""
    remove(connection, guard)
    statements = _sqlite(guard) if connection.vendor == "sqlite" else _postgresql(guard)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def remove(connection, guard):
    """Take the guard away (migrations backwards, and the tests that forge)."""
    with connection.cursor() as cursor:
        for ending in ("update", "delete"):
            name = f"{guard.name}_{ending}"
            on_table = "" if connection.vendor == "sqlite" else f" ON {guard.table}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


@contextmanager
def lifted(connection, tables):
    """Take the guards of these tables away, and put them up again: only to take a forgotten person out of them.

    Call it inside a transaction, so that nobody else ever finds a table without its guard (decision 40).
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A guard is lifted only inside a transaction.")
    guards = [guard for guard in declared() if guard.table in tables]
    _let_no_check_wait(connection, guards)
    for guard in guards:
        remove(connection, guard)
    yield
    _let_no_check_wait(connection, guards)
    for guard in guards:
        install(connection, guard)


def _let_no_check_wait(connection, guards):
    """PostgreSQL alters no table on which a check still waits for the end of the transaction."""
    if guards and connection.vendor == "postgresql":
        connection.check_constraints()


def declared():
    """Every Guard that the file of a model declares as its `GUARD`, in all apps."""
    files = {model.__module__: sys.modules[model.__module__] for model in apps.get_models()}
    return [file.GUARD for file in files.values() if hasattr(file, "GUARD")]


def missing(connection, guards):
    """The names of triggers that ought to be in the database and are not."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {row[0] for row in cursor.fetchall()}
    wanted = {f"{guard.name}_{ending}" for guard in guards for ending in ("update", "delete")}
    return sorted(wanted - there)


def _sqlite(guard):
    refuse = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    yield (
        f"CREATE TRIGGER {guard.name}_update BEFORE UPDATE ON {guard.table} "
        f"WHEN {guard.condition()} AND {guard.changed('IS NOT')} {refuse}"
    )
    yield f"CREATE TRIGGER {guard.name}_delete BEFORE DELETE ON {guard.table} WHEN {guard.condition()} {refuse}"


def _postgresql(guard):
    yield (
        "CREATE OR REPLACE FUNCTION in_the_round_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    refuse = "EXECUTE FUNCTION in_the_round_refuse()"
    yield (
        f"CREATE TRIGGER {guard.name}_update BEFORE UPDATE ON {guard.table} FOR EACH ROW "
        f"WHEN ({guard.condition()} AND {guard.changed('IS DISTINCT FROM')}) {refuse}"
    )
    yield (
        f"CREATE TRIGGER {guard.name}_delete BEFORE DELETE ON {guard.table} FOR EACH ROW "
        f"WHEN ({guard.condition()}) {refuse}"
    )
