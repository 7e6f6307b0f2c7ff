"""The database refuses to change what a promise says, and a sheet once it is published (promise 23). Written by hand."""

from django.db import migrations

from people.triggers import install, remove
from feedback.models import promise, sheet

GUARDS = (promise.GUARD, sheet.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("feedback", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
