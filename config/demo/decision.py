"""Decision: taken on 23 January 2023, and shaped on 29 November 2022; the record says both."""

from datetime import date

from . import decision_words as words

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
    """The group asks when it was really decided; the record then tells both days. It is called in, and upheld."""
    stage = case.begin("decision", WHY_NOW, came_from="testing")
    inform = {"level": "inform", "must_sign": False}
    agreement = case.propose(
        stage, WORDS, commissioners={"level": "inform"}, voice={}, lunch={}, carers=inform, cabinet={}
    )
    case.sign(agreement, "commissioners", "voice", "lunch", "cabinet")
    record = case.put(stage, rests_on=[case.stage("testing"), stage], **words.DECIDED)
    _when_it_was_shaped(case, stage, record)
    _who_tells_people(case, stage)
    _who_talked_with_the_cabinet(case, stage, record)
    case.put(stage, into="who-decides", **words.WHO_DECIDES)
    _called_in(case, stage, record)
    case.finish(stage)


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
    shaped = case.put(stage, into="shaped", decision=record, **words.SHAPED)
    second = case.answer(
        asked, "You are right to ask. It was in good part shaped on 29 November 2022. "
        "On that day the cabinet named what it prefers. "
        "The record says so now, beside the day when it was taken.", changed=shaped,
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


def _who_talked_with_the_cabinet(case, stage, record):
    """A briefing by officers and a talk with somebody who wanted a certain outcome; the councillor writes both down."""
    model = stage.kind.record_named("contacts")
    model.add(case.people.ann, stage, decision=record, **words.BRIEFED)
    model.add(case.people.cara, stage, decision=record, **words.LOBBIED)


def _called_in(case, stage, record):
    """Other councillors stop it for two weeks; those who look at it let it stand, for a reason."""
    call_in = case.put(stage, into="call-ins", decision=record, **words.CALLED_IN)
    call_in.settle(case.people.ann, "upheld", date(2023, 2, 6), words.SETTLED_BY, words.UPHELD_BECAUSE)
