"""The database refuses to change what was held, put and said in a debate (promise 23). Written by hand."""

from django.db import migrations

from people.triggers import install, remove
from feedback.models import debate_common_view, debate_position, debate_stand

GUARDS = (debate_position.GUARD, debate_common_view.GUARD, debate_stand.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("feedback", "0003_words_are_found")]
    operations = [migrations.RunPython(put_up, take_down)]
