"""Agree strategic framework: what meals at home should be like in three years, whoever runs them."""

from datetime import date

from . import charter

WHY_NOW = "The list of needs is there. Now we agree what meals at home are for."
WORDS = {
    "purpose": "We agree what meals at home should be like in 2026, whoever makes and brings them.",
    "open_to_change": "The aims, their words, and what makes a service a good one.",
    "fixed": "The council has a duty to look after people who cannot manage alone. That stays.",
    "fixed_because": "It is the law in Wales.",
    "is_not": "It does not choose who runs the service, or what a meal costs.",
    "who_decides": "The cabinet, with the aims as the user groups and the commissioning team agreed them.",
    "decides_on": date(2022, 11, 4),
    "answer_days": 15,
}


def play(case):
    """Three aims, one of them in the users' own words."""
    stage = case.begin("strategy", WHY_NOW, came_from="needs")
    agreement = case.propose(stage, WORDS, commissioners={}, voice={"level": "share"}, lunch={}, carers={}, cabinet={})
    case.sign(agreement, "commissioners", "cabinet", "voice", "lunch", "carers")
    case.put(
        stage, title="Nobody who needs a meal goes without one",
        summary="If you cannot cook, you can count on a meal, on every day that you need one.",
        horizon="By March 2026",
        qualities="Warm and good food, on time, for every diet, at a price that people can pay.",
        rests_on="Needs: a hot meal, food that fits. Pressures: higher prices, people who save on food.",
    )  # fmt: skip
    case.put(
        stage, title="The service can still be paid for in three years",
        summary="A service that costs more than there is would end one day, all at once. That must not happen.",
        horizon="By March 2026",
        qualities="Vans that are full, kitchens that fit the number of meals, and prices that are told early.",
        rests_on="Pressures: fewer orders, the council's money. Budget: the saving for 2023–24.",
    )  # fmt: skip
    _in_their_words(case, stage)
    _a_promise_that_cannot_be_made(case, stage)
    charter.play(case, stage)
    case.finish(stage)


def _in_their_words(case, stage):
    words = case.say(
        stage, "voice", "bea", "idea",
        "Do not write “welfare monitoring”. Write: somebody knocks, knows my name, and has a minute.",
        voice="mandate", how_known="Agreed at the meeting on 27 October", how_many=9, given_on=date(2022, 10, 27),
    )  # fmt: skip
    aim = case.put(
        stage, title="Somebody knocks, knows my name, and has a minute",
        summary="A meal comes with a look-in. The one who brings it sees how you are and tells somebody if need be.",
        horizon="From now on",
        qualities="The same faces where possible. Enough time at the door. A number to call when worried.",
        rests_on="Needs: somebody who looks in; families can rely on it.",
    )  # fmt: skip
    answer = case.answer(words, "That is better than ours. It is the aim now, word for word.", changed=aim)
    case.judge(answer, "bea")


def _a_promise_that_cannot_be_made(case, stage):
    asked = case.say(
        stage, "carers", "rhys", "objection", "Write down that the council will always run it itself.",
        given_on=date(2022, 10, 31),
    )  # fmt: skip
    answer = case.answer(
        asked, "We cannot write that.",
        because="The options are not tested yet. The cabinet may not bind itself before it has heard about them.",
    )  # fmt: skip
    case.judge(answer, "rhys")
