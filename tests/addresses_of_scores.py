"""The addresses of scoring options: a part of what all nets walk over."""

from .addresses_of_talk import row
from .world import TALK


def addresses_of_scores(world):
    """The scores of options, the sheet of one party, and the criteria that one may begin with."""
    cycle, hidden, cast = world.cast.cycle, world.hidden_cycle, world.cast
    option, criterion = world.records["testing", "public"], world.further["criteria", "involved"]
    sheet = {"version": "0", f"score_{option.pk}_{criterion.pk}": "7"}
    elsewhere = hidden.participants.first()
    for where, situation in ((cycle, ""), (hidden, "hidden")):
        yield row("scores", situation, [where.slug, "testing"])
        yield row("criteria_start", situation, [where.slug, "testing"], form={})
    yield row("scores", "of another kind", [cycle.slug, TALK])
    yield row("scores_new", "", [cycle.slug, "testing", cast.users.pk], form=sheet)
    yield row("scores_new", "of providers", [cycle.slug, "testing", cast.providers.pk], form=sheet | {"version": "1"})
    yield row("scores_new", "hidden", [hidden.slug, "testing", elsewhere.pk], form=sheet)
