"""The way to write down that somebody briefed or lobbied those who decide (R50)."""

from django.urls import reverse

from cycle.models import KINDS


def talks_to_write_down(cycle, reader):
    """{words, url} for each record of such talks that this reader may add in the cycle; none for most readers."""
    if not cycle.standing_of(reader).roles:
        return []
    models = {kind.slug: [model for model in kind.records if model.PART == "talk"] for kind in KINDS.values()}
    stages = cycle.stages.filter(kind_slug__in=[slug for slug, found in models.items() if found])
    ways = []
    for stage in stages:
        stage.cycle = cycle
        for model in models[stage.kind_slug]:
            if not model.why_cannot_add(stage, reader):
                url = reverse("record_new", args=[cycle.slug, stage.kind_slug, model.SLUG])
                ways.append({"words": model.ADD, "url": url})
    return ways
