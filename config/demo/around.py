"""The context beside the pressures: a duty, a local fact, two places, other departments, and two ways to see a need."""

from datetime import date


def play(case, stage):
    """What was weighed, what people know of their places, who else was asked, and how two bodies see a need."""
    _rules_and_facts(case, stage)
    _places(case, stage)
    _departments(case, stage)
    _views(case, stage)


def _rules_and_facts(case, stage):
    case.put(
        stage, into="circumstances", title="The council has a duty to look after people who cannot manage alone",
        summary="It has to see that you are safe and fed. How it does that is not laid down.",
        sort="law", source="The law on care in Wales", dated=date(2016, 4, 6),
        does="Whatever comes out of this, nobody who needs a meal may be left without help.",
        touches=[case.stage("strategy"), case.stage("decision")],
    )  # fmt: skip
    case.put(
        stage, into="circumstances", title="A meal costs £4.05, and four councils charge more",
        summary="Four councils in Wales with a service like this charge from £4.50 to £5.15 for two courses.",
        sort="figure", source="A comparison of Welsh councils", dated=date(2022, 11, 29),
        does="It shows what a price can be elsewhere. It does not show what people here can pay.",
        touches=[case.stage("budget"), case.stage("testing")],
    )  # fmt: skip


def _places(case, stage):
    said = case.say(
        stage, "lunch", "colin", "experience",
        "In the upper valleys the van comes at half past one. In town it comes at noon. Nobody planned it so.",
        channel="paper", given_by="nesta", voice="mandate", how_known="Asked at the table on 28 September",
        how_many=13, given_on=date(2022, 9, 28),
    )  # fmt: skip
    place = case.put(
        stage, into="places", title="The meal comes later up the valley",
        summary="Who lives far up the valley eats an hour and a half later than people in town.",
        sort="difference", place="The upper valleys", meant="A meal at noon, for everybody.",
        lived="At half past one, and later when there is snow.", known_by=case.parties["lunch"],
    )  # fmt: skip
    case.answer(said, "It stands here now in your words. It is looked at when the rounds are planned.", changed=place)
    case.put(
        stage, into="places", title="The look-in was meant to take five minutes",
        summary="On paper there are five minutes at each door. On most days there are two.",
        sort="lived", place="Everywhere", meant="Five minutes at each door, to see how somebody is.",
        lived="Two minutes, because there are fewer drivers.", known_by=case.parties["voice"],
    )  # fmt: skip


def _departments(case, stage):
    for title, summary, how, standing, because in (
        (
            "Housing",
            "Sheltered houses have kitchens and common rooms.",
            "People could eat together there.",
            "joined",
            "",
        ),
        (
            "Transport",
            "It runs small buses to the day centres.",
            "A bus could bring people to a lunch club.",
            "told",
            "",
        ),
        (
            "Leisure",
            "It runs the halls in which clubs meet.",
            "A hall could be open at noon.",
            "declined",
            "Its halls are let to schools at noon until the summer. It will be asked again then.",
        ),
    ):
        case.put(stage, into="departments", title=title, summary=summary, touches_how=how, standing=standing,
                 because=because, asked_on=date(2022, 10, 3))  # fmt: skip


def _views(case, stage):
    case.put(
        stage, into="views", title="How the commissioning team sees a need",
        summary="For the team a need is something that the council has a duty to meet.",
        body=case.parties["commissioners"], rules="The law on care, and the council's rules on what it may spend.",
        view="both", idea_of_need="Somebody cannot cook or shop, and nobody near them can do it.",
        explained_to=case.parties["voice"], explained_on=date(2022, 9, 26),
        understood_as="You look at what we cannot do. We look at what would make our day a good one.",
    )  # fmt: skip
    case.put(
        stage, into="views", title="How Meals Voice sees a need",
        summary="For Meals Voice a need is whatever keeps somebody from living as they want to.",
        body=case.parties["voice"], rules="It speaks only for people who asked it to.", view="social",
        idea_of_need="A knock at the door can be needed as much as the food.",
        explained_to=case.parties["commissioners"], explained_on=date(2022, 9, 26),
        understood_as="Food is a part of it. Being seen by somebody is another part.",
    )  # fmt: skip
