"""Who asked for less, who left and why, what gets in the way, and what lapsed: a part of `tests.world`."""

from people.models import Person

from . import build


def fill(world, talk):
    """Everything of it in every openness, with a canary in each field of words."""
    _easings(world)


def _easings(world):
    """Mia's note is for herself; that of dilys, who takes part on paper, is for who keeps her group too."""
    cast = world.cast
    world.easings["own"] = build.easing(cast.mia, words=world.canary("note to herself", {"mia"}))
    dilys = Person.objects.create_user(None, "Dilys")
    world.on_paper = build.member(dilys, cast.meals_voice)
    note = {"words": world.canary("note for the convenor", {"cove"}), "convenor_reads": True}
    world.easings["on paper"] = build.easing(dilys, by=cast.cove, **note)
