"""The addresses of what earlier cycles left, of the lessons, and of why a record is as it is."""

from .addresses_of_talk import row
from .world import TALK


def addresses_of_review(world):
    """(name, situation, args, query, form) of each."""
    cycle, hidden = world.cast.cycle, world.hidden_cycle
    yield row("lessons", "")
    for where, situation in ((cycle, ""), (hidden, "hidden")):
        yield row("from_before", situation, [where.slug])
        yield row("known", situation, [where.slug])
    yield row("from_before_choice", "", [cycle.slug], form={"choice": "left", "because": "It is another service."})
    for openness in ("public", "involved", "withheld"):
        made = world.records[TALK, openness]
        yield row("why", openness, [cycle.slug, TALK, made.SLUG, made.pk])
    for openness in ("involved", "withheld"):
        made = world.further["lessons", openness]
        yield row("why", f"lesson {openness}", [cycle.slug, made.stage.kind_slug, made.SLUG, made.pk])
    for openness in ("public", "involved", "withheld"):
        promise, action = world.promises[openness], world.further["actions", "withheld"]
        form = {"record": f"{action._meta.label_lower}:{action.pk}"} if openness == "withheld" else {}
        yield row("promise_place_new", openness, [cycle.slug, TALK, promise.pk], form=form)
    involved = world.promises["involved"]
    place = involved.carryings.get()
    yield row("promise_place_end", "", [cycle.slug, TALK, involved.pk, place.pk], form={})
    yield row("promise_place_end", "of another", [cycle.slug, TALK, world.promises["public"].pk, place.pk], form={})
