"""The database itself keeps opened offers, declared ties, locked scores and what a panel came to (R54, R56)."""

from django.db import migrations

from cycle.triggers import declared, install, remove

TABLES = ("cycle_panelmember", "cycle_offer", "cycle_declaration", "cycle_panelscore", "cycle_moderated")


def _guards():
    return [guard for guard in declared() if guard.table in TABLES]


def put_up(apps, schema_editor):
    for guard in _guards():
        install(schema_editor.connection, guard)


def take_down(apps, schema_editor):
    for guard in _guards():
        remove(schema_editor.connection, guard)


class Migration(migrations.Migration):
    dependencies = [("cycle", "0003_procure_schema")]
    operations = [migrations.RunPython(put_up, take_down)]
