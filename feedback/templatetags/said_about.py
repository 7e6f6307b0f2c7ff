"""What was said about one record, on its page; and the way to say something about it."""

from django import template
from django.urls import reverse

from ..abouts import key_of
from ..carrying import promises_in
from ..counting import at_most, in_words
from ..lessons import learnt
from ..models import Contribution
from ..showing import shown, shown_in_cycle

register = template.Library()
SHOWN = 5  # the newest; the list has the rest


@register.simple_tag
def say_about_url(stage, person):
    """Where this person can say something about a record of the stage; empty when they cannot just now."""
    if Contribution.refusal_to_give(stage, person):
        return ""
    return reverse("contribution_new", args=[stage.cycle.slug, stage.kind_slug])


@register.inclusion_tag("feedback/giving/said_about.html")
def said_about(record, stage, person):
    """How much was said about this record that the reader may read, the newest of it, and the way to say more."""
    rows = Contribution.objects.in_stage(stage).visible_to(person, stage.cycle).about(record)
    count = at_most(rows)
    here = reverse("contributions", args=[stage.cycle.slug, stage.kind_slug])
    came_from = Contribution.objects.visible_to(person, stage.cycle).that_led_to(record)
    return {
        "promises": promises_in(record, person),
        "came_from": shown_in_cycle(came_from.for_list()[:SHOWN], stage.cycle, person),
        "count": count,
        "count_in_words": in_words(count),
        "said": shown(rows.for_list()[:SHOWN], stage, person) if count else [],
        "all_url": f"{here}?about={key_of(record)}",
        "say_url": say_about_url(stage, person),
        "record": record,
    }


@register.inclusion_tag("feedback/inheriting/elsewhere.html")
def lesson_elsewhere(lesson, person):
    """Which later cycles took this lesson up or left it, as far as the reader may know of them (R87)."""
    return {"legacies": learnt([lesson], person)[0].legacies}
