"""What people need to take part, in every circle, and a meeting planned with it in view: a part of `tests.world`.

Nobody reads a need but those whom its owner let in.
"""

from datetime import timedelta

from django.utils import timezone

from feedback.models import EqualityAnswer
from involvement import needs as planning
from involvement.models import HowFound
from people.models import NeedsSheet

from . import build
from .readers import READERS

PLANNERS = {"ann", "ola"}
CIRCLES = {"contact": "nobody", "format": "convenor", "support": "planners", "meeting": "writers"}


def fill(world, talk):
    """Fill the world with it; talk: the stage in which people talk."""
    cast = world.cast
    readers = {"nobody": {"mia"}, "convenor": {"mia", "cove"}, "planners": {"mia", "cove"} | PLANNERS}
    readers["writers"] = readers["planners"]
    own = {part: world.canary(f"need {circle}", readers[circle]) for part, circle in CIRCLES.items()}
    for need in build.needs(cast.mia, "support-loop", circle="nobody", **own):
        circle = CIRCLES.get(need.sort.removesuffix("-other"), "planners")
        sheet = NeedsSheet.of(cast.mia)
        sheet.share(cast.mia, sheet.version, need, circle)
    paula = build.person("Paula Paper")
    world.paper_place = build.member(paula, cast.meals_voice)
    build.needs(paula, by=cast.cove, circle="convenor", meeting=world.canary("need on paper", {"cove"}))
    _meeting(world, talk)
    _who_is_there(world, talk)


def _meeting(world, talk):
    """A meeting of everybody, to which mia is asked, and how one of her needs is seen to."""
    cast = world.cast
    held = timezone.localdate() + timedelta(days=9)
    made = world.meeting_with_needs = build.session(talk, cast.ann, title="With needs", held_on=held)
    build.asked(made, cast.mia)
    stamp = planning.stamp_of(planning.needs_at(made, cast.ann))
    planning.see_to(made, cast.ann, stamp, {"support-loop": world.canary("seen to", PLANNERS)})


def _who_is_there(world, talk):
    """Whom the stage wants to hear, how people were looked for and found, and mia's answers, which nobody reads."""
    cast, everybody = world.cast, set(READERS)
    words = {name: world.canary(f"target {name}", everybody) for name in ("name", "why")}
    world.target = build.target(talk, cast.ann, **words)
    world.target.look_for(cast.ola, how=world.canary("tried", everybody), reached=2, learnt="They eat late.")
    HowFound.write(talk, cast.ann, 0, words=world.canary("how found", everybody))
    EqualityAnswer.keep(cast.cycle, cast.mia, {"sex": "female", "religion": "sikh"})
