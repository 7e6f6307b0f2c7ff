"""The database refuses to change what a convenor or host declared, a count of trust, and an answer on direct funding."""

from django.db import migrations

from involvement.models import direct_funding, loyalty, trust
from people.triggers import install, remove

GUARDS = (direct_funding.GUARD, loyalty.GUARD, trust.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("involvement", "0004_loyalty")]
    operations = [migrations.RunPython(put_up, take_down)]
