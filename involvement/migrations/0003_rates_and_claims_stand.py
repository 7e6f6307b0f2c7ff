"""The database refuses to change or delete rates that were set, and the steps of a claim (promise 23)."""

from django.db import migrations

from people.triggers import install, remove
from involvement.models import claim_parts, rates

GUARDS = (claim_parts.GUARD, rates.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("involvement", "0002_agreed_words_stand")]
    operations = [migrations.RunPython(put_up, take_down)]
