"""How open the council says that it is, and how people place it: stage by stage, and not always the same.

Who gives which answer is made up, as everything that is said here. Only counts of five people or more can be seen.
"""

from feedback.models import Placing
from involvement.models import Stance

# kind: what the council says about itself, and in which words.
STANCES = {
    "framework": ("open", "How you take part is agreed with you. Nothing was fixed before you were asked."),
    "budget": (
        "closed",
        "The total is set by the council in March. We show you every line. We cannot let you change it.",
    ),
    "strategy": ("open", "What meals at home are for is written in your words."),
    "decision": ("partly", "The cabinet decides. What you say can change how it is done."),
    "monitoring": ("open", "You choose what is watched, and what you see counts as much as what we measure."),
}
NEEDS = "What a need is, and whose needs are on the list, is yours as much as ours."
NEEDS_AGAIN = "The list is still open. The time is short, because the cabinet has set its day."
TESTING = "All four options are open until the cabinet decides."
TESTING_AFTER = (
    "We said that all four were open. Meals Voice told us that one had been preferred before you were asked. "
    "What was open is how each option is done."
)


def of_the_first_needs(case):
    """At the first round most people find what the council says of itself to be true."""
    _state(case, "needs", "open", NEEDS)
    _place(case, "needs", bea="open", mia="open", colin="open", rhys="says", dai="open")


def of_the_second_needs(case):
    """The second round is short, and people say so."""
    _state(case, "needs", "partly", NEEDS_AGAIN)
    _place(case, "needs", bea="says", mia="open", colin="says", rhys="open", dai="open")


def of_the_consultation(case):
    """An option had been preferred before anybody was asked: the council takes back what it said."""
    _state(case, "testing", "open", TESTING)
    _place(case, "testing", bea="says", mia="says", colin="closed", rhys="says", dai="open")
    _state(case, "testing", "partly", TESTING_AFTER)


def play(case):
    """The other stages; people look at the consultation once more, and too few have placed the monitoring so far."""
    for kind, (position, words) in STANCES.items():
        _state(case, kind, position, words)
    _place(case, "testing", bea="open", mia="open", colin="says", rhys="open", pat="open")
    _place(case, "decision", bea="says", mia="says", colin="says", rhys="closed", dai="open", pat="open")
    _place(case, "monitoring", bea="open", rhys="says", dai="open")


def _state(case, kind, position, words):
    Stance.state(case.stage(kind), case.people.ann, position, words)


def _place(case, kind, **answers):
    """Each of these people gives an answer or changes it."""
    stage = case.stage(kind)
    for key, position in answers.items():
        Placing.place(stage, getattr(case.people, key), position)
