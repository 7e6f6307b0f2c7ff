"""C7: an officer records a decision in full, and prints it with its papers; it is called in, upheld, and sent back."""

import pytest

from tests import build
from tests.pdf.structure import text_of

from . import steps

TITLE = "A hot or a frozen meal"
ROOM = "Decisions and talks"
WORDS = {
    "Title": TITLE,
    "In plain words": "You go on getting a meal each day.",
    "What was asked": "Which of four ways should the service take?",
    "What users said": "Keep it hot.",
    "The same in users’ own words": "I want it hot, as it is now.",
    "How that was put to those who decide": "Respondents favoured retention.",
    "What officers advised": "The third way, with a choice of hot or frozen.",
    "Who decided, with what authority": "The cabinet, at its meeting in public",
    "What was decided": "The third way; frozen meals only for those who ask.",
    "The decision in the committee’s words": "RESOLVED that Option 3 be approved.",
    "Why it differs from what users said": "A frozen meal is a choice and never a must.",
    "Who had an interest of their own, and said so": "Nobody",
}
SHAPED = {
    "Title": "The cabinet named one way",
    "In plain words": "From then on the others were unlikely.",
    "What was no longer possible after it": "The other three ways.",
    "Who shaped it": "The cabinet",
}
CALLED_IN = {
    "Title": "Was there time?",
    "In plain words": "Councillors looked at it again.",
    "Who called it in": "Three councillors",
    "Why they called it in": "It was over Christmas.",
}


@pytest.fixture
def stage(cast):
    """A stage in which something is decided, and one in which two parties spoke before."""
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.bea, text="I want it hot, as it is now.", sort="objection")
    build.contribution(needs, cast.pat, cast.providers, text="Frozen ones keep longer.")
    return build.opened(cast.cycle, "decision")


def says(visitor, words):
    for label, said in words.items():
        visitor.writes(label, said)


def is_settled(visitor, outcome, because):
    """Write down what came of a call-in, from its page."""
    visitor.presses("Write down what came of it")
    visitor.chooses("What came of it?", outcome)
    visitor.dates("When was that settled?", "6 2 2023")
    visitor.writes("Who settled it?", "The scrutiny committee")
    visitor.writes("Why was it settled so?", because)
    visitor.presses("Write it down")


@pytest.mark.req("R47", "R48", "R51")
def test_a_decision_is_recorded_in_full_and_prints_with_its_papers(visitor, cast, stage):
    steps.goes_to(visitor.becomes(cast.ola), "Decision", ROOM, "Decisions")
    visitor.presses("Add a decision")
    says(visitor, WORDS)
    visitor.ticks("Needs assessment")
    visitor.picks("At what level it is decided", "The cabinet or the board")
    visitor.dates("When it was formally taken", "31 2 2023")
    visitor.chooses("How it was voted on", "Votes were counted")
    visitor.writes("Votes for it", "7")
    visitor.writes("Votes against it", "2")
    visitor.chooses("Is it a key decision?", "Yes")
    visitor.dates("When notice of it was given", "20 12 2022")
    visitor.chooses("Can it be called in?", "Yes")
    visitor.presses("Save")
    visitor.is_asked_again("Enter a real date")
    visitor.dates("When it was formally taken", "23 1 2023")
    visitor.presses("Save")
    visitor.is_told(f"“{TITLE}” is saved.")
    visitor.sees(*(words for label, words in WORDS.items() if label != "Title"))
    visitor.sees("33 clear days before. 28 are asked for, so it was long enough.", "7 for, 2 against")
    visitor.sees("The last day for calling it in is 30 January 2023", "2 things were said about this.")
    visitor.sees("Meals Voice", "Hot Plate Ltd", "Nothing that is open to you says when this was really shaped.")

    visitor.follows("Add a moment when it was shaped")
    says(visitor, SHAPED)
    visitor.dates("When that was", "29 11 2022")
    visitor.picks("At what level", "The cabinet or the board")
    visitor.chooses("Where users stood then", "Nobody had asked them yet")
    visitor.presses("Save")
    visitor.is_told("“The cabinet named one way” is saved.")

    visitor.leaves()
    visitor.follows(steps.CYCLE, "All decisions, and when they were really shaped")
    visitor.sees("29 November 2022", "23 January 2023", "In force", "2 things in all", "Meals Voice (Users' group): 1")
    visitor.follows(TITLE, "Its background papers, on one page and to print")
    visitor.sees("The cabinet named one way", "RESOLVED that Option 3 be approved.", "Agreement: Needs assessment")
    text = text_of(visitor.reads_print("These papers as a PDF, to print"))
    told = [*WORDS.values(), "29 November 2022", "2 things were said", "Hot Plate Ltd", "Somebody objected:"]
    assert [words for words in told if words not in text] == []


