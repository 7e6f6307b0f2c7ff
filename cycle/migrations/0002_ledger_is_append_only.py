"""The database itself keeps the ledger, the words of a hand-over, and which stages were under way (promise 23)."""

from django.db import migrations

from cycle.models import event, handover, reassessment
from people.triggers import install, remove

GUARDS = (event.GUARD, handover.GUARD, reassessment.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("cycle", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
