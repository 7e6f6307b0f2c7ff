"""Implementation: the change is under way; two milestones are reached, one was late, one is still to come."""

from datetime import date

from . import bringing

WHY_NOW = "The supplier is chosen, and the new price is near."
WORDS = {
    "purpose": "We bring the change about, and check that what arrives is what was decided.",
    "open_to_change": "The order of the steps, how you are told, and what is put right.",
    "fixed": "The decision, the price of £4.55, and the supplier.",
    "fixed_because": "They were decided in the stages before this one.",
    "is_not": "It is not a test of you. Nobody has to manage with frozen meals.",
    "who_decides": "The head of the service, with the meals team.",
    "answer_days": 10,
}


def play(case):
    """Four milestones, and people who say how it goes."""
    stage = case.begin("implementation", WHY_NOW, came_from="procurement")
    agreement = case.propose(
        stage,
        WORDS | {"decides_on": case.day(-41)},
        commissioners={"level": "own"},
        voice={},
        lunch={},
        carers={},
        kitchen={},
        supplier={},
    )
    case.sign(agreement, "commissioners", "voice", "lunch", "carers")
    decision = case.found("decision", "decisions", "Meals at home go on")
    case.put(
        stage, title="Everybody has a letter about the new price", decision=decision,
        summary="You know six weeks before what you will pay.",
        lead="Owen Sample-Officer", due_on=date(2023, 2, 17), reached_on=date(2023, 2, 14),
        what_arrived="A letter in large print, in Welsh and English, and a call to those who asked for one.",
        officers_say="as decided", users_say="as decided", users_words="It came in time, and we could read it.",
    )  # fmt: skip
    frozen = case.put(
        stage, title="Frozen meals for the first people who asked", decision=decision,
        summary="Those who asked for frozen meals get them, and somebody shows how to heat them.",
        lead="Community meals team", due_on=date(2023, 5, 15), reached_on=date(2023, 6, 5),
        what_arrived="Three weeks late, because freezers came late. The week to try it was kept.",
        officers_say="as decided", users_say="in part",
        users_words="Only those who asked got them, as was promised. Nobody rang on the third day.",
    )  # fmt: skip
    case.put(
        stage, title="A driver again for each round in the upper valleys",
        summary="Meals come at the usual time again.",
        lead="Community meals team", due_on=case.day(45),
    )  # fmt: skip
    _how_it_goes(case, stage, frozen)
    bringing.play(case, stage)


def _how_it_goes(case, stage, frozen):
    said = case.say(
        stage, "voice", "colin", "experience",
        "The young man showed me twice how to heat it. On the third day I did it alone.",
        channel="phone", given_by="glyn", given_on=date(2023, 6, 12),
    )  # fmt: skip
    event = case.revise(
        frozen, "A user told how the first days went.",
        what_arrived="Three weeks late, because freezers came late. The week to try it was kept. "
        "Being shown twice helps.",
    )  # fmt: skip
    case.answer(
        said, "We have told the team that twice is right. It stands with the milestone.", by="owen", changed=event
    )
    case.say(
        stage, "kitchen", "dai", "idea",
        "Give each driver a card with the number to ring when we are worried about somebody. "
        "Now we look for it in the phone while we stand in the rain.",
        given_on=case.day(-4),
    )  # fmt: skip
    offer = case.say(
        stage, "supplier", "pat", "idea",
        "We can print the eat-by date twice as large. It costs nothing. We earn money here, so please weigh that.",
        given_on=case.day(-12),
    )  # fmt: skip
    case.answer(offer, "Thank you. The lunch club looks at your new label first.", by="owen", later_by=case.day(16))
