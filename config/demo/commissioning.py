"""Commission: what the authority means to do after the decision, and how people are brought through the change."""

from datetime import date
from decimal import Decimal

WHY_NOW = "The cabinet has decided. Now we write down what that means for each meal."
WORDS = {
    "purpose": "We turn the decision into work: what goes on, what changes, what ends, and how you are told.",
    "open_to_change": "How the change is made, in which order, and what you are told when.",
    "fixed": "The decision of 23 January 2023: hot or frozen, £4.55 a meal, and the look-in stays.",
    "fixed_because": "The cabinet has decided it.",
    "is_not": "It is not a new choice between the options.",
    "who_decides": "The commissioning team, within the decision.",
    "decides_on": date(2023, 2, 10),
    "answer_days": 10,
}


def play(case):
    """Three intentions, and one thing that must not get lost."""
    stage = case.begin("commissioning", WHY_NOW, came_from="decision")
    agreement = case.propose(stage, WORDS, commissioners={"level": "own"}, voice={}, carers={}, kitchen={})
    case.sign(agreement, "commissioners", "voice", "carers")
    hot = case.put(
        stage, title="Hot meals as before, and frozen meals for those who ask",
        summary="Nothing changes on your plate unless you ask for it.",
        change="redesign", follows_from="Decision of 23 January 2023; priority: keep meals hot.",
        transition="A driver shows everybody who asks for frozen meals how to store, open and heat them.",
    )  # fmt: skip
    case.put(
        stage, title="The look-in goes on",
        summary="Whoever brings your meal still sees how you are.",
        change="continue", follows_from="Decision of 23 January 2023; priority: keep the look-in at the door.",
    )  # fmt: skip
    case.put(
        stage, title="Some posts in the service end",
        summary="Fewer people make and bring the meals. It can mean a new face at your door.",
        change="decommission", amount_a_year=Decimal("-427000"),
        follows_from="Decision of 23 January 2023; priority: find the saving. "
        "The sum is the saving of the whole option, not of the posts alone.",
        transition="The people who work there are spoken with first. You are told before a face changes.",
    )  # fmt: skip
    _a_first_week_by_hand(case, stage, hot)
    case.finish(stage)


def _a_first_week_by_hand(case, stage, hot):
    said = case.say(
        stage, "carers", "rhys", "idea",
        "Let people try frozen meals for a week and change back without a form.", given_on=date(2023, 2, 2),
    )  # fmt: skip
    event = case.revise(
        hot, "Carers asked for a week to try it.",
        transition="A driver shows everybody who asks for frozen meals how to store, open and heat them. "
        "You can try it for a week. To change back, tell the driver. There is no form.",
    )  # fmt: skip
    case.judge(
        case.answer(said, "Yes. One week to try, and a word to the driver to change back.", changed=event), "rhys"
    )
