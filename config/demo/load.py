"""Who is tired, who took a pause and why, what gets in the way, and why an agreement lapsed."""

from feedback.lapses import lapses_of
from feedback.models import Explanation
from involvement import withdrawing
from involvement.models import Barrier, Easing
from involvement.status import statuses_of

WHY = (
    "The order of the steps was to be settled by that day. The one who settles it was ill for six weeks, and nobody "
    "stood in. We ought to have told you. From now on two people can settle it."
)


def play(case):
    """Mia asked for less; the carers paused and are back; one barrier is gone and one is not; a lapse is explained."""
    Easing.ask(case.people.mia, case.people.mia, "less", words="My daughter is ill. After the summer I have more time.")
    _the_carers_pause(case)
    _what_gets_in_the_way(case)
    _a_lapse_is_explained(case)


def _the_carers_pause(case):
    """They say why, the council replies, and they come back."""
    carers, people = case.cycle.participants.get(pk=case.parties["carers"].pk), case.people
    carers.cycle = case.cycle
    made = withdrawing.withdraw(
        carers, people.rhys, "pause",
        words="Three of us care day and night just now. We cannot read so many papers in one month.",
    )  # fmt: skip
    withdrawing.reply(
        made, people.ann,
        "You are right: we sent you four papers in three weeks. "
        "From now on you get one a month, and we can read it to you.",
    )  # fmt: skip
    withdrawing.come_back(made, people.rhys, "One paper a month is fine.")


def _what_gets_in_the_way(case):
    """The hard words are gone, as mia says; bea still waits for a plain number."""
    people, stage = case.people, case.stage("monitoring")
    words = Barrier.log(
        case.cycle, people.mia, case.parties["voice"], "jargon",
        "The last paper said KPI eleven times. I did not know what it was.", stage=stage, openness="public",
    )  # fmt: skip
    words.act(people.ann, "We now write “what is counted”. A list of hard words is in each paper.")
    words.say(people.mia, is_gone=True, words="I could read the new one in one go.")
    number = Barrier.log(
        case.cycle, people.bea, case.parties["voice"], "unanswered",
        "We asked twice what one visit of the driver costs. We still do not know.", openness="public",
    )  # fmt: skip
    number.act(people.ann, "We told you what all visits cost together.")
    number.say(people.bea, is_gone=False, words="We asked for one visit.")


def _a_lapse_is_explained(case):
    """The first agreement of the cycle that lapsed is explained, and a users' group says how it sees that."""
    stages = list(case.cycle.stages.begun().order_by("place"))
    for stage in stages:
        stage.cycle = case.cycle
    known = statuses_of(stages)
    lapses = lapses_of({stage: known[stage.pk] for stage in stages})
    if lapses:
        made = Explanation.give(lapses[0], case.people.ann, WHY)
        made.judge(case.people.bea, case.parties["voice"], explains=True, words="It helps that you say it.")
