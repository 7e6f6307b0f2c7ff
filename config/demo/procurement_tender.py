"""The tender for frozen meals: what counts, the steps with users in them, four bids, and what was decided."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/London")
UNTIL = datetime(2023, 3, 10, 12, tzinfo=HERE)

CRITERIA = (
    {
        "title": "Price", "summary": "What one meal costs the council.", "owner": "price", "weight": 50, "top": 10,
        "what_scores_mean": "The lowest price gets all of it. A price twice as high gets half of it.",
    },
    {
        "title": "Quality", "summary": "Whether the meals are good, and come where people live.", "owner": "panel",
        "weight": 30, "top": 10,
        "what_scores_mean": "0: nobody would eat it. 10: good food, soft meals too, in every valley.",
    },
    {
        "title": "Can I open it and read it?", "summary": "Users tried every tray with their own hands.",
        "owner": "users", "weight": 20, "top": 5,
        "what_scores_mean": "0: nobody can open the tray or read the label. 5: everybody can.",
    },
)  # fmt: skip

STEPS = (
    ("What people want from a frozen meal", "wishes", date(2023, 2, 15),
     "Bea, Glyn and the lunch club said what counts.",
     "Owen went through the real papers with them, line by line, and left nothing out."),
    ("Ties to bidders", "conflicts", date(2023, 2, 20), "Bea and Glyn each said that they have none.", ""),
    ("Offers asked for", "quotes", date(2023, 2, 22), "Bea read the letter first. Two sentences became clearer.", ""),
    ("Two tastings at the lunch club", "questions", date(2023, 3, 22), "Thirteen people tasted and opened the trays.",
     "The print on each label was read out to those who asked."),
)  # fmt: skip

# key: bidder, what it means, when it came, the price, how they would do it, their terms
BIDS = {
    "example": ("Example Frozen Meals Ltd", "The tray opens at a corner. The label is in large print, in Welsh and in "
                "English.", datetime(2023, 3, 10, 9, 30, tzinfo=HERE), "2.60"),
    "sample": ("Sample Kitchens Ltd", "Good food in a tray that many hands could not open.",
               datetime(2023, 3, 9, 16, tzinfo=HERE), "2.45"),
    "invented": ("Invented Pantry", "The firm took its offer back before the tasting.",
                 datetime(2023, 3, 8, 11, tzinfo=HERE), "2.70"),
    "pretend": ("Pretend Provisions Ltd", "The offer shows how the firm makes its prices.",
                datetime(2023, 3, 10, 11, 45, tzinfo=HERE), "2.95"),
}  # fmt: skip


def prepare(case, stage):
    """The tender with its criteria and the steps that users took part in; then offers are asked for. Returns it."""
    tender = case.put(
        stage, title="Frozen meals for those who ask", summary="We look for somebody who makes frozen meals.",
        wanted="Frozen meals that people can open with their own hands, and read the label of.", regime="below",
        route="quotes", begins_on=date(2023, 2, 13), estimated_value=Decimal(170000), bids_until=UNTIL,
        starts_on=date(2023, 5, 15), ends_on=date(2026, 3, 31),
    )  # fmt: skip
    for said in CRITERIA:
        case.put(stage, into="award-criteria", tender=tender, **said)
    for title, step, day, users, help_given in STEPS:
        case.put(
            stage, into="tender-steps", title=title, summary=users, tender=tender, step=step, done_on=day,
            users_took_part=users, help_given=help_given,
        )  # fmt: skip
    tender.ask(case.people.ann)
    return tender


def take_bids(case, stage, tender):
    """Four bids, each with its sealed offer; one is taken back, one is held back. Returns them by their keys."""
    found = {}
    for key, (bidder, summary, at, price) in BIDS.items():
        over = _closed(case) if key == "pretend" else {}
        made = case.put(
            stage, by="owen", into="bids", title=bidder, summary=summary, tender=tender, bidder=bidder, received_at=at,
            users_reason="", officers_reason="", **over,
        )  # fmt: skip
        technical = f"{bidder} makes the meals, brings them frozen, and takes the trays back."
        tender.put_in(made, case.people.owen, technical=technical, commercial="To be paid in 30 days.",
                     price=Decimal(price))  # fmt: skip
        found[key] = made
    found["invented"].take_back(case.people.ann, "It wrote that it could not deliver to every valley.")
    return found


def _closed(case):
    return {
        "openness": "withheld",
        "review_on": case.day(90),
        "withheld_because": "The firm asked us to keep its prices to ourselves while it bids for work elsewhere.",
    }


def decide(case, stage, tender, bids):
    """The award with both reasons, and the two prices that are published."""
    case.put(
        stage, into="award-decisions", title="Example Frozen Meals Ltd is chosen",
        summary="Frozen meals come from the firm whose tray people could open.", tender=tender, outcome="award",
        chosen=bids["example"],
        users_reason="Most of us could open this tray and read its label. Nobody has to ask a neighbour for scissors.",
        officers_reason="It came first when all was added up, and it can deliver in the upper valleys.",
        decided_by="The head of the service, on the advice of the panel", decided_on=date(2023, 4, 14),
        announced_on=date(2023, 4, 17),
    )  # fmt: skip
    case.put(
        stage, into="tender-steps", title="Letters to all who bid", summary="Each firm reads how its bid was judged.",
        tender=tender, step="letters", done_on=date(2023, 4, 17),
        users_took_part="Bea and Glyn read what was said about their own marks.",
    )  # fmt: skip
    for bid in tender.afresh().judging.bids:
        if bid.pk in (bids["example"].pk, bids["sample"].pk):
            bid.publish_price(case.people.ann, "People pay for these meals, and asked what they cost.")
    for bid in bids.values():
        bid.refresh_from_db()
