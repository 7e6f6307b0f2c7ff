"""What was written of how a meeting went becomes the debrief of the side that kept it."""

from django.db import migrations


def carry(apps, schema_editor):
    session, debrief, participant = (
        apps.get_model(*name)
        for name in (("involvement", "Session"), ("involvement", "Debrief"), ("cycle", "Participant"))
    )
    for each in session.objects.exclude(went_well="", went_badly="", otherwise="").select_related("stage"):
        team = participant.objects.filter(cycle=each.stage.cycle_id, standing="commissioners").order_by("pk").first()
        side = each.participant_id or (team and team.pk)
        if side:
            debrief.objects.create(
                session=each, participant_id=side, went_well=each.went_well, went_badly=each.went_badly,
                otherwise=each.otherwise, by=each.keeper,
            )


def carry_back(apps, schema_editor):
    for each in apps.get_model("involvement", "Debrief").objects.select_related("session").order_by("-pk"):
        row = each.session
        row.went_well, row.went_badly, row.otherwise = each.went_well, each.went_badly, each.otherwise
        row.save()


class Migration(migrations.Migration):
    dependencies = [("involvement", "0005_agendas_minutes_and_talks")]
    operations = [migrations.RunPython(carry, carry_back)]
