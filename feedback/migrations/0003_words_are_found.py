"""The index of words, which Django cannot write; a later migration that alters what it reads has to install it again."""

from django.db import migrations

from feedback.search import index


def put_up(apps, schema_editor):
    index.install(schema_editor.connection)


def take_down(apps, schema_editor):
    index.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("feedback", "0002_promises_stand")]
    operations = [migrations.RunPython(put_up, take_down)]
