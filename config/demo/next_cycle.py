"""The next cycle of the same council: it meets what the first one left, and takes it up or leaves it with a reason."""

from cycle.start import start_cycle
from feedback.inheriting import inheritance_of
from feedback.models import Legacy

SAID = {
    "title": "Help with shopping and cooking",
    "summary": (
        "Some people could cook for themselves again with a little help. In this cycle we find out what would help. "
        "(This is a demonstration, and all in it is made up.)"
    ),
    "sector": "Adult social care",
    "for_whom": "Adults in Rhondda Cynon Taf who live at home and find shopping or cooking hard",
    "horizon": "April 2024 to March 2027",
}
LIMITS = "Decides how people take part and when answers come. Cannot set the budget."


def play(case):
    """Started, open for everyone, and half-way through what was left: two taken up, one left, the rest to be seen."""
    ann, first = case.people.ann, case.cycle
    cycle = start_cycle(ann, first.authority, limits=LIMITS, **SAID)
    cycle.seat(case.people.owen, "officer", ann, limits="Answers what people say. Cannot promise money.")
    cycle.admit(ann, "users", group=case.parties["voice"].group)
    cycle.publish(ann)
    left = {each.words: each for each in inheritance_of(cycle, ann).own}
    _decide(cycle, ann, left, "Ask people outside", "taken", "testing", "We ask in May and June, and say so now.")
    _decide(
        cycle, ann, left, "There will be two drivers", "left", None,
        "It is about meals that are brought. Nobody drives rounds here. It stays open in the other cycle.",
    )  # fmt: skip


def _decide(cycle, by, left, start, choice, kind, because):
    found = [each for words, each in left.items() if words.startswith(start)]
    Legacy.decide(cycle, by, found, choice, because, stage=kind and cycle.stages.get(kind_slug=kind))
