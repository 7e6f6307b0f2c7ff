"""Agree priorities: half-way through, the money changes, and the agreement is made anew."""

from datetime import date

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
    first = _ranked(case, stage)
    answer = case.answer(
        ranking, "Your first is the first. Hot meals and the price stand one place lower than you had them, "
        "and each says why.", changed=first,
    )  # fmt: skip
    case.judge(answer, "bea")
    _one_who_could_not_come(case, stage)
    case.finish(stage)


def _ranked(case, stage):
    first = case.put(
        stage, title="Keep the look-in at the door",
        summary="Whoever brings the meal goes on seeing how you are.",
        users_rank=1, professionals_rank=2, agreed_rank=1,
    )  # fmt: skip
    case.put(
        stage, title="Find the saving",
        summary="The council has to plan for less money, or the whole service is at risk.",
        users_rank=5, professionals_rank=1, agreed_rank=2,
        why_it_differs="Users put it last, for it is not theirs to find. The council may not plan for money "
        "that it does not have. So it stands high, and below the look-in.",
    )  # fmt: skip
    case.put(
        stage, title="Keep meals hot for those who need them hot",
        summary="Nobody has to heat a meal who cannot or does not want to.",
        users_rank=2, professionals_rank=4, agreed_rank=3,
        why_it_differs="The saving went above it. Officers had it fourth. It rose because of what users said.",
    )  # fmt: skip
    case.put(
        stage, title="Keep the price low",
        summary="The price goes up as little as can be, and is told early.",
        users_rank=3, professionals_rank=3, agreed_rank=4,
        why_it_differs="Only because the saving went above it. Both sides had it third.",
    )  # fmt: skip
    case.put(
        stage, title="More choice of food",
        summary="More dishes, and food for every diet.",
        users_rank=4, professionals_rank=5, agreed_rank=5,
        why_it_differs="It costs money that is not there this year. It is looked at again in monitoring.",
    )  # fmt: skip
    return first


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
