"""Agree priorities, the ballots: users on screen and paper, officers and the kitchen for themselves, then the list."""

from datetime import date

ASKED = {
    "title": "Five things, one order",
    "summary": "Not all of them can come first. Say which matters most to you, and which next.",
    "question": "What has to come first?",
    "method": "rank",
    "points_each": 10,
    "closes_on": date(2022, 11, 25),
}
THINGS = {
    "look-in": ("Keep the look-in at the door", "Whoever brings the meal goes on seeing how you are."),
    "saving": ("Find the saving", "The council has to plan for less money, or the whole service is at risk."),
    "hot": ("Keep meals hot for those who need them hot", "Nobody has to heat a meal who cannot or does not want to."),
    "price": ("Keep the price low", "The price goes up as little as can be, and is told early."),
    "choice": ("More choice of food", "More dishes, and food for every diet."),
}
USUAL = ("look-in", "hot", "price", "choice", "saving")
PRICE_FIRST = ("price", "look-in", "hot", "choice", "saving")
OFFICERS = ("saving", "look-in", "price", "hot", "choice")

# who gives it, for whom, and the order; a list shares a place, and what is not there is left out
ONLINE = (
    ("bea", "voice", USUAL),
    ("mia", "voice", ("look-in", "hot", ["price", "choice"])),
    ("rhys", "carers", ("look-in", "price", "hot", "choice", "saving")),
)
# whose name is on it, for whom, how it came, and the order; Colin puts it in
PUT_IN = (
    ("dilys", "voice", "paper", USUAL),
    ("glyn", "voice", "paper", ("hot", "look-in", "price")),
    (None, "voice", "paper", PRICE_FIRST),
    (None, "voice", "paper", PRICE_FIRST),
    (None, "voice", "paper", USUAL),
    (None, "voice", "paper", ()),
    ("tess", "carers", "phone", USUAL),
    ("nesta", "lunch", "paper", USUAL),
    (None, "lunch", "paper", ("look-in", "hot", "choice", "price")),
    (None, "lunch", "meeting", ("hot", "look-in", "price", "choice")),
)
PROFESSIONALS = (
    ("ann", "commissioners", OFFICERS),
    ("owen", "commissioners", OFFICERS),
    ("dai", "kitchen", ("look-in", "saving", "price", "hot", "choice")),
)
# place in the agreed list, and why where one side had it elsewhere
AGREED = {
    "look-in": (
        "Users put it first, and so does the list. Officers had the saving above it. The look-in is what keeps "
        "people safe."
    ),
    "saving": (
        "Users put it last, for it is not theirs to find. The council may not plan for money "
        "that it does not have. So it stands high, and below the look-in."
    ),
    "hot": "The saving went above it. Officers had it fourth. It rose because of what users said.",
    "price": "Only because the saving went above it. Both sides had it third.",
    "choice": "It costs money that is not there this year. It is looked at again in monitoring.",
}


def ask(case, stage):
    """Open the exercise, print paper ballots, and let the users answer. Returns the Exercise."""
    ann, colin = case.people.ann, case.people.colin
    exercise = stage.kind.record_named("exercises").add(ann, stage, **ASKED)
    exercise.set_items(ann, exercise.version, [(None, *thing) for thing in THINGS.values()])
    exercise.open(ann)
    codes = {}
    for party, number in (("voice", 6), ("lunch", 2)):
        run = exercise.print_paper(colin, case.parties[party], number)
        codes[party] = iter([sheet.code for sheet in run.sheets.all()])
    _online(case, exercise, ONLINE)
    for giver, party, channel, order in PUT_IN:
        exercise.put_in(
            colin, case.parties[party], _content(exercise, order), channel=channel, is_abstention=not order,
            given_by=getattr(case.people, giver) if giver else None,
            reference=next(codes[party]) if channel == "paper" else "",
        )  # fmt: skip
    return exercise


def count(case, exercise):
    """The professionals answer, and it is closed and counted."""
    _online(case, exercise, PROFESSIONALS)
    exercise.close(case.people.ann)


def agree(case, exercise):
    """Make the agreed list with its reasons. Returns the Priorities in their order."""
    items = {item.title: item for item in exercise.items.all()}
    places = {items[THINGS[key][0]]: (place, why) for place, (key, why) in enumerate(AGREED.items(), start=1)}
    return exercise.agree(case.people.ann, places)


def _online(case, exercise, ballots):
    for giver, party, order in ballots:
        exercise.vote(getattr(case.people, giver), case.parties[party], _content(exercise, order))


def _content(exercise, order):
    """What a ballot says that puts things in this order."""
    items = {item.title: item for item in exercise.items.all()}
    tiers = [tier if isinstance(tier, list) else [tier] for tier in order]
    return {items[THINGS[key][0]]: place for place, tier in enumerate(tiers, start=1) for key in tier}
