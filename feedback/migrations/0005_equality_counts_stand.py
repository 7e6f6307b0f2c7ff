"""The database refuses to change or delete a number that was shown for equality (promise 34). Written by hand."""

from django.db import migrations

from people.triggers import install, remove
from feedback.models import equality

GUARDS = (equality.GUARD,)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("feedback", "0004_debates_stand")]
    operations = [migrations.RunPython(put_up, take_down)]
