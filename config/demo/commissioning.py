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
    """Three intentions with what they follow from, the steps of each, and one thing that must not get lost."""
    stage = case.begin("commissioning", WHY_NOW, came_from="decision")
    agreement = case.propose(stage, WORDS, commissioners={"level": "own"}, voice={}, carers={}, kitchen={})
    case.sign(agreement, "commissioners", "voice", "carers")
    hot, posts = _intentions(case, stage)
    _steps(case, stage, hot, posts)
    _a_first_week_by_hand(case, stage, hot)
    case.finish(stage)


def _intentions(case, stage):
    """What goes on, what changes and what ends, each with its priority and the decision."""
    decided = case.stage("decision").kind.record.objects.get(stage=case.stage("decision"))
    agreed = list(case.stage("priorities").kind.record.objects.filter(stage=case.stage("priorities")))
    hot = case.put(
        stage, title="Hot meals as before, and frozen meals for those who ask",
        summary="Nothing changes on your plate unless you ask for it.",
        change="redesign", decision=decided, priorities=_named(agreed, "hot"),
        who_is_affected="Everybody who gets a meal at home",
        transition="A driver shows everybody who asks for frozen meals how to store, open and heat them.",
    )  # fmt: skip
    case.put(
        stage, title="The look-in goes on",
        summary="Whoever brings your meal still sees how you are.",
        change="continue", decision=decided, priorities=_named(agreed, "look-in"),
        who_is_affected="Everybody who gets a meal at home",
    )  # fmt: skip
    posts = case.put(
        stage, title="Some posts in the service end",
        summary="Fewer people make and bring the meals. It can mean a new face at your door. "
        "The sum is the saving of the whole option, not of the posts alone.",
        change="decommission", saving_a_year=Decimal(427000), decision=decided,
        priorities=_named(agreed, "saving"),
        who_is_affected="Those who work in the kitchens and on the rounds, and those who know them",
        transition="The people who work there are spoken with first. You are told before a face changes.",
    )  # fmt: skip
    return hot, posts


def _named(priorities, word):
    """Those of these priorities whose title says this word."""
    return [each for each in priorities if word in each.title.lower()]


def _steps(case, stage, hot, posts):
    """Users have a part in each step, from the start to the close."""
    for intention, title, phase, due_on, leads, part, done_on in (
        (hot, "Show how a frozen meal is heated", "start", date(2023, 3, 31), "The drivers",
         "Two members try it at home first, and say what is hard.", date(2023, 3, 28)),
        (posts, "Say which rounds change, and to whom", "start", date(2023, 2, 28), "The head of the service",
         "Meals Voice reads the letter before it goes out.", date(2023, 2, 24)),
        (posts, "Change the rounds one by one", "during", date(2023, 5, 31), "The kitchens",
         "Each person meets the new driver while the old one is there.", date(2023, 5, 30)),
        (posts, "Look back when the last post has ended", "closure", date(2023, 9, 29), "The commissioning team",
         "Members say who was missed, and what was worse for them.", date(2023, 9, 29)),
    ):  # fmt: skip
        case.put(
            stage, into="steps", intention=intention, title=title, summary=part, phase=phase, due_on=due_on,
            leads=leads, users_part=part, takes_part=[case.parties["voice"]], done_on=done_on,
        )  # fmt: skip


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
