"""Implementation, further: who answers for it, whether the front line stands behind it, and what it reports."""

from datetime import date

OWNERS = (
    ("lead", "Ann Example-Lead, lead commissioner", "Commissioning team", date(2023, 1, 24)),
    ("delivery", "The head of the meals team", "Community meals team", date(2023, 1, 24)),
    ("review", "Owen Sample-Officer, with two members of Meals Voice", "Commissioning team", date(2023, 4, 1)),
)


def play(case, stage):
    """Three parts have a name and one has none yet; two teams say where they stand; three reports came."""
    for part, who, body, day in OWNERS:
        case.put(
            stage, into="owners", title=f"{who.split(',')[0]} answers for it",
            summary="You can ring this person when this part goes wrong.",
            part=part, who=who, body=body, from_day=day,
        )  # fmt: skip
    _stand_behind_it(case, stage)
    _report(case, stage)


def _stand_behind_it(case, stage):
    case.put(
        stage, by="dai", into="commitments", title="The drivers and cooks",
        summary="We want people to have the choice. But we need time at the door.",
        party=case.parties["kitchen"], position="with worries",
        worries="Two ways of working on one round take longer. Some days we are two drivers short.",
        what_is_needed="A freezer box in each van, and ten doors fewer on the longest round.",
        how_many=14, said_on=date(2023, 4, 6),
    )  # fmt: skip
    case.put(
        stage, by="pat", into="commitments", title="The people who pack the frozen meals",
        summary="We can pack for each person by name.",
        party=case.parties["supplier"], position="yes",
        what_is_needed="The list by noon on the day before.", how_many=6, said_on=date(2023, 5, 9),
    )  # fmt: skip


def _report(case, stage):
    """A driver counted, and something was put right."""
    said = case.say(
        stage, "kitchen", "dai", "experience",
        "On hot days the frozen trays go soft before the last doors. I counted eleven trays in one week of June.",
        given_on=date(2023, 6, 23),
    )  # fmt: skip
    made = case.put(
        stage, into="front-line", title="Frozen trays go soft on hot days",
        summary="If your tray has gone soft, it must not go back into the freezer.",
        reported_by=case.parties["kitchen"], works="does not work",
        evidence="A driver counted eleven soft trays in one week of June, all at the last doors of the round.",
        asks="put right", answer_by=date(2023, 7, 7), led_to="put right",
        put_right="Each van has a second freezer box since July. The last doors get their trays from it.",
    )  # fmt: skip
    case.answer(said, "Thank you for counting. Each van has a second freezer box now.", by="owen", changed=made)
    _ask_for_the_decision(case, stage)


def _ask_for_the_decision(case, stage):
    """Both ask that it is looked at again: one was told why not, the other still waits."""
    decision = case.found("decision", "decisions", "Meals at home go on")
    case.put(
        stage, into="front-line", title="Four pounds fifty keeps people away",
        summary="Some people have stopped their meals, and say that it is the price.",
        reported_by=case.parties["kitchen"], works="works partly",
        evidence="Five people on two rounds told their driver so in May and June.",
        asks="look again", decision=decision, answer_by=date(2023, 9, 1), led_to="nothing",
        because="Five people on two rounds are not enough to open the price again. It is counted on all rounds now, "
        "and the count goes to the cabinet with the yearly report.",
    )  # fmt: skip
    case.put(
        stage, into="front-line", title="The look-in gets shorter each month",
        summary="There is less time for a word at the door.",
        reported_by=case.parties["kitchen"], works="works partly",
        evidence="Drivers note when they leave each house. In May it was four minutes, and now it is under three.",
        asks="look again", decision=decision, answer_by=case.day(5),
    )  # fmt: skip
