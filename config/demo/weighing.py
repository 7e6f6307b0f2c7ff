"""Monitoring: what was weighed in the decision and did not change it, and who has the say now, from both sides."""

from datetime import date

from cycle.models import InfluenceWord


def play(case, stage):
    """On one influence both sides agree, on the other only the council says so."""
    decision = case.found("decision", "decisions", "Meals at home go on")
    look_in = case.put(
        stage, into="influences", title="Somebody looks in each day", decision=decision,
        summary="Many of you wrote that the look-in matters as much as the food.",
        weighed="More than half of the paper forms spoke of the person at the door.",
        difference="The look-in was in the plan before. After the forms nobody spoke of leaving it out any more.",
    )  # fmt: skip
    _say(case, look_in, "commissioners", "ann", "yes", "We stopped counting what it would save to leave it out.")
    _say(
        case,
        look_in,
        "cabinet",
        "cara",
        "yes",
        "I read the forms on two evenings. I could not vote against it then.",
    )
    _say(case, look_in, "voice", "bea", "yes", "In October they talked of minutes. In January they talked of people.")
    price = case.put(
        stage, into="influences", title="The fear of a higher price", decision=decision,
        summary="Most of you asked that the price should stay as it was.",
        weighed="Letters and forms said that 50p more each day is a lot of money.",
        difference="It is said to have kept the price from going up by more.",
    )  # fmt: skip
    _say(case, price, "commissioners", "owen", "yes", "Larger steps were on the table. We left them after that.")
    _say(case, price, "voice", "bea", "no", "The 50p stood there before anybody asked us. It stands there still.")
    _who_has_the_say(case, stage)


def _say(case, influence, party, by, says, words):
    InfluenceWord.say(influence, getattr(case.people, by), case.parties[party], words, says=says)


def _who_has_the_say(case, stage):
    for party, by, shift, said, shown in (
        ("voice", "bea", "more", "At first we were asked when all was on the table. Now we choose what is looked at.",
         "We wrote three of the things that are watched."),
        ("carers", "rhys", "same", "We are heard sooner. But the money is still decided where we are not.",
         "Nobody asked us before the total was set."),
        ("commissioners", "ann", "more", "We cannot change a round any more without Meals Voice asking why.",
         "Three doors were moved because users had counted."),
    ):  # fmt: skip
        case.put(
            stage, by=by, into="power-notes", title=f"{case.parties[party]} on who has the say", summary=said,
            party=case.parties[party], shift=shift, compared_with="November 2022", shown_by=shown,
            said_on=date(2023, 10, 12),
        )  # fmt: skip