@pytest.mark.req("R3", "R47", "R50")
def test_a_decision_is_called_in_and_upheld_and_called_in_again_and_sent_back(visitor, cast, stage):
    made = build.record(stage, title=TITLE)
    build.record(stage, model=stage.kind.record_named("shaped"), decision=made)
    for title, outcome, told in (
        ("Was there time?", "Upheld: the decision stands", "It is written down. The decision stands."),
        ("Was all read?", "Sent back to be decided again", "A new round of this stage begins with this."),
    ):
        steps.goes_to(visitor.becomes(cast.ola), "Decision", ROOM, "Decisions", TITLE)
        visitor.follows("Write down that it was called in")
        says(visitor, CALLED_IN | {"Title": title})
        visitor.dates("When it was called in", "27 1 2023")
        visitor.presses("Save")
        visitor.is_told(f"“{title}” is saved.")
        is_settled(visitor, outcome, "Not all had been read.")
        visitor.sees(told)
    steps.goes_to(visitor, "Decision")
    stage.finish(cast.ann, "It is decided.")
    steps.goes_to(visitor, "Decision", ROOM, "Call-ins", "Was all read?")
    is_settled(visitor, "Sent back to be decided again", "Not all had been read.")
    visitor.is_told("It is written down. A new round of this stage takes it up.")
    visitor.follows("Round 2 of this stage began because of it")
    visitor.sees("Not all had been read.")

    visitor.leaves()
    visitor.follows(steps.CYCLE, "All decisions, and when they were really shaped", TITLE)
    visitor.sees("Sent back to be decided again", "Upheld: the decision stands", "The scrutiny committee")
    made.refresh_from_db()
    assert made.version == 1


@pytest.mark.req("R47", "R48")
def test_anybody_reads_and_prints_what_shows_that_people_were_asked_fairly(visitor, cast, stage):
    build.record(stage, title=TITLE)
    visitor.leaves()
    visitor.follows(steps.CYCLE, "Was it asked fairly? What there is to show, and what is missing")
    visitor.sees("Were people asked while it could still change?", "Did they have time?")
    visitor.sees(
        f"“{TITLE}” was taken, and nothing open to you says when it was really shaped.", "Twelve weeks is a custom"
    )
    assert "nothing open to you says when it was really shaped" in text_of(
        visitor.reads_print("This page as a PDF, to print")
    )


@pytest.mark.req("R49", "R51")
def test_officers_and_users_say_who_really_decides_on_a_phone(visitor, cast, stage):
    steps.goes_to(visitor.becomes(cast.ola), "Decision", ROOM, "Who really decides")
    visitor.presses("Say who really decides here")
    says(visitor, {"Title": "Meals at home", "In plain words": "The cabinet takes what officers write.",
                   "Who says so": "The head of care", "What officers can settle by themselves": "How it is done.",
                   "What councillors keep for themselves": "The price.", "How users see it": "We are told after.",
                   "Who of the users says so": "Meals Voice"})  # fmt: skip
    visitor.chooses("Where the power lies", "Officers decide, and councillors say yes to it")
    visitor.presses("Save")
    steps.goes_to(visitor.leaves(), "Decision", ROOM)
    with visitor.at_width(320):
        visitor.sees("The head of care says", "We are told after.")
        assert visitor.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
