"""Monitoring and evaluation: what became better and what did not; here people wait for answers today."""

from . import outcomes, visiting, weighing

WHY_NOW = "The change has begun. People should see early what gets better and what does not."
WORDS = {
    "purpose": "We look whether meals at home are as they were promised, in your words beside ours.",
    "open_to_change": "What is watched, how, by whom, and what is put right when it is not as it should be.",
    "fixed": "Meals come between half past eleven and half past one.",
    "fixed_because": "The kitchens and the rounds are planned for these two hours.",
    "is_not": "It is not a way to check on single drivers.",
    "who_decides": "The commissioning team. Twice a year it tells the cabinet what was found.",
    "answer_days": 15,
}


def play(case):
    """Measures in users' and in professional words, visits by users, and answers that are still owed."""
    stage = case.begin("monitoring", WHY_NOW, came_from="implementation")
    agreement = case.propose(
        stage, WORDS, commissioners={}, voice={"level": "share"}, lunch={}, carers={}, kitchen={}, supplier={}
    )
    case.sign(agreement, "commissioners", "voice", "lunch", "carers")
    outcomes.play(case, stage)
    visiting.play(case, stage)
    weighing.play(case, stage)
    _waits_for_a_verdict(case, stage)
    _wait_for_an_answer(case, stage)


def _waits_for_a_verdict(case, stage):
    said = case.say(
        stage, "voice", "mia", "concern",
        "My meal comes at ten to two these days. By then I have had toast and I am not hungry.",
        given_on=case.day(-16),
    )  # fmt: skip
    case.answer(
        said, "We are sorry. There is one driver too few just now. "
        "We will see whether your house can be nearer the start of the round.", by="owen", later_by=case.day(10),
    )  # fmt: skip


def _wait_for_an_answer(case, stage):
    case.say(
        stage, "voice", "colin", "question",
        "In spring I said that the gravy is too salty for me. My doctor says so too. What has come of it?",
        channel="phone", given_by="dilys", given_on=case.day(-40),
    )  # fmt: skip
    case.say(
        stage, "carers", "rhys", "experience",
        "Yesterday somebody new came to my mother. He did not say who he was, and she was afraid to open.",
        given_on=case.day(-2),
    )  # fmt: skip
    case.say(
        stage, "voice", "mia", "view",
        "The driver looks worn out. I say nothing, because I do not want to get anybody into trouble.",
        is_unnamed=True, openness="withheld", given_on=case.day(-1),
    )  # fmt: skip


def one_signs_again(case):
    """After the newest pressure the carers have signed again; the others have not yet."""
    case.sign(case.agreement(case.stage("monitoring")), "carers")
