from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("involvement", "0006_debriefs_by_side")]
    operations = [
        migrations.RemoveField(
            model_name='session',
            name='otherwise',
        ),
        migrations.RemoveField(
            model_name='session',
            name='went_badly',
        ),
        migrations.RemoveField(
            model_name='session',
            name='went_well',
        ),
    ]
