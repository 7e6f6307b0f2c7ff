"""Decision: taken on 23 January 2023, and shaped on 29 November 2022; the record says both."""

from datetime import date

WHY_NOW = "The consultation has ended, and the cabinet meets on 23 January 2023."
WORDS = {
    "purpose": "The cabinet decides how meals at home go on, after it has read what people said.",
    "open_to_change": "How the chosen option is carried out, and what is said about the reasons.",
    "fixed": "One of the four options is chosen on 23 January 2023.",
    "fixed_because": "People have to know the new price in time. The council's new year begins in April.",
    "is_not": "It is not the last word. Councillors can call the decision in and ask the cabinet to think again.",
    "who_decides": "The cabinet of the council. It is a key decision, and it can be called in.",
    "decides_on": date(2023, 1, 23),
    "answer_days": 10,
}
CALLED_SHAPED = (
    "The cabinet named the option that it prefers on 29 November. We were asked from 5 December. "
    "So when was it really decided?"
)


def play(case):
    """The group asks when it was really decided; the record then tells both days."""
    stage = case.begin("decision", WHY_NOW, came_from="testing")
    inform = {"level": "inform", "must_sign": False}
    agreement = case.propose(
        stage, WORDS, commissioners={"level": "inform"}, voice={}, lunch={}, carers=inform, cabinet={}
    )
    case.sign(agreement, "commissioners", "voice", "lunch", "cabinet")
    record = _recorded(case, stage)
    _when_it_was_shaped(case, stage, record)
    _who_tells_people(case, stage)
    _who_talked_with_the_cabinet(case, stage)
    case.finish(stage)


def _recorded(case, stage):
    return case.put(
        stage,
        title="Meals at home go on: hot or frozen, for £4.55",
        summary="If you get a hot meal, you go on getting one, and pay 50p more. "
        "You can ask for frozen meals. Somebody still looks in.",
        question="Which of the four options for community meals should be chosen?",
        users_said="Keep it. It matters to us. Many worry about frozen meals, and whether they can heat them.",
        officers_advised="Option 3. It keeps the service and the look-in, and saves £427,000 a year.",
        decided="Option 3. People who get a hot meal see no change. Nobody has to heat a meal unless they choose to. "
        "Frozen meals come only when somebody asks for them. The look-in stays.",
        why_it_differs="Users asked for no higher price. The price goes up by 50p, because the council has to save. "
        "What users said changed how the option is done. It did not change which one was chosen.",
        decided_by="The cabinet of Rhondda Cynon Taf, as a key decision, subject to call-in",
        taken_on=date(2023, 1, 23),
    )  # fmt: skip


def _when_it_was_shaped(case, stage, record):
    asked = case.say(
        stage, "voice", "bea", "question", CALLED_SHAPED,
        voice="mandate", how_known="Asked by all at the meeting on 26 January", how_many=10, given_on=date(2023, 1, 26),
    )  # fmt: skip
    first = case.answer(
        asked, "The decision was taken on 23 January.", by="owen",
        because="Only a decision of the cabinet counts in law.",
    )  # fmt: skip
    case.judge(first, "bea", "We know what the law says. We asked when it was shaped.")
    event = case.revise(
        record,
        "Meals Voice asked when the decision was really shaped.",
        shaped_on=date(2022, 11, 29),
    )
    second = case.answer(
        asked, "You are right to ask. It was in good part shaped on 29 November 2022. "
        "On that day the cabinet named what it prefers. "
        "The record says so now, beside the day when it was taken.", changed=event,
    )  # fmt: skip
    case.judge(second, "bea")


def _who_tells_people(case, stage):
    said = case.say(
        stage, "lunch", "colin", "concern", "Tell people yourselves before the newspaper does.",
        channel="phone", given_by="nesta", given_on=date(2023, 1, 18),
    )  # fmt: skip
    case.answer(
        said, "Each person who gets meals has a letter from us, posted on the day after. "
        "The newspapers had it on the same day, and we cannot stop that.", by="owen",
        because="Cabinet meetings are open, so reporters hear it there.",
    )  # fmt: skip


def _who_talked_with_the_cabinet(case, stage):
    """A briefing by officers and a talk with somebody who wanted a certain outcome; the councillor writes both down."""
    model = stage.kind.record_named("contacts")
    model.add(
        case.people.ann, stage,
        title="What the forms said", summary="Officers told the cabinet what people had said, and how many.",
        sort="briefing", with_whom="The meals officers with the whole cabinet", spoke_for="The council",
        held_on=date(2023, 1, 18), came_of_it="The cabinet asked how many people could not heat a meal.",
    )  # fmt: skip
    model.add(
        case.people.cara, stage,
        title="Frozen meals for everybody", summary="A firm said that it would be cheaper to bring frozen meals only.",
        sort="lobbying", with_whom="A made-up seller of frozen meals with one member of the cabinet",
        spoke_for="The firm itself", held_on=date(2023, 1, 12),
        came_of_it="Nothing. The firm was told to say so in the open, like everybody else.",
    )  # fmt: skip
