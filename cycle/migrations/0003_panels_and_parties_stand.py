"""The database itself keeps opened offers, locked scores, and what parties said of visits and influence. By hand."""

from django.db import migrations

from cycle.models import influence_word, visit_reply
from people.triggers import declared, install, remove

OF_PANELS = ("cycle_panelmember", "cycle_offer", "cycle_declaration", "cycle_panelscore", "cycle_moderated")


def _guards():
    panels = [guard for guard in declared() if guard.table in OF_PANELS]
    return [*panels, visit_reply.GUARD, influence_word.GUARD]


def put_up(apps, schema_editor):
    for guard in _guards():
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in _guards():
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("cycle", "0002_ledger_is_append_only")]
    operations = [migrations.RunPython(put_up, take_down)]
