"""On paper and face to face: a meeting of the lunch club, forms that lie in the hall, answers carried back."""

from datetime import date

from feedback import bringing
from feedback.models import Batch
from involvement.models import Debrief, Session


def play(case):
    """What was answered in finished stages has been brought back; in monitoring some of it still waits."""
    stage, colin = case.stage("monitoring"), case.people.colin
    meeting = _a_meeting(case, stage, colin)
    _said_there(case, stage, meeting)
    for each in case.cycle.stages.exclude(pk=stage.pk):
        each.cycle = case.cycle
        for by in (colin, case.people.owen):
            answers = [answer.pk for answer in bringing.to_bring_back(by, each)]
            if answers:
                bringing.bring(each, by, answers, "letter", case.day(0))
    waiting = [answer.pk for answer in bringing.to_bring_back(colin, stage)]
    if waiting:
        bringing.write_letters(stage, colin, waiting[:1])


def _a_meeting(case, stage, colin):
    meeting = Session.plan(
        stage, colin, case.parties["lunch"], title="Lunch and a talk about the first months",
        held_on=date(2023, 10, 12), where="Upper valleys hall, after lunch",
        before="The first figures of the team, on one page.",
        questions="Is the food hot when it comes?\nDo you know who to ring?\nWhat should be looked at next?",
    )  # fmt: skip
    meeting.write(colin, meeting.version, notes="Fourteen people came. We went round the table twice.")
    Debrief.write(
        meeting, case.parties["lunch"], colin, 0, is_shared=True,
        went_well="Everybody said something, also those who say little.",
        went_badly="The figures were in small print. Three people could not read them.",
        otherwise="Bring large print, and ask who wants a lift home.",
    )  # fmt: skip
    return meeting


def _said_there(case, stage, meeting):
    batch = Batch.make(stage, case.people.colin, case.parties["lunch"], 12)
    view = case.say(
        stage, "lunch", "colin", "view", "We want to know in the morning if the van will be late.",
        channel="meeting", voice="mandate", how_known="We went round the table, and hands went up", how_many=14,
        dissent="Two of us do not mind when it comes.", given_on=case.day(-2), session=meeting, consent=True,
        read_back=True,
    )  # fmt: skip
    idea = case.say(
        stage, "lunch", "colin", "idea", "Could the menu be on the lid, in big letters?",
        channel="paper", given_by="ivor", given_on=case.day(-1), paper_form=batch.sheets.first(), consent=True,
        helper="His neighbour", read_back=True,
    )  # fmt: skip
    case.answer(
        view, "You can ring the kitchen from eight. It knows by then which van is late.", by="owen",
        because="Nobody has the time to ring each of you. The number is on the new menu.",
    )  # fmt: skip
    case.answer(
        idea, "It is a good idea, and we asked. For now the menu stays a sheet, in big letters.", by="owen",
        because="The lids are used again, so nothing can be printed on them.",
    )  # fmt: skip
