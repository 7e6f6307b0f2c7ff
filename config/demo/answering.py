"""What officers do with what people say today: one answer to two, one passed on, one refused, and a talk."""

from feedback.models import AnswerDraft, Conversation
from feedback.passing import pass_on
from feedback.sending import send


def play(case):
    """In the monitoring: answers, drafts and a conversation on a doorstep."""
    stage = case.stage("monitoring")
    _one_answer_to_two(case, stage)
    _not_ours(case, stage)
    _not_answered(case, stage)
    _a_draft_is_read(case, stage)
    _on_a_doorstep(case, stage)


def _one_answer_to_two(case, stage):
    said = [
        case.say(stage, "voice", "mia", "concern", "The rice comes cold on Sundays.", given_on=case.day(-12)),
        case.say(stage, "voice", "bea", "concern", "Sunday meals are not hot. Three of us said so when I rang.",
                 voice="mandate", how_known="I rang six members", how_many=6, given_on=case.day(-11)),
    ]  # fmt: skip
    draft = AnswerDraft.begin(
        stage, case.people.ann, said, outcome="no change",
        text="You are right about Sundays. The van that keeps meals hot is in repair.",
        because="There is no second van to hire on Sundays. The repair is paid for, and we ring you when it is back.",
    )  # fmt: skip
    draft.ask(case.people.ann, case.people.owen)
    draft.read(case.people.owen, draft.revision, "ready")
    send(draft, case.people.ann, draft.revision)


def _not_ours(case, stage):
    said = case.say(
        stage, "lunch", "colin", "idea", "The bus stop at the lunch club needs a seat and a roof.",
        channel="meeting", given_on=case.day(-9),
    )  # fmt: skip
    case.pass_to(
        said, "We agree. It is not ours to build, so we passed it on, with your words.",
        to="The council’s bus team", expect="They look at the stop, and write to the club by the end of next month.",
    )  # fmt: skip


def _not_answered(case, stage):
    asked = case.say(
        stage, "carers", "rhys", "question", "Which driver was it who did not give his name?", given_on=case.day(-8)
    )
    case.refuse(
        asked, "We talked with the driver. We do not tell you who it was.",
        because="This stage is not a way to check on single drivers. That was agreed, and it protects them.",
    )  # fmt: skip
    asked = case.say(
        stage, "voice", "bea", "question", "How many people stopped getting meals since April, and why?",
        given_on=case.day(-5),
    )  # fmt: skip
    pass_on(asked, case.people.ann, case.people.owen, "Owen keeps the list of those who stopped.")


def _a_draft_is_read(case, stage):
    said = case.say(
        stage, "voice", "mia", "idea", "Could the menu for the week come with Monday’s meal?", given_on=case.day(-3)
    )
    draft = AnswerDraft.begin(
        stage, case.people.owen, [said], outcome="later", later_by=case.day(30),
        text="We like this. The kitchen tries it for a month, and then we see.",
    )  # fmt: skip
    draft.ask(case.people.owen, case.people.ann)


def _on_a_doorstep(case, stage):
    talk = Conversation.write_down(
        stage, case.people.owen, case.parties["voice"], held_on=case.day(-6),
        said="On the doorstep she said that she counts the minutes to noon. The knock is the clock of her day.",
        changed_thinking="We had looked at how late the vans are on average. Now we look at the longest wait.",
    )  # fmt: skip
    talk.dispute(case.people.mia, "It was not only about noon. She also said that nobody rings when the van is late.")
