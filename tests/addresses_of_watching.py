"""The addresses of what is watched, and of how taking part went: a part of what all nets walk over."""

from .addresses_of_talk import row
from .world import TALK


def addresses_of_watching(world):
    """Ratings of a stage and a cycle, replies to visits, words on influences, and the way back to a decision."""
    cycle, hidden, cast = world.cast.cycle, world.hidden_cycle, world.cast
    given = {"mattered": "7", "heard": "5"}
    for where, situation in ((cycle, ""), (hidden, "hidden")):
        yield row("cycle_evaluation", situation, [where.slug])
        yield row("stage_ratings", situation, [where.slug, TALK], form=given)
    yield row("stage_ratings", "not yet", [cycle.slug, "budget"], form=given)
    here, words = [cycle.slug, "monitoring"], {"words": "It is so.", "because": "We looked again."}
    for openness in ("involved", "withheld"):
        finding = world.further["visit-findings", openness]
        reply = words | {"interest": "We earn money here.", "seen": 2}
        yield row("visit_reply", openness, [*here, finding.pk], form=reply)
        influence = world.further["influences", openness]
        for party in (cast.users, cast.commissioners):
            said = words | {"says": "no", "seen": 1}
            situation = f"{openness} for {party.standing}"
            yield row("influence_word", situation, [*here, influence.pk, party.pk], form=said)
    yield row("influence_word", "for providers", [*here, influence.pk, cast.providers.pk], form=words | {"seen": 0})
    for openness in ("involved", "withheld"):
        report = world.further["front-line", openness]
        again = {"reason": "They asked for it.", "version": report.version}
        yield row("look_again", openness, [cycle.slug, "implementation", report.pk], form=again)
    yield row("look_again", "of another kind", [cycle.slug, TALK, report.pk], form=again)
