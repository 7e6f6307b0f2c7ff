"""The text of the framework, paragraph by paragraph, what each aim rests on, and an objection that stays with it."""

from datetime import date

PARAGRAPHS = (
    ("What meals at home are for",
     "A meal at home is there so that people who cannot cook can live in their own home, and be seen by somebody.",
     ("Nobody who needs", "Somebody knocks")),
    ("What makes it good",
     "The food is warm, fits the person, and comes when it is said to come. Whoever brings it has time for a word.",
     ("Nobody who needs", "Somebody knocks")),
    ("What it may cost",
     "The price is told early. It is never raised twice in a year. The council says what it adds to each meal.",
     ("The service can still",)),
)  # fmt: skip
RESTS_ON = {
    "Nobody who needs": (("A hot meal", "Food that fits"), ("Food and energy", "People choose between"), ()),
    "The service can still": ((), ("Fewer people order", "The council expects"), ("What meals have to save",)),
    "Somebody knocks": (("Somebody who looks in", "Families can rely"), ("Only a hot meal",), ()),
}


def play(case, stage):
    """Each aim is traced, the text is written, and one group objects to a sentence in it."""
    for start, (needs, pressures, money) in RESTS_ON.items():
        case.revise(
            case.found("strategy", "aims", start), "So that everybody can see what it rests on.",
            needs=[case.found("needs", "needs", each) for each in needs],
            pressures=[case.found("context", "pressures", each) for each in pressures],
            money=[case.found("budget", "lines", each) for each in money],
        )  # fmt: skip
    paragraphs = [
        case.put(
            stage,
            into="paragraphs",
            title=title,
            summary=text,
            place=number,
            carries_out=[case.found("strategy", "aims", start) for start in starts],
        )
        for number, (title, text, starts) in enumerate(PARAGRAPHS, start=1)
    ]
    _an_objection(case, stage, paragraphs[2])


def _an_objection(case, stage, paragraph):
    said = case.say(
        stage, "voice", "bea", "objection",
        "“Never raised twice in a year” still allows a rise each year. Say how much it may be at the most.",
        about=paragraph, voice="mandate", how_known="Agreed at the meeting on 27 October", how_many=9,
        given_on=date(2022, 11, 1),
    )  # fmt: skip
    case.answer(
        said, "We cannot name a highest rise. Your objection stays beside the sentence.", by="owen",
        because="The council sets charges each year and may not bind itself for later years.",
    )  # fmt: skip
