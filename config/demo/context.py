"""Operating context: what presses on the service from outside. It stays open, because pressures keep coming."""

from datetime import date

from django.utils import timezone

from . import around

WHY_NOW = "Food, fuel and pay cost more. Before we talk about meals, all should know what presses on them."
WORDS = {
    "purpose": "We write down what goes on around the service, so that nobody is surprised by it later.",
    "open_to_change": "What is on the list, in which words, and what it means for you.",
    "fixed": "Prices in the shops, laws, and what the governments decide.",
    "fixed_because": "The council cannot change them. It can only say early what they mean here.",
    "is_not": "It is not a plan. Nothing is decided here.",
    "who_decides": "The commissioning team keeps the list. Everybody who takes part can add to it.",
    "answer_days": 15,
}


def play(case):
    """The stage opens with three pressures; a driver, the lunch club and others bring more, also less tangible ones."""
    stage = case.begin("context", WHY_NOW, came_from="framework")
    agreement = case.propose(stage, WORDS, commissioners={}, voice={}, lunch={}, kitchen={})
    case.sign(agreement, "commissioners", "voice", "lunch")
    _known_at_the_start(case, stage)
    _what_was_said(case, stage)
    less_tangible(case, stage)
    around.play(case, stage)


def _known_at_the_start(case, stage):
    case.put(
        stage,
        title="Fewer people order meals than before the pandemic",
        summary="Each meal costs more to bring when fewer people order. The vans drive just as far.",
        sort="circumstances",
        source="The council's count of meals",
        dated=date(2022, 9, 1),
        hits=[case.stage("needs"), case.stage("strategy")],
    )
    case.put(
        stage,
        title="The council expects to spend more than it gets",
        summary="The council has to find savings in all that it does. Meals at home are one part of it.",
        sort="budget",
        source="The council's outlook on its money",
        dated=date(2022, 9, 28),
        hits=[case.stage("budget"), case.stage("priorities")],
    )
    case.put(
        stage,
        title="Few councils in Wales still run such a service themselves",
        summary="There are not many left to compare with. Four that do charge from £4.50 to £5.15 for two courses.",
        sort="circumstances",
        source="A comparison of Welsh councils",
        dated=date(2022, 11, 29),
        hits=[case.stage("testing")],
    )


def _what_was_said(case, stage):
    driver = case.say(
        stage, "kitchen", "dai", "experience",
        "Milk, flour and meat went up again and again this year. It costs far more to fill the van. "
        "We have less time at each door, because there are fewer of us.",
        given_on=date(2022, 9, 14),
    )  # fmt: skip
    costs = case.put(
        stage,
        title="Food and energy cost more",
        summary="The same meal costs the council more to make and to bring than a year ago.",
        sort="national economy",
        source="The council's accounts, and the meals team",
        dated=date(2022, 9, 1),
        hits=[case.stage("budget")],
    )
    case.answer(driver, "Thank you. Your words are in the list now, next to the figures.", by="owen", changed=costs)
    table = case.say(
        stage, "lunch", "owen", "experience",
        "Prices go up for us as well. Some of us keep the heating off to have money for food.",
        channel="visit", voice="mandate", how_known="Owen sat with the club at lunch and asked round the tables",
        how_many=14, dissent="Two said that they manage well and want no fuss.", given_on=date(2022, 9, 21),
    )  # fmt: skip
    heating = case.put(
        stage,
        title="People choose between heating and eating",
        summary="A higher price can mean that somebody eats less. It has to be looked at together with the bills.",
        sort="quality",
        source="Upper Valleys Lunch Club",
        dated=date(2022, 9, 21),
        hits=[case.stage("priorities")],
    )
    case.answer(
        table, "We have put this on the list in your words. It counts when prices are talked about.", changed=heating
    )


def less_tangible(case, stage):
    """What nobody writes down, in the made-up words of the made-up people (R21)."""
    case.put(
        stage,
        title="Forms first, people second",
        summary="The lunch club says that the number of forms counts more than the talks. So talks get cut short.",
        sort="output culture",
        source="Upper Valleys Lunch Club, over lunch",
        dated=date(2022, 9, 21),
        hits=[case.stage("needs")],
    )
    case.put(
        stage,
        title="Only a hot meal is a proper meal",
        summary="Many of us take this as given, and few say it aloud. So nobody asks what a frozen meal could do.",
        sort="silent values",
        source="Meals Voice and the meals team, when they first met",
        dated=date(2022, 9, 26),
        hits=[case.stage("testing")],
    )
    case.put(
        stage,
        title="We all thought that the meals team can move money",
        summary="It cannot. The council sets the sum. Nobody had asked, so hopes went to the wrong door.",
        sort="assumed power",
        source="Carers Round the Table",
        dated=date(2022, 9, 26),
        hits=[case.stage("budget")],
    )


def autumn_statement(case):
    """In November the governments say how much money there is; work on priorities is half done by then."""
    return case.put(
        case.stage("context"),
        title="The autumn statement leaves councils with less than they need",
        summary="The council knows now that there will be a large gap next year. Meals have to bring a saving.",
        sort="national economy",
        source="The government's autumn statement",
        dated=date(2022, 11, 17),
        hits=[case.stage("priorities"), case.stage("budget")],
    )


def if_frozen_fails(case):
    """What is done if things go wrong; it changes nothing that was agreed."""
    return case.put(
        case.stage("context"),
        title="If frozen meals fail, everybody gets a hot one",
        summary="When a freezer breaks or a delivery does not come, the kitchen brings you a hot meal the same day.",
        sort="if things go wrong",
        source="Community meals team",
        dated=date(2023, 6, 5),
    )


def sign_again(case):
    """The agreement of this stage is looked at again after the money has become known, and signed as it is."""
    case.sign(case.agreement(case.stage("context")), "commissioners", "voice", "lunch")


def two_rounds_become_one(case):
    """The newest pressure: it changes what monitoring rests on, so its agreement has to be looked at again."""
    return case.put(
        case.stage("context"),
        title="Two delivery rounds in the upper valleys become one",
        summary="A driver has left. Until there is a new one, meals there come up to 20 minutes later.",
        sort="circumstances",
        source="Community meals team",
        dated=timezone.localdate(),
        hits=[case.stage("monitoring")],
    )
