"""M9: three people on a panel score alone; one has a tie and withdraws; nobody is chosen, and each side says why."""

import pytest

from tests import build
from tests.build import procuring

from . import steps

STAGE, ROOM, TITLE = "Procurement", "Tenders and contracts", "Frozen meals"
SEALED = "The scores are sealed until all of the panel have handed in. That goes for officers too."
QUALITY, TASTE = "Quality, from 0 to 10", "Taste, from 0 to 5"


@pytest.fixture
def tender(cast):
    return procuring.opened_tender(build.opened(cast.cycle, "procurement"), cast, title=TITLE)


def goes_to_panel(visitor, person, own="Go to your panel"):
    steps.goes_to(visitor.becomes(person), STAGE, ROOM, "Tenders", TITLE)
    visitor.presses(own)


def says_ties(visitor, person, with_tie=""):
    goes_to_panel(visitor, person)
    visitor.sees("Say first for each bidder whether you have ties to it. Then you can score.")
    visitor.presses("Say whether you have ties to bidders")
    visitor.sees("To use the service is no tie.")
    for bidder in ("Acme", "Beta"):
        answer = "I have a tie to it" if bidder == with_tie else "I have no ties to it"
        visitor.chooses(f"What ties do you have to {bidder}?", answer)
    if with_tie:
        visitor.writes(f"Which ties to {with_tie}?", "My daughter drives for them.")
    visitor.presses("Say it")


def hands_in(visitor, bidders, quality, taste=""):
    visitor.presses("Give your scores")
    for bidder in bidders:
        for label, number in ((QUALITY, quality), *([(TASTE, taste)] if taste else [])):
            visitor.writes(label, number, group=bidder)
            visitor.writes(f"Why: {label.split(',')[0]}", "I tried it.", group=bidder)
    visitor.presses("Hand in for good")
    visitor.is_told("Your scores are handed in. They cannot be changed any more.")


@pytest.mark.req("R54", "R55", "R56")
def test_three_score_alone_one_withdraws_and_nobody_is_chosen(visitor, cast, tender):
    says_ties(visitor, cast.mia, with_tie="Acme")
    visitor.is_told("An officer decides what is done about a tie.")
    visitor.sees("An officer has to decide first about the tie that you declared to Acme.")

    visitor.becomes(cast.ann).follows(f"Decide about a tie to a bidder of “{TITLE}”")
    visitor.follows("Decide what is done: Mia, Acme")
    visitor.sees("My daughter drives for them.")
    visitor.chooses("What is decided?", "They take no part in judging this bid")
    visitor.writes("What is done about it, and why is that enough?", "Mia judges the other bid only.")
    visitor.presses("Decide it")
    visitor.sees("Does not judge: 1")

    goes_to_panel(visitor, cast.mia)
    hands_in(visitor, ["Beta"], "2", "1")
    steps.goes_to(visitor, STAGE, ROOM, "Bids", "Acme")
    visitor.sees("You take no part in judging this bid, so you do not read what it offers.")

    says_ties(visitor, cast.bea)
    hands_in(visitor, ["Acme", "Beta"], "3", "1")
    visitor.sees("These scores are handed in. They cannot be changed any more.")
    for person in (cast.bea, cast.ann):
        steps.goes_to(visitor.becomes(person), STAGE, ROOM, "Tenders", TITLE)
        visitor.sees(SEALED)

    says_ties(visitor, cast.ola)
    hands_in(visitor, ["Acme", "Beta"], "6")
    steps.goes_to(visitor, STAGE, ROOM, "Tenders", TITLE)
    visitor.presses("See what the scores come to")
    visitor.sees("What each member gave, and why", "I tried it.")

    steps.goes_to(visitor.becomes(cast.ann), STAGE, ROOM, "Tenders", TITLE)
    visitor.follows("Write down what was decided")
    visitor.writes("Title", "Nobody is chosen")
    visitor.writes("In plain words", "The council goes on making the meals.")
    visitor.picks("Tender that is decided", TITLE)
    visitor.chooses("What was decided", "No award: nobody is chosen")
    visitor.writes("What the users on the panel say to it, and why", "Acme cannot give us what we need.")
    visitor.writes("What the officers on the panel say to it, and why", "Beta is not strong enough.")
    visitor.writes("Who decided, with what authority", "The head of the service")
    visitor.dates("Decided on", "1 5 2025")
    visitor.presses("Save")
    visitor.is_told("“Nobody is chosen” is saved.")

    steps.goes_to(visitor.leaves(), STAGE, ROOM, "Decisions of tenders", "Nobody is chosen")
    visitor.sees("Acme cannot give us what we need.", "Beta is not strong enough.")
    visitor.sees_not("I tried it.", "Mia")


@pytest.mark.req("R61")
def test_the_register_asks_the_same_of_a_contract_and_of_a_service_in_house(visitor, cast):
    stage = build.opened(cast.cycle, "procurement")
    steps.goes_to(visitor.becomes(cast.ann), STAGE, ROOM, "Contracts")
    visitor.presses("Add a contract")
    visitor.writes("Title", "Hot meals")
    visitor.writes("In plain words", "Our own kitchens make them.")
    visitor.chooses("What it is", "An arrangement in-house")
    visitor.writes("Who gives the service", "Community meals team")
    visitor.dates("It starts on", "1 4 2025")
    visitor.presses("Save")
    steps.goes_to(visitor, STAGE, ROOM)
    visitor.sees("1 contract or service in-house has no clause that makes it ask its users.")
    build.record(
        stage, model=stage.kind.record_named("clauses"), title="Users are asked", sort="feedback",
        contract=stage.kind.record_named("contracts").objects.get(),
    )  # fmt: skip
    visitor.page.reload()
    visitor.sees_not("has no clause that makes it ask its users")
    visitor.follows("Users are asked")
    visitor.sees("A duty to ask users, and to pass on what they say")
