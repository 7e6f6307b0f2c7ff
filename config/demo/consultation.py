"""What people said between 5 December 2022 and 9 January 2023, in every way that they could, and what came of it."""

from datetime import date

from . import questionnaire


def play(case, stage, preferred):
    """Seven voices, and a questionnaire. What they said of hot and frozen changed a detail of the preferred option."""
    _not_without_hot(case, stage, preferred)
    _look_in(case, stage, preferred)
    _price(case, stage)
    _online_only(case, stage)
    _work(case, stage)
    _stopping(case, stage)
    questionnaire.play(case, stage)


def _not_without_hot(case, stage, preferred):
    paper = case.say(
        stage, "voice", "colin", "concern",
        "I have no microwave and no room for a freezer. Please do not make me take frozen food.",
        channel="paper", given_by="dilys", given_on=date(2022, 12, 12),
    )  # fmt: skip
    visit = case.say(
        stage, "lunch", "owen", "concern",
        "We passed a frozen meal round the table. Nine could not peel the film. Six could not read the label.",
        channel="visit", voice="mandate", how_known="Owen brought frozen meals and everybody tried one", how_many=15,
        dissent="Four liked them, and would have some in for the weekend.", given_on=date(2022, 12, 14),
    )  # fmt: skip
    event = case.revise(
        preferred, "Many people worried about frozen meals, on paper, by phone and at the table.",
        summary="If you get a hot meal, nothing changes for you but the price. "
        "You get frozen meals only if you ask for them. Nobody has to heat a meal. You pay £4.55.",
    )  # fmt: skip
    case.answer(
        paper, "You do not have to. Hot meals stay for everybody who wants them. The option says so now.", changed=event
    )
    case.answer(
        visit, "Thank you for trying them. Frozen is now only for those who ask. "
        "Whoever sells us frozen meals must show that people can open them.", by="owen", changed=event,
    )  # fmt: skip


def _look_in(case, stage, preferred):
    phone = case.say(
        stage, "voice", "owen", "question", "If I take frozen meals for the week, does nobody come on the other days?",
        channel="phone", given_by="glyn", given_on=date(2022, 12, 15),
    )  # fmt: skip
    event = case.revise(
        preferred, "A user asked who looks in when meals come once a week.",
        effect_on_people="A meal costs £6.28. You pay £4.55, and the council adds £1.73. Fewer people work there. "
        "The look-in stays, also for those who take frozen meals.",
    )  # fmt: skip
    case.answer(
        phone, "Somebody still comes or rings. We had not written that down. Now it is in the option.", changed=event
    )


def _price(case, stage):
    said = case.say(
        stage, "voice", "mia", "experience",
        "Fifty pence does not sound like much. It is £3.50 a week, and my rent went up too.",
        given_on=date(2022, 12, 19),
    )  # fmt: skip
    answer = case.answer(
        said, "You are right that it adds up. The price still goes up by 50p.",
        because="Each 10p less costs the council money that it does not have. "
        "Four Welsh councils with a service like ours ask from £4.50 to £5.15.",
    )  # fmt: skip
    case.judge(answer, "mia", "You tell me what others pay. You do not tell me what I can do if I cannot pay.")
    again = case.answer(
        said, "We should have said that first. Ring us, and somebody checks with you what help there is. "
        "Nobody loses meals for being late with the money.",
        because="The price is the same for all. Help goes to the person, and not into the price.",
    )  # fmt: skip
    case.judge(again, "mia")


def _online_only(case, stage):
    letter = case.say(
        stage, "carers", "owen", "objection",
        "Your letter came just before Christmas and has to be back by 9 January. My aunt needs me to read it to her. "
        "I could only go after Christmas.",
        channel="letter", given_by="tess", given_on=date(2023, 1, 3),
    )  # fmt: skip
    case.answer(
        letter, "We are sorry. We took your aunt's form by phone on 10 January, and we count it.",
        because="The date of the decision was fixed, so we could not give more weeks. "
        "It stands in the agreement and is a matter for the review.",
    )  # fmt: skip


def _work(case, stage):
    said = case.say(
        stage, "kitchen", "dai", "concern",
        "With fewer of us on the road, there is less time at each door. That is where people talk to us.",
        openness="involved", given_on=date(2022, 12, 20),
    )  # fmt: skip
    answer = case.answer(
        said, "This worries us too.", by="owen",
        because="The number of posts is part of each option that saves enough. "
        "The time at the door will be counted in monitoring, and the figures go to you and to Meals Voice.",
    )  # fmt: skip
    case.judge(answer, "dai")


def _stopping(case, stage):
    secret = case.say(
        stage, "voice", "mia", "view",
        "I would rather pay a pound more than lose it. I do not want the others to know, because some of them cannot.",
        is_unnamed=True, openness="withheld", given_on=date(2022, 12, 28),
    )  # fmt: skip
    case.answer(
        secret, "Thank you. We have counted your view, and we have not passed on your name.",
        because="The cabinet's option keeps the service for 50p more, so a whole pound is not needed.",
    )  # fmt: skip
    table = case.say(
        stage, "voice", "bea", "view",
        "Keep it. It is not only food. If it stops, some of us will go into a home sooner, and that costs more.",
        voice="wider", how_known="Forms that came back, and our own calls", how_many=58,
        dissent="Three would rather have money and find meals themselves.", given_on=date(2023, 1, 6),
    )  # fmt: skip
    answer = case.answer(
        table,
        "Officers advise the cabinet not to stop the service. Your words stand in their report.",
        later_by=date(2023, 1, 23),
    )
    case.judge(answer, "bea")
