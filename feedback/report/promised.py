"""What was promised in a stage, for its report."""

from ..models import Promise
from ..promising import hidden_in_words, shown

PRINTED = 100  # so many of the newest are in a report; the register has them all


def promised_in(stage, person):
    """What a Report says of promises: `promised`, `more_promised`, `promises_hidden`; a fixed number of queries."""
    those = Promise.objects.in_stage(stage)
    newest = list(those.visible_to(person, stage.cycle).for_list()[: PRINTED + 1])
    return {
        "promised": shown(newest[:PRINTED], person, stage.cycle),
        "more_promised": len(newest) > PRINTED,
        "promises_hidden": hidden_in_words(those, person, stage.cycle),
    }
