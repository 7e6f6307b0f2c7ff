"""Procurement: who supplies the frozen meals; two users sat on the panel, and one bid is held back for a reason."""

from datetime import date

from . import line, procurement_contracts, procurement_panel, procurement_tender

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
REASONS = {
    "example": (
        "Bea: twelve of thirteen opened it without help. Glyn: I could read when it has to be eaten by.",
        "Second in price, first in quality. It can deliver in the upper valleys.",
    ),
    "sample": (
        "Bea: the best gravy. But seven of thirteen needed scissors. Glyn: the print is too small for me.",
        "First in price. It lost on the marks for opening, and it has no soft meals.",
    ),
    "pretend": ("Bea: nice, but small. Glyn: easy to open.", "Last in price."),
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
    said = case.say(
        stage, "lunch", "owen", "idea", "Let us open the trays ourselves. If four in ten cannot, it is no good.",
        channel="visit", voice="mandate", how_known="Said at the tasting", how_many=13, given_on=date(2023, 3, 15),
    )  # fmt: skip
    tender = procurement_tender.prepare(case, stage)
    bids = procurement_tender.take_bids(case, stage, tender)
    procurement_panel.judge(case, tender, bids)
    for key, (users, officers) in REASONS.items():
        because = "The panel has talked it over."
        case.revise(bids[key], because, by="owen", users_reason=users, officers_reason=officers)
    procurement_tender.decide(case, stage, tender, bids)
    case.answer(said, "You did, at both tastings. It was what decided the matter.", by="owen", changed=bids["example"])
    _held_back(case, stage, bids["pretend"])
    procurement_contracts.play(case, stage, tender)
    case.finish(stage)


def _held_back(case, stage, held):
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
