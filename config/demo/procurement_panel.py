"""The panel for frozen meals: Bea and Glyn for users, Owen for the council; ties, marks, and what they came to."""

from datetime import date

QUALITY, OPENING = "Quality", "Can I open it and read it?"
# By bid and criterion: what Owen, Bea and Glyn gave, each with a reason; then what they came to, and why.
GIVEN = {
    ("example", QUALITY): ((9, "It delivers in every valley."), (8, "Good, a little salty."), (9, "I ate it all.")),
    ("sample", QUALITY): ((7, "No soft meals."), (7, "The best gravy."), (7, "Nice, but no soft meals.")),
    ("pretend", QUALITY): ((7, "Small, and well made."), (8, "Nice, but small."), (8, "I liked the fish.")),
    ("example", OPENING): ((5, "Twelve of thirteen opened it without help."), (5, "I can read the day on it.")),
    ("sample", OPENING): ((1, "Seven of thirteen needed scissors."), (2, "The print is too small for me.")),
    ("pretend", OPENING): ((4, "Easy for most of us."), (5, "Easy to open.")),
}
CAME_TO = {
    ("example", QUALITY): (9, "Bea tasted it again at the second tasting and agreed to 9."),
    ("sample", QUALITY): (7, ""),
    ("pretend", QUALITY): (8, "The helping is small, but what is there is good."),
    ("example", OPENING): (5, ""),
    ("sample", OPENING): (1, "A tray that half of us cannot open helps nobody."),
    ("pretend", OPENING): (4, "The label could be larger."),
}


def judge(case, tender, bids):
    """Name the panel, let it say its ties, open the bids, score, and talk the scores over."""
    people, parties = case.people, case.parties
    help_named = "Owen explains the terms of the firms. He does not sit beside them when they score."
    taken = {"training_offered_on": date(2023, 2, 16), "training_taken_on": date(2023, 2, 21)}
    tender.name_member(people.ann, people.owen, parties["commissioners"])
    for user in (people.bea, people.glyn):
        tender.name_member(people.ann, user, parties["voice"], help_named=help_named, **taken)
    tender.open(people.ann)
    _say_ties(case, tender, bids)
    _score(case, tender, bids)
    _talk_over(case, tender, bids)


def _say_ties(case, tender, bids):
    """Nobody has a tie but Owen, whose neighbour drives for a firm; Glyn says it to the convenor of his group."""
    people, found = case.people, tender.judging
    none = dict.fromkeys(found.standing_bids, ("none", ""))
    for member, by in ((people.bea, people.bea), (people.glyn, people.colin)):
        tender.declare(found.member_of(member), by, none)
    sample = next(each for each in found.standing_bids if each.pk == bids["sample"].pk)
    said = none | {sample: ("perceived", "My neighbour drives a van for them. We say hello.")}
    tie = next(each for each in tender.declare(found.member_of(people.owen), people.owen, said) if each.waits)
    tender.decide_tie(tie, people.ann, "stays", "A neighbour is no reason to leave. Everybody here knows of it.")


def _score(case, tender, bids):
    people, found = case.people, tender.judging
    for place, (member, by) in enumerate(
        ((people.owen, people.owen), (people.bea, people.bea), (people.glyn, people.colin))
    ):
        there = found.member_of(member)
        said = {pair: _given(bids, pair, place) for pair in found.duties(there)}
        tender.score(there, by, said, hand_in=True)


def _given(bids, pair, place):
    """What the member at this place gave; of what users score alone Owen gave nothing."""
    bid, criterion = pair
    given = GIVEN[_key(bids, bid), str(criterion)]
    return given[place - (criterion.is_of_users)]


def _talk_over(case, tender, bids):
    found = tender.judging
    users = [each for each in found.active if each.is_of_users]
    for bid in found.standing_bids:
        for criterion in found.scored_criteria:
            score, why = CAME_TO[_key(bids, bid), str(criterion)]
            there = users if criterion.is_of_users else found.active
            tender.moderate(bid, criterion, case.people.bea, score, why, there, 0)


def _key(bids, bid):
    return next(key for key, each in bids.items() if each.pk == bid.pk)
