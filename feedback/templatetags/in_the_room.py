"""Who is missing, on the page of a stage, whose own room cannot count people."""

from django import template

from involvement.models import Target

from ..in_the_room.targets import wanted_in
from ..in_the_room.there import there_in

register = template.Library()


@register.inclusion_tag("feedback/in_the_room/foot.html")
def stage_room_foot(stage, person):
    """Whom the stage wants to hear and has not heard; nothing is counted where nobody is wanted."""
    is_wanted = Target.objects.filter(stage=stage).exists()
    wanted = wanted_in(stage, there_in(stage)) if is_wanted else []
    missing = [each for each in wanted if not each.is_met and not each.target.has_ended]
    may_want = not Target.refusal_to_want(stage, person)
    return {"stage": stage, "who": {"wanted": wanted, "missing": missing}, "may_want": may_want}
