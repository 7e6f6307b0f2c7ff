"""C7: an officer records a decision: asked, said, advised, decided, when it was really shaped; the report prints it."""

import pytest

from tests.pdf.structure import text_of

from . import steps

WORDS = {
    "Title": "A hot or a frozen meal",
    "In plain words": "You go on getting a meal each day.",
    "What was asked": "Which of four ways should the service take?",
    "What users said": "Keep it hot.",
    "What officers advised": "The third way, with a choice of hot or frozen.",
    "What was decided": "The third way; frozen meals only for those who ask.",
    "Why it differs from what users said": "A frozen meal is a choice and never a must.",
    "Who decided, with what authority": "The cabinet, as a key decision",
}


@pytest.mark.req("R47")
def test_a_decision_says_when_it_was_shaped_and_when_it_was_taken_and_prints_so(visitor, cast):
    steps.goes_to(visitor.becomes(cast.ola), "Decision", "Decisions and talks", "Decisions")
    visitor.presses("Add a decision")
    for label, words in WORDS.items():
        visitor.writes(label, words)
    visitor.dates("When it was really shaped", "31 2 2022")
    visitor.dates("When it was formally taken", "23 1 2023")
    visitor.presses("Save")
    visitor.is_asked_again("Enter a real date")
    visitor.dates("When it was really shaped", "29 November 2022")
    visitor.presses("Save")
    visitor.is_told("“A hot or a frozen meal” is saved.")
    visitor.sees(*WORDS.values(), "29 November 2022", "23 January 2023")

    steps.goes_to(visitor.leaves(), "Decision", "Report")
    visitor.sees(*WORDS.values(), "29 November 2022", "23 January 2023")
    text = text_of(visitor.reads_print())
    assert [words for words in (*WORDS.values(), "29 November 2022", "23 January 2023") if words not in text] == []
