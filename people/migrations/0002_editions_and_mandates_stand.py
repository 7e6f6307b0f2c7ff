"""The database refuses to change or delete an edition of a group's page and a mandate (promise 23)."""

from django.db import migrations

from people.models import group_edition, mandate
from people.triggers import install, remove

GUARDS = (group_edition.GUARD, mandate.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
