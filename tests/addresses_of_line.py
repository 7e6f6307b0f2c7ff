"""The addresses of the information line, of what is handed over, and of what survives a change of control."""

from involvement.models import Readiness

from .addresses_of_talk import row
from .world import TALK


def addresses_of_line(world):
    """(name, situation, args, query, form) of each."""
    yield from _line(world)
    yield from _handed_over(world)
    yield from _reassessments(world)


def _line(world):
    """The line, what is kept back, and challenges to it: one that waits, one that has its reply."""
    cycle, hidden = world.cast.cycle, world.hidden_cycle
    yield row("information_line", "", [cycle.slug])
    yield row("information_line", "hidden", [hidden.slug])
    for situation, key in (
        ("withheld", ("needs", "withheld")),
        ("waits", ("budget", "withheld")),
        ("public", ("needs", "public")),
        ("involved", ("needs", "involved")),
    ):
        made = world.records[key]
        yield row("challenge_new", situation, [cycle.slug, key[0], made.SLUG, made.pk], form={"words": "It is ours."})
    reply = {"outcome": "stays", "words": "Not yet."}
    day = {"review_on_day": "1", "review_on_month": "1", "review_on_year": "2031"}
    for situation, made in world.challenges.items():
        here = [cycle.slug, made.stage.kind_slug, made.model.SLUG, made.thing_id, made.number]
        yield row("challenge", situation, here)
        yield row("challenge_reply", situation, here, form=reply | day | {"version": made.record.version})


def _handed_over(world):
    cycle, cast, given = world.cast.cycle, world.cast, world.handover
    for where, situation in ((cycle, ""), (world.hidden_cycle, "hidden")):
        yield row("cycle_way", situation, [where.slug])
        yield row("readiness", situation, [where.slug, TALK])
    yes = {name: "yes" for name in Readiness.QUESTIONS}
    yield row("readiness_new", "", [cycle.slug, "strategy"], form=yes | {"seen": 10**6, "users_words": "Six people."})
    yield row("readiness_new", "not yet", [cycle.slug, "budget"], form=yes | {"seen": 0})
    said = {"given_to": cast.cara.pk, "for_stage": given.for_stage_id, "outputs": "A list.", "thinking": "It was said."}
    yield row("handover_new", "", [cycle.slug, TALK], form=said)
    yield row("handover_new", "not yet", [cycle.slug, "budget"], form=said)
    yield row("handover", "", [cycle.slug, TALK, given.pk])
    yield row("handover_receipt", "", [cycle.slug, TALK, given.pk], form={"words": "Thank you."})
    yield row("handover_withdrawal", "", [cycle.slug, TALK, given.pk], form={})


def _reassessments(world):
    cycle = world.cast.cycle
    judged = {"outcome": "changes", "words": "With less money.", "said_by": "The new cabinet"}
    for openness, begun in world.reassessments.items():
        number = begun.event.number
        stamp = begun.survivals.get(stage__kind_slug=TALK).stamp
        yield row("reassessment", openness, [cycle.slug, number])
        yield row("survival", openness, [cycle.slug, number, "strategy"], form={**judged, "seen": 0})
        yield row("survival", f"judged {openness}", [cycle.slug, number, TALK],
                  form={**judged, "seen": stamp, "reason": "They met again."})  # fmt: skip
