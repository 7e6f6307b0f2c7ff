"""The database refuses to change or delete a proposed agreement, its terms, its signatures, how ready it was, a stance,
and a challenge once it has its reply (promise 23)."""

from django.db import migrations

from people.triggers import install, remove
from involvement.models import agreement, challenge, party, readiness, signature, stance

GUARDS = (agreement.GUARD, challenge.GUARD, party.GUARD, readiness.GUARD, signature.GUARD, stance.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("involvement", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
