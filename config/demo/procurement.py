"""Procurement: who supplies the frozen meals; two users sat on the panel, and one bid is held back for a reason."""

from datetime import date
from decimal import Decimal

from . import line

WHY_NOW = "Frozen meals for those who ask have to be bought from somebody."
WORDS = {
    "purpose": "We choose who supplies the frozen meals. Two users sit on the panel.",
    "open_to_change": "What the panel looks for, and how much each thing counts.",
    "fixed": "Price counts for half, and quality for half. Users' marks are a part of quality.",
    "fixed_because": "The council's rules for buying say how price has to count.",
    "is_not": "It is not about hot meals. The council's own kitchens go on making those.",
    "who_decides": "The panel advises. The head of the service signs the contract.",
    "decides_on": date(2023, 4, 14),
    "answer_days": 10,
}


def play(case):
    """Four bids, the users' reasons beside the officers', and a question about the one that is held back."""
    stage = case.begin("procurement", WHY_NOW, came_from="commissioning")
    agreement = case.propose(
        stage, WORDS, commissioners={},
        voice={
            "role": "Bea Madeup and Glyn Pretend sit on the panel",
            "level": "share",
            "may": "Give marks for taste, label and film, and say no to a meal that people cannot open.",
            "may_not": "See prices before the marks are in, or talk to bidders.",
            "hours_asked": 12,
            "payment": "Fares, and £15 for each of four half days",
        },
        lunch={"role": "Tastes the meals and tries to open them", "level": "inform"},
    )  # fmt: skip
    case.sign(agreement, "commissioners", "voice", "lunch")
    _label(case, stage)
    _bids(case, stage)
    _held_back(case, stage)
    case.finish(stage)


def _label(case, stage):
    said = case.say(
        stage, "lunch", "owen", "idea", "Let us open the trays ourselves. If four in ten cannot, it is no good.",
        channel="visit", voice="mandate", how_known="Said at the tasting", how_many=13, given_on=date(2023, 3, 15),
    )  # fmt: skip
    chosen = case.put(
        stage, title="Example Frozen Meals Ltd",
        summary="The tray opens at a corner. The label is in large print, in Welsh and in English.",
        bidder="Example Frozen Meals Ltd", received_on=date(2023, 3, 10), price=Decimal("2.60"), outcome="chosen",
        users_reason="Bea: twelve of thirteen opened it without help. Glyn: I could read when it has to be eaten by.",
        officers_reason="Second in price, first in quality. It can deliver in the upper valleys.",
    )  # fmt: skip
    case.answer(said, "You did, at both tastings. It was what decided the matter.", by="owen", changed=chosen)


def _bids(case, stage):
    case.put(
        stage, title="Sample Kitchens Ltd",
        summary="Good food in a tray that many hands could not open.",
        bidder="Sample Kitchens Ltd", received_on=date(2023, 3, 9), price=Decimal("2.45"), outcome="not chosen",
        users_reason="Bea: the best gravy. But seven of thirteen needed scissors. Glyn: the print is too small for me.",
        officers_reason="First in price. It lost on the marks for opening, and it has no soft meals.",
    )  # fmt: skip
    case.put(
        stage, title="Invented Pantry",
        summary="The firm took its offer back before the tasting.",
        bidder="Invented Pantry", received_on=date(2023, 3, 8), outcome="withdrawn",
        officers_reason="It wrote that it could not deliver to every valley.",
    )  # fmt: skip


def _held_back(case, stage):
    held = case.put(
        stage, by="owen", title="Pretend Provisions Ltd",
        summary="The offer shows how the firm makes its prices.",
        bidder="Pretend Provisions Ltd", received_on=date(2023, 3, 10), price=Decimal("2.95"), outcome="not chosen",
        users_reason="Bea: nice, but small. Glyn: easy to open.", officers_reason="Last in price.",
        openness="withheld", review_on=case.day(90),
        withheld_because="The firm asked us to keep its prices to ourselves while it bids for work elsewhere.",
    )  # fmt: skip
    line.ask_for_the_bid(case, held)
    asked = case.say(
        stage,
        "voice",
        "mia",
        "question",
        "One offer is held back. Did Bea and Glyn see it?",
        given_on=date(2023, 4, 17),
    )
    answer = case.answer(
        asked, "Yes. They tasted all the meals and read the whole offer after their marks were in.",
        because="The firm's prices stay with the panel until the day that the page names. Then it is looked at again.",
    )  # fmt: skip
    case.judge(answer, "mia")
