"""Overall budget: what money there is, how sure it is, and a sum that became known half-way."""

from datetime import date
from decimal import Decimal

from . import line

PRICE = "What a person pays for a meal, 2023–24"
WHY_NOW = "People asked what money there is. We show now what is known, and what is not."
WORDS = {
    "purpose": "We show what the meals cost, who pays which part, and what is not known yet.",
    "open_to_change": "What the money is spent on, and how clearly it is shown.",
    "fixed": "The council has to plan for no more money than it has.",
    "fixed_because": "The law says so.",
    "is_not": "It is not a choice between this service and another.",
    "who_decides": "The full council sets the budget each year in March.",
    "answer_days": 15,
}


def play(case):
    """The lines as they were known in October 2022. Returns the question that is still open, and the challenge."""
    stage = case.begin("budget", WHY_NOW, came_from="context")
    inform = {"level": "inform"}
    agreement = case.propose(stage, WORDS, commissioners={}, voice=inform, lunch=inform, cabinet={})
    case.sign(agreement, "commissioners", "cabinet", "voice", "lunch")
    case.put(
        stage, title="What a person pays for a meal, 2022–23",
        summary="Everybody pays £4.05 for two courses brought to the door.",
        sort="comes in", per="each", year=2022, amount=Decimal("4.05"), status="firm",
        settled_where="The cabinet, when it sets charges",
    )  # fmt: skip
    saving = case.put(
        stage, title="What meals have to save, 2023–24",
        summary="There will be a saving. How large it is, nobody can say before the governments tell what they give.",
        sort="to save", year=2023, status="undisclosed", settled_where="The cabinet, and then the full council",
        undisclosed_because="The sum is not known yet. A guess would worry people for nothing.",
    )  # fmt: skip
    question = case.say(
        stage, "voice", "bea", "objection",
        "You ask us about savings and do not tell us how much. How can we talk about it like that?",
        voice="mandate", how_known="Talked over at the meeting on 13 October", how_many=11, given_on=date(2022, 10, 14),
    )  # fmt: skip
    first = case.answer(question, "We tell you as soon as we know it.", by="owen", later_by=date(2022, 12, 2))
    case.judge(first, "bea", "That is no answer. At least say where it is decided, and when.")
    return question, line.ask_for_the_saving(case, saving)


def the_sum_is_known(case, challenge):
    """On 29 November the cabinet names its preferred option, so the saving can be told. Every agreement rests on it."""
    stage = case.stage("budget")
    saving = stage.kind.record.objects.get(stage=stage, status="undisclosed")
    event = case.revise(
        saving, "On 29 November the cabinet named the option that it prefers. It saves £427,000 a year.",
        amount=Decimal("427000"), status="indicative", undisclosed_because="",
        summary="The option that the cabinet prefers saves £427,000 a year. It is not decided yet.",
        settled_where="The cabinet on 23 January 2023, then the full council in March",
    )  # fmt: skip
    line.the_saving_is_told(case, challenge)
    return event


def go_on(case, event, question):
    """The parties sign again, the second answer goes out, and the stage is finished."""
    stage = case.stage("budget")
    case.sign(case.agreement(stage), "commissioners", "cabinet", "voice", "lunch")
    second = case.answer(
        question,
        "The sum is £427,000 a year, if the cabinet goes on with what it prefers. "
        "The cabinet decides on 23 January 2023. The full council sets the budget in March.",
        changed=event,
    )
    case.judge(second, "bea")
    _cost_of_a_meal(case, stage)
    _where_it_is_decided(case, stage)
    case.finish(stage)


def _cost_of_a_meal(case, stage):
    asked = case.say(
        stage, "voice", "colin", "question", "I pay £4.05. How much does the whole meal cost, and who pays the rest?",
        channel="phone", given_by="glyn", given_on=date(2022, 11, 30),
    )  # fmt: skip
    whole = case.put(
        stage, title="What a whole meal costs, 2023–24",
        summary="With the option that the cabinet prefers, a meal costs £6.28 to make and bring.",
        per="each", year=2023, amount=Decimal("6.28"), status="indicative",
        settled_where="The cabinet on 23 January 2023",
    )  # fmt: skip
    case.put(
        stage, title="The council's part of each meal, 2023–24",
        summary="You would pay £4.55. The council would add £1.73 to every meal.",
        per="each", year=2023, amount=Decimal("1.73"), status="indicative",
        settled_where="The cabinet on 23 January 2023",
    )  # fmt: skip
    case.put(
        stage, title=PRICE, summary="As long as nothing is decided, you go on paying £4.05.",
        sort="comes in", per="each", year=2023, amount=Decimal("4.05"), status="indicative",
        settled_where="The cabinet on 23 January 2023",
    )  # fmt: skip
    highest = case.put(
        stage, title="Highest price for frozen meals", openness="withheld",
        withheld_because="Whoever wants to sell us meals would ask just this price.",
        review_on=case.day(60), summary="The most that we can pay for a frozen meal without raising the charge again.",
        per="each", year=2023, status="undisclosed", undisclosed_because="It is kept with the papers of the purchase.",
    )  # fmt: skip
    line.ask_for_the_highest_price(case, highest)
    case.answer(asked, "A meal would cost £6.28. You would pay £4.55, and the council the rest.", changed=whole)


def the_money_is_firm(case):
    """After the decision the sums are no longer a guess; what is open has to be looked at once more."""
    stage = case.stage("budget")
    told = {
        "What meals have to save, 2023–24": "The saving is £427,000 a year. The cabinet decided so on 23 January 2023.",
        "What a whole meal costs, 2023–24": "A meal costs £6.28 to make and bring.",
        "The council's part of each meal, 2023–24": "You pay £4.55. The council adds £1.73 to every meal.",
        PRICE: "You pay £4.55 for two courses brought to the door. That is 50p more than before.",
    }
    for each in stage.kind.record.objects.filter(stage=stage, status="indicative").order_by("pk"):
        amount = Decimal("4.55") if each.title == PRICE else each.amount
        case.revise(
            each, "The cabinet decided on 23 January 2023.", status="firm", amount=amount, summary=told[each.title]
        )


def _where_it_is_decided(case, stage):
    saving = case.found("budget", "lines", "What meals have to save")
    case.put(
        stage, into="forums", title="The talks on the budget in the autumn",
        summary="Here it is settled how much each department has to save. The vote in March mostly follows it.",
        settles="How much each department has to save", who_sits="The leader, the cabinet and the chief officers",
        meets="Each week from September to December", users_may="nothing", gives_out=[saving],
    )  # fmt: skip
    case.put(
        stage, into="forums", title="The full council in March",
        summary="All councillors vote on the budget. You can come and listen.",
        settles="The budget as a whole, and what a meal costs", who_sits="All councillors",
        meets="Once a year, in March", users_may="listen", gives_out=[saving],
    )  # fmt: skip
