"""C1: a commissioner starts a cycle for a service in a few minutes, brings partners in, and opens it for everyone."""

import pytest

from tests import build

FORM = {
    "Title": "Community meals",
    "What it is about, in plain words": "Meals that are brought to people at home.",
    "Sector": "Adult social care",
    "Whom the service is for": "People who cannot cook for themselves",
    "The years that it plans for": "2023 to 2026",
}


@pytest.fixture
def ann(transactional_db):
    """A commissioner of a council; a users' group has a page, and nothing has been started yet."""
    build.group("Meals Voice")
    ann = build.person("Ann", "ann@example.org")
    build.commissioner(ann, build.authority())
    return ann


@pytest.mark.req("R16")
def test_a_commissioner_starts_a_cycle_and_opens_it_for_everyone(visitor, ann):
    visitor.becomes(ann).presses("Start a cycle")
    visitor.presses("Start the cycle")
    visitor.is_asked_again("Fill in “Title”.")
    for label, words in FORM.items():
        visitor.writes(label, words)
    visitor.writes(
        "What may you decide yourself, and what not?", "Anything below £10,000. The rest is for the cabinet."
    )
    visitor.presses("Start the cycle")
    visitor.is_told("The cycle has begun. Only those who take part see it until you open it.")
    visitor.follows("Who takes part", "Bring in a group, an organisation or a person")
    visitor.picks("Which group?", "Meals Voice")
    visitor.presses("Bring in")
    visitor.is_told("Meals Voice takes part now.")
    _gives_a_seat(visitor)
    visitor.sees("Lead commissioner", "Anything below £10,000.", "Commissioning team", "Meals Voice")

    visitor.leaves()
    visitor.sees("Nothing has been opened for everyone yet.")
    visitor.becomes(ann).follows("Community meals")
    visitor.presses("Open it for everyone to read")
    visitor.is_told("Everyone can read this cycle now.")
    visitor.leaves().follows("Community meals")
    visitor.sees("People who cannot cook for themselves", "2023 to 2026", "Valley Council")


def _gives_a_seat(visitor):
    visitor.follows("Give somebody a seat")
    visitor.writes("E-mail address", "cara@example.org")
    visitor.writes("Name", "Cara")
    visitor.chooses("Seat", "Councillor or board member who decides")
    visitor.writes("What this person may and may not decide", "Decides with the cabinet, never alone.")
    visitor.presses("Give the seat")
    visitor.is_told("Cara has a seat now.")
    visitor.sees("Decides with the cabinet, never alone.")


def test_the_same_cycle_is_not_started_twice(visitor, ann):
    build.cycle(ann)
    visitor.becomes(ann).presses("Start a cycle")
    for label, words in FORM.items():
        visitor.writes(label, words)
    visitor.presses("Start the cycle")
    visitor.is_asked_again("There is a cycle with this title for these years already.")
