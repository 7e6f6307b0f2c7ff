"""An earlier cycle in the world of the nets: closed, with lessons in each openness, of which some were taken up."""

from datetime import timedelta

from cycle.models import Cycle
from feedback.inheriting import LESSON, inheritance_of
from feedback.models import Carrying, Legacy

from . import build
from .readers import READERS


def an_earlier_cycle(world):
    """A public lesson, one for those who took part then and one for officers; the new cycle decided about all three."""
    cast = world.cast
    earlier = build.cycle(cast.ann, cast.council, title="Meals before")
    Cycle.objects.filter(pk=earlier.pk).update(started_at=cast.cycle.started_at - timedelta(days=900))
    review = build.stage(earlier, "review")
    for openness, who in (("public", set(READERS)), ("involved", {"ann"})):
        title = world.canary(f"earlier {openness} lesson", who)
        build.record(review, cast.ann, LESSON, title=title, openness=openness)
    build.withheld(review, cast.ann, model=LESSON, title=world.canary("earlier withheld lesson", {"ann"}))
    build.withheld(build.stage(earlier, "needs"), cast.ann, title=world.canary("earlier withheld need", {"ann"}))
    earlier.close(cast.ann, "It is over.")
    left = [each for each in inheritance_of(cast.cycle, cast.ann).own if "earlier" in each.words]
    Carrying.put(world.promises["involved"], cast.ann, world.further["actions", "withheld"])
    Legacy.decide(cast.cycle, cast.ann, left, "taken", "We do it again.", stage=cast.stage("needs"))
