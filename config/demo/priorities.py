"""Agree priorities: half-way through, the money changes, and the agreement is made anew."""

from datetime import date

from . import priorities_ranked as ranked

WHY_NOW = "Not all aims can be met at once. People and officers say what has to come first."
WORDS = {
    "purpose": "We put five things in order, so that those who decide know what comes first.",
    "open_to_change": "The order, and the words for each of the five.",
    "fixed": "All five stay on the list. None is struck out.",
    "fixed_because": "Each of them came out of the needs, the aims or the money.",
    "is_not": "It is not the choice between the options. Those are tested next.",
    "who_decides": "The commissioning team writes the agreed order. Where it differs from yours, it says why.",
    "decides_on": date(2022, 12, 2),
    "answer_days": 10,
}
AFTER_THE_MONEY_CHANGED = {
    "fixed": "All five stay on the list. The saving of £427,000 a year has to be found, as far as anyone knows today.",
    "fixed_because": "The governments have said what they give. The cabinet has named the option that it prefers.",
}
RESERVATION = (
    "We sign, so that our order counts. But the saving must not be found at the door: "
    "the look-in has to stay, and the price must not go up twice."
)


def before(case):
    """The first version is signed, and the users rank."""
    stage = case.begin("priorities", WHY_NOW, came_from="strategy")
    agreement = case.propose(stage, WORDS, commissioners={}, voice={}, lunch={}, carers={})
    case.sign(agreement, "commissioners", "voice", "lunch", "carers")
    ranked.ask(case, stage)
    return case.say(
        stage, "voice", "bea", "view",
        "We put the look-in first and the hot meal second. The price comes third. "
        "We put the saving last, because it is not ours.",
        voice="mandate", how_known="Everybody at the meeting had three stickers", how_many=12,
        dissent="Two of us put the price first.", given_on=date(2022, 11, 10),
    )  # fmt: skip


def after(case, ranking):
    """A second version says what the money means; one group signs with a reservation, and the list is agreed."""
    stage = case.stage("priorities")
    agreement = case.propose(stage, AFTER_THE_MONEY_CHANGED)
    case.sign(agreement, "commissioners", "lunch", "carers")
    case.sign(agreement, "voice", reserving=RESERVATION)
    exercise = stage.kind.record_named("exercises").objects.get(stage=stage)
    exercise.stage = stage
    ranked.count(case, exercise)
    first = ranked.agree(case, exercise)[0]
    answer = case.answer(
        ranking, "Your first is the first. Hot meals and the price stand one place lower than you had them, "
        "and each says why.", changed=first,
    )  # fmt: skip
    case.judge(answer, "bea")
    _one_who_could_not_come(case, stage)
    case.finish(stage)


def _one_who_could_not_come(case, stage):
    said = case.say(
        stage, "lunch", "colin", "view",
        "I was in hospital when you put up your stickers. I would have put choice of food first. I am tired of mash.",
        channel="paper", given_by="ivor", given_on=date(2022, 11, 24),
    )  # fmt: skip
    case.answer(
        said, "Thank you for writing. Your view is kept here beside the list, so that it is not lost.", by="owen",
        because="The group had ranked by then. One more sticker would not have moved choice of food from its place.",
    )  # fmt: skip
