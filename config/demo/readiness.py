"""How ready each round was, as somebody may have written it down; made up around the public record."""

from involvement.models import Readiness

# kind and round: for each question that is not answered with yes, the answer and its words; and what is done about it.
NOT_READY = {
    ("framework", 1): {
        "users": ("partly", "Two groups meet already. Nobody speaks for families yet."),
        "maturity": ("partly", "We have asked people before. We have never planned with them."),
        "what_helps": "Colin Fictional helps families to start a group of their own.",
    },
    ("context", 1): {"candour": ("partly", "Next year's money is not known before the winter.")},
    ("needs", 1): {
        "users": ("partly", "People who stopped getting meals are hard to find."),
        "what_helps": "Letters go to everybody who got meals in the last two years.",
    },
    ("budget", 1): {
        "maturity": ("partly", "Most of us have never read a budget together."),
        "candour": ("partly", "One line cannot be shown to everybody yet."),
        "what_helps": "An officer goes through each line with the groups.",
    },
    ("priorities", 1): {"capacity": ("partly", "There are only a few weeks for it.")},
    ("testing", 1): {
        "capacity": ("no", "The consultation falls into Christmas, and some officers are away."),
        "what_helps": "Drivers and convenors help with the forms.",
    },
    ("needs", 2): {"capacity": ("partly", "There are only days until the cabinet meets.")},
    ("decision", 1): {
        "candour": ("partly", "People do not know yet when the choice was really made."),
        "what_helps": "The record of the decision will name both days.",
    },
    ("procurement", 1): {
        "users": ("partly", "Two people sit on the panel, and neither has done so before."),
        "candour": ("partly", "Prices stay closed until the marks are in."),
        "what_helps": "The two have a day of training first.",
    },
    ("implementation", 1): {"capacity": ("partly", "Drivers have to learn a second way of working.")},
    ("monitoring", 1): {
        "users": ("partly", "Some people are tired of questions."),
        "what_helps": "Nobody is rung more than once in three months.",
    },
}


def readiness_of(kind, number):
    """What is written down for this round of a stage, as `Readiness.write` takes it."""
    said = dict.fromkeys(Readiness.SAID, "") | dict.fromkeys(Readiness.QUESTIONS, "yes")
    for name, value in NOT_READY.get((kind, number), {}).items():
        said |= {name: value} if name == "what_helps" else {name: value[0], f"{name}_words": value[1]}
    return said
