"""What gets in the way, on the page of a stage."""

from django import template

from ..models import Barrier

register = template.Library()


@register.inclusion_tag("involvement/barriers/of_stage.html")
def stage_barriers(stage, person):
    """How much still gets in the way in a stage, and the way to say so for those who take part."""
    if not stage.round_number:
        return {"number": 0, "may_say": False}
    number = Barrier.objects.in_cycle(stage.cycle).matching(stage).not_gone().count()
    return {"stage": stage, "number": number, "may_say": not Barrier.refusal_to_log(stage.cycle, person)}
