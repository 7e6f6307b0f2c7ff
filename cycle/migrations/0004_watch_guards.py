"""The database itself keeps what a party has said of a visit's finding, and of an influence on a decision (R60, R62)."""

from django.db import migrations

from cycle.models import influence_word, visit_reply
from cycle.triggers import install, remove

GUARDS = (visit_reply.GUARD, influence_word.GUARD)


def put_up(apps, schema_editor):
    for guard in GUARDS:
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in GUARDS:
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("cycle", "0003_watch_schema")]
    operations = [migrations.RunPython(put_up, take_down)]
