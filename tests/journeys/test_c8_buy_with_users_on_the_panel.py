"""C8: a commissioner runs a tender with users on the panel, from the criteria to an award with both reasons."""

import pytest

from tests import build

from . import steps

STAGE, ROOM, TITLE = "Procurement", "Tenders and contracts", "Frozen meals"


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "procurement")


def adds_a_tender(visitor):
    steps.goes_to(visitor, STAGE, ROOM, "Tenders")
    visitor.presses("Add a tender")
    visitor.writes("Title", TITLE)
    visitor.writes("In plain words", "We look for somebody who makes frozen meals.")
    visitor.writes("What is bought", "Meals that people can open.")
    visitor.chooses("Which rules it falls under", "Light touch (social care and the like)")
    visitor.picks("How somebody is found", "Health: most suitable provider")
    visitor.dates("It begins on", "1 3 2025")
    visitor.dates("Bids come in until", "1 4 2025 12:00")
    visitor.presses("Save")
    visitor.is_asked_again("The rules that you chose do not have this way of finding somebody.")
    visitor.picks("How somebody is found", "Open to all who want to bid")
    visitor.presses("Save")
    visitor.is_told(f"“{TITLE}” is saved.")


def adds_a_criterion(visitor, title, owner, weight, top):
    steps.goes_to(visitor, STAGE, ROOM, "Award criteria")
    visitor.presses("Add an award criterion")
    visitor.writes("Title", title)
    visitor.writes("In plain words", "It counts for us.")
    visitor.picks("Tender that it belongs to", TITLE)
    visitor.chooses("Who scores it", owner)
    visitor.writes("Weight, out of 100", weight)
    visitor.writes("Highest score", top)
    visitor.writes("What it measures, and what a high and a low score mean", "0: bad. The top: good.")
    visitor.presses("Save")


def adds_a_bid(visitor, bidder, price):
    steps.goes_to(visitor, STAGE, ROOM, "Bids")
    visitor.presses("Add a bid")
    visitor.writes("Title", bidder)
    visitor.writes("In plain words", "An offer for frozen meals.")
    visitor.picks("Tender that it was made for", TITLE)
    visitor.writes("Bidder", bidder)
    visitor.dates("Received on", "31 3 2025 09:00")
    visitor.presses("Save")
    visitor.presses("Put in what is offered")
    visitor.writes("What is offered, and how it would be done", f"{bidder} brings good trays.")
    visitor.writes("Price", price)
    visitor.presses("Put it in, and seal it")
    visitor.is_told("The offer is put in and sealed.")
    visitor.sees("This offer is sealed.")


def scores_all(visitor, person, scores):
    visitor.becomes(person).follows(f"Say whether you have ties to the bidders of “{TITLE}”")
    visitor.presses("Say whether you have ties to bidders")
    for bidder in scores:
        visitor.chooses(f"What ties do you have to {bidder}?", "I have no ties to it")
    visitor.presses("Say it")
    visitor.presses("Give your scores")
    for bidder, given in scores.items():
        for label, number in given.items():
            visitor.writes(label, number, group=bidder)
            visitor.writes(f"Why: {label.split(',')[0]}", "So it was.", group=bidder)
    visitor.presses("Hand in for good")
    visitor.is_told("Your scores are handed in.")


def comes_to(visitor, bidder, criterion, score):
    steps.goes_to(visitor, STAGE, ROOM, "Tenders", TITLE)
    visitor.presses("See what the scores come to")
    row = visitor.page.get_by_role("table", name=criterion, exact=True).get_by_role("row").filter(has_text=bidder)
    visitor.goes_by(row.get_by_role("link").last)
    visitor.writes(f"Which score did you come to? From 0 to {'5' if criterion == 'Taste' else '10'}", score)
    visitor.writes("Why?", "We talked it over.")
    visitor.presses("Write it down")
    visitor.is_told("It is written down what you came to.")


@pytest.mark.req("R54", "R55")
def test_a_commissioner_runs_a_tender_from_criteria_to_award(visitor, cast, stage):
    visitor.becomes(cast.ann)
    adds_a_tender(visitor)
    adds_a_criterion(visitor, "Quality", "The whole panel", "50", "10")
    steps.goes_to(visitor, STAGE, ROOM, "Tenders", TITLE)
    visitor.sees("All the weights make 50. They have to make 100.")
    adds_a_criterion(visitor, "Taste", "Users alone, on their own scale", "20", "5")
    adds_a_criterion(visitor, "Price", "Nobody: it is worked out from the price", "30", "10")
    steps.goes_to(visitor, STAGE, ROOM, "Tenders", TITLE)
    visitor.presses("Ask for bids")
    visitor.is_told("The criteria stay as they are now.")
    for place in ("Bea", "Mia"):
        visitor.presses("See the panel")
        visitor.presses("Name somebody for the panel")
        visitor.picks("Who, and for whom?", place)
        visitor.writes("Technical help: who explains what?", "Ann reads the terms of business with them.")
        visitor.presses("Name them")
        visitor.is_told(f"{place} sits on the panel now.")
        steps.goes_to(visitor, STAGE, ROOM, "Tenders", TITLE)
    adds_a_bid(visitor, "Acme", "2.00")
    adds_a_bid(visitor, "Beta", "3.00")
    steps.goes_to(visitor, STAGE, ROOM, "Tenders", TITLE)
    visitor.presses("Open all bids")
    visitor.is_told("The bids are opened.")
    visitor.sees("The scores are sealed until all of the panel have handed in. That goes for officers too.")

    quality, taste = "Quality, from 0 to 10", "Taste, from 0 to 5"
    scores_all(visitor, cast.bea, {"Acme": {quality: "8", taste: "4"}, "Beta": {quality: "9", taste: "5"}})
    scores_all(visitor, cast.mia, {"Acme": {quality: "8", taste: "4"}, "Beta": {quality: "9", taste: "5"}})
    for bidder, first, second in (("Acme", "8", "4"), ("Beta", "9", "5")):
        comes_to(visitor, bidder, "Quality", first)
        comes_to(visitor, bidder, "Taste", second)
    visitor.sees("86", "85", "50 × 8/10")

    steps.goes_to(visitor.becomes(cast.ann), STAGE, ROOM, "Tenders", TITLE)
    visitor.follows("Write down what was decided")
    visitor.writes("Title", "Acme brings the meals")
    visitor.writes("In plain words", "Acme is chosen.")
    visitor.picks("Tender that is decided", TITLE)
    visitor.chooses("What was decided", "An award to one of the bidders")
    visitor.picks("Bid that is chosen", "Acme")
    visitor.writes("What the users on the panel say to it, and why", "We could open the trays.")
    visitor.writes("What the officers on the panel say to it, and why", "It came first.")
    visitor.writes("Who decided, with what authority", "The head of the service")
    visitor.dates("Decided on", "1 5 2025")
    visitor.presses("Save")
    visitor.is_told("“Acme brings the meals” is saved.")
    visitor.sees("These rules ask for no waiting before the contract is signed.")
    steps.goes_to(visitor.leaves(), STAGE, ROOM)
    visitor.sees("Step by step", "Procurement Act 2023", "Choose, or choose nobody, with the reasons of both sides")
    visitor.follows("Bids", "Beta")
    visitor.sees("Not chosen")
    visitor.sees_not("3.00", "Beta brings good trays.")
