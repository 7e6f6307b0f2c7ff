"""The database refuses to change or delete what somebody said on pausing or leaving, a barrier, and what was done about it."""

from django.db import migrations

from people.triggers import install, remove
from involvement.models import barrier, barrier_step, withdrawal

GUARDS = (barrier.GUARD, barrier_step.GUARD, withdrawal.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("involvement", "0004_what_groups_say_stands")]
    operations = [migrations.RunPython(put_up, take_down)]
