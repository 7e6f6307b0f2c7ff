"""A migrated, empty SQLite file, kept between runs: migrating takes longer than most of what one tests while working.

It lies in `var/` under a digest of all that a migration runs, so that a change of any of it makes another one.
"""

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connection

MADE_BY = ("*/migrations/*.py", "*/models/*.py", "cycle/kinds/**/*.py", "people/triggers.py", "config/settings.py",
           "tests/settings.py", "requirements.txt")  # fmt: skip


def put_in_place():
    """Copy the template to where the tests' database is to be; returns whether there was one."""
    if connection.vendor != "sqlite" or not kept().exists():
        return False
    shutil.copyfile(kept(), settings.DATABASES["default"]["TEST"]["NAME"])
    return True


def keep():
    """Keep a copy of the tests' database, as it is before the first of them, in the place of older ones."""
    if connection.vendor != "sqlite" or kept().exists() or not connection.introspection.table_names():
        return
    kept().parent.mkdir(exist_ok=True)
    new = kept().with_suffix(f".{os.getpid()}")
    connection.ensure_connection()
    there = sqlite3.connect(new)
    connection.connection.backup(there)
    there.close()
    for old in kept().parent.glob("tests-*.sqlite3"):
        old.unlink(missing_ok=True)
    new.replace(kept())


def end_other_sessions():
    """End what killed servers still hold open on PostgreSQL, which would keep the database from being dropped."""
    if connection.vendor != "postgresql":
        return
    others = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid) FROM ({others}) AS held")  # noqa: S608


def kept():
    """The path of the template of this tree."""
    root = Path(settings.BASE_DIR)
    found = hashlib.sha256()
    for pattern in MADE_BY:
        for path in sorted(root.glob(pattern)):
            found.update(f"{path.relative_to(root)}\n".encode() + path.read_bytes())
    return root / "var" / f"tests-{found.hexdigest()[:16]}.sqlite3"
