"""Agree a framework for user involvement: first of all, how people will take part."""

from datetime import date

from . import rules

WHY_NOW = "Meals cost more each year, and the council has less money. People should help to plan from the start."
WORDS = {
    "purpose": (
        "We agree how people who get meals take part: in what ways, with what help, and by when they get an answer."
    ),
    "open_to_change": "The ways of taking part, the help that you get, and how often we meet.",
    "fixed": "Fares and fees are paid within the council's rules, and every payment is written down.",
    "fixed_because": "The council has to show how it spends public money. Its books are checked each year.",
    "is_not": "It is not about meals, prices or savings yet. Those come in later stages.",
    "who_decides": "The user groups and the commissioning team decide together. Both have to say yes.",
    "decides_on": date(2022, 9, 23),
    "answer_days": 10,
}


def play(case):
    """Four parties agree the ways; two of them are there because somebody asked."""
    stage = case.begin("framework", WHY_NOW)
    shared = {"level": "share"}
    agreement = case.propose(stage, WORDS, commissioners=shared, voice=shared, lunch=shared, carers=shared)
    case.sign(agreement, "commissioners", "voice", "lunch", "carers")
    _usual_ways(case, stage)
    _what_people_asked_for(case, stage)
    rules.play(case, stage)
    case.finish(stage)


def _usual_ways(case, stage):
    case.put(
        stage,
        title="Meals Voice meets every second Thursday",
        summary="You talk with people who get meals too. Somebody from the council comes when you ask for it.",
        way="meeting",
        groups=[case.parties["voice"]],
        for_whom="People who get meals at home",
        support="A lift there and back, large print, and a break after an hour.",
        payment="Bus or taxi fares, and £15 a meeting for those who want it.",
        answer_days=10,
    )
    case.put(
        stage,
        title="The council comes to the lunch club",
        summary="You do not have to go anywhere. Somebody comes on a Wednesday, eats with you and listens.",
        way="visit",
        groups=[case.parties["lunch"]],
        for_whom="Older people who may need meals later",
        support="The convenor reads papers out. What was said is read back before it is sent.",
        payment="Lunch is paid.",
        answer_days=15,
    )
    case.put(
        stage,
        title="A phone line on weekday mornings",
        summary="You can ring and say what you think. It is written down and read back to you.",
        way="phone",
        for_whom="People who cannot or do not want to write",
        answer_days=15,
    )


def _what_people_asked_for(case, stage):
    asked = case.say(
        stage, "lunch", "colin", "idea",
        "Please do not send us only a web address. Most of us have no computer. "
        "A letter with a form and a stamp would do.",
        channel="paper", given_by="nesta", voice="mandate", how_known="Asked at the table on 7 September",
        how_many=16, given_on=date(2022, 9, 8),
    )  # fmt: skip
    paper = case.put(
        stage,
        title="Every form goes out on paper, with a stamped envelope",
        summary="You get each form by post. You can fill it in with somebody's help, or ring and have it filled in.",
        way="paper",
        for_whom="Everybody who gets meals, and everybody who did in the last two years",
        support="Drivers and convenors help with filling it in.",
        answer_days=15,
    )
    case.answer(asked, "You are right. Every form now goes out on paper, with a stamped envelope.", changed=paper)
    question = case.say(
        stage, "voice", "mia", "question",
        "Do I lose any of my benefits if I take the £15 for a meeting?",
        given_on=date(2022, 9, 12),
    )  # fmt: skip
    talk = case.put(
        stage,
        title="A talk about benefits before anybody takes a fee",
        summary="Before you take a fee, you can talk to an adviser. You can also say no to the fee and still come.",
        way="one to one",
        for_whom="Everybody who is offered a fee",
        support="The adviser does not work for the council.",
    )
    answer = case.answer(
        question,
        "For some people a fee can change what they get. It depends on the benefit. "
        "So everybody can now talk to an adviser first. You choose after that.",
        changed=talk,
    )
    case.judge(answer, "mia")
