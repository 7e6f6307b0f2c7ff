"""The database refuses to change what a convenor or host declared, a count of trust, an answer on direct funding, and
a line about a group's money."""

from django.db import migrations

from involvement.models import allocation, direct_funding, loyalty, spending, trust
from people.triggers import install, remove

GUARDS = (allocation.GUARD, direct_funding.GUARD, loyalty.GUARD, spending.GUARD, trust.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("involvement", "0003_rates_and_claims_stand")]
    operations = [migrations.RunPython(put_up, take_down)]
