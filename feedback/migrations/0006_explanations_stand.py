"""The database refuses to change why an agreement lapsed, and what users say of that (promise 23). Written by hand."""

from django.db import migrations

from people.triggers import install, remove
from feedback.models import explanation, explanation_verdict

GUARDS = (explanation.GUARD, explanation_verdict.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("feedback", "0005_equality_counts_stand")]
    operations = [migrations.RunPython(put_up, take_down)]
