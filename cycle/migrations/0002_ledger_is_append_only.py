"""The database itself refuses to change or delete a line of the ledger (promise 23)."""

from django.db import migrations

from cycle.models.event import GUARD
from cycle.triggers import install, remove


def put_up(apps, schema_editor):
    install(schema_editor.connection, GUARD)


def take_down(apps, schema_editor):
    remove(schema_editor.connection, GUARD)


class Migration(migrations.Migration):
    dependencies = [("cycle", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
