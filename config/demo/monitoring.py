"""Monitoring and evaluation: what became better and what did not; here people wait for answers today."""

from datetime import date

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
    agreement = case.propose(stage, WORDS, commissioners={}, voice={"level": "share"}, lunch={}, carers={}, kitchen={})
    case.sign(agreement, "commissioners", "voice", "lunch", "carers")
    look_in = _measures(case, stage)
    _a_visit_by_users(case, stage, look_in)
    _waits_for_a_verdict(case, stage)
    _wait_for_an_answer(case, stage)


def _measures(case, stage):
    case.put(
        stage, title="My food is hot when I lift the lid",
        summary="Users look at the first bite, not at the van.",
        words_of="users", how_measured="Meals Voice rings ten members each month and asks.",
        aimed_at="Nine in ten say yes", reading="Eight in ten", read_on=date(2023, 9, 30),
    )  # fmt: skip
    case.put(
        stage, title="Temperature of the meal at the door",
        summary="A cook measures one meal in each van, once a week.",
        words_of="professionals", how_measured="A thermometer in the last meal of the round.",
        aimed_at="63 degrees or more in every van", reading="In every van", read_on=date(2023, 9, 30),
    )  # fmt: skip
    return case.put(
        stage, title="Somebody knocks, knows my name, and has a minute",
        summary="This is the aim in the users' own words. It is watched in the same words.",
        words_of="users", how_measured="Two members of Meals Voice ride along once a month and take notes.",
        aimed_at="At every door",
    )  # fmt: skip


def _a_visit_by_users(case, stage, look_in):
    said = case.say(
        stage, "voice", "colin", "experience",
        "We rode along for a morning. Eighteen doors. At fifteen there was time for a word. "
        "At three the driver ran, because the round was too long.",
        channel="visit", voice="mandate", how_known="Two members wrote it down door by door", how_many=18,
        given_on=date(2023, 10, 5),
    )  # fmt: skip
    event = case.revise(
        look_in,
        "Two members rode along on 5 October.",
        reading="At 15 of 18 doors",
        read_on=date(2023, 10, 5),
    )
    answer = case.answer(said, "Your count is the reading now. The three doors go to another round.", changed=event)
    case.judge(answer, "colin")


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
