"""Two people change one thing at once: the second sees both texts side by side, loses nothing, and can save."""

import pytest

from tests import build

from . import steps


@pytest.fixture
def two(come, way, cast):
    """Two officers, each at a browser of their own."""
    return come(way).becomes(cast.ann), come(way).becomes(cast.ola)


def test_of_a_record(two, cast):
    build.record(cast.stage("needs"), title="A hot meal at noon", summary="Hot, each day.")
    ann, ola = two
    for each in two:
        steps.goes_to(each, "Needs assessment", "Needs, and how we know", "Needs", "A hot meal at noon")
        each.presses("Change this")
    ann.writes("In plain words", "Hot, each day, at noon.")
    ann.writes("Why do you change it?", "To say when.")
    ann.presses("Save the change")
    ann.is_told("“A hot meal at noon” is saved.")
    ola.writes("In plain words", "Hot or frozen, as each likes.")
    ola.writes("Why do you change it?", "To give a choice.")
    ola.presses("Save the change")
    ola.is_asked_again("Somebody else changed this while you were writing.")
    ola.sees("Ann saved a change on", "Hot, each day, at noon.", "Hot or frozen, as each likes.", "Nothing is lost.")
    ola.writes("In plain words", "Hot or frozen, as each likes, at noon.")
    ola.presses("Save the change")
    ola.is_told("“A hot meal at noon” is saved.")
    ola.sees("Hot or frozen, as each likes, at noon.", "To say when.", "To give a choice.")


def test_of_the_words_of_a_draft(two, cast):
    build.draft(cast.stage("needs"))
    ann, ola = two
    for each in two:
        steps.goes_to(each, "Needs assessment", "Write the words")
    ann.writes("What is fixed", "The money for two years.")
    ann.presses("Save the draft")
    ann.is_told("The words of the draft are saved.")
    ola.writes("What is fixed", "The money and the kitchen.")
    ola.presses("Save the draft")
    ola.is_asked_again("Somebody else changed this while you were writing.")
    ola.sees(
        "Somebody else saved this while you were writing", "The money for two years.", "The money and the kitchen."
    )
    ola.presses("Save the draft")
    ola.is_told("The words of the draft are saved.")
    ola.follows("Read the draft as others will")
    ola.sees("The money and the kitchen.")
