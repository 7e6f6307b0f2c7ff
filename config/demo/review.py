"""Review: being prepared; its agreement waits for signatures, and the first lesson is written down already."""

WHY_NOW = "We look back while people still remember how it was."
WORDS = {
    "purpose": "We look back together: what helped people to be heard, and what got in the way.",
    "open_to_change": "What we look at, whom we ask, and what is carried into the next cycle.",
    "fixed": "What was decided stays decided.",
    "fixed_because": "A review that opened all again would keep people from saying what they think.",
    "is_not": "It is not a search for who is to blame.",
    "who_decides": "Users and commissioners write it together. Where they differ, both views stand in it.",
    "answer_days": 15,
}
CABINET = {
    "role": "Says what helped it to decide, and what it missed",
    "level": "influence",
    "may": "Say what it needed to know, and when.",
    "may_not": "Take out what others found.",
}


def play(case):
    """Proposed, signed by the commissioners, and waiting for everybody else."""
    stage = case.begin("review", WHY_NOW, came_from="monitoring")
    share = {"level": "share"}
    agreement = case.propose(stage, WORDS, commissioners=share, voice=share, lunch=share, carers=share, cabinet=CABINET)
    case.sign(agreement, "commissioners")
    case.put(
        stage, title="Five weeks over Christmas were too short",
        summary="Some people got help with the form too late, or not at all.",
        sort="lesson",
        conditions="The dates were set by the budget. Letters are slow at Christmas, and helpers are away.",
        action="Ask for dates before the cabinet meets, and leave eight weeks outside the holidays.",
        owner="Ann Example-Lead", due_on=case.day(60),
    )  # fmt: skip
