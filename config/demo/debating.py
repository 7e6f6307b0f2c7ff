"""A debate before the decision: who carries the risk of frozen meals (made up around what people said)."""

from feedback.debating import common_views, opening, positions

QUESTION = "Frozen meals: who carries the risk when something goes wrong?"
WHY = "Everybody said that frozen meals are a risk. Nobody had said yet whose risk it is."

# party: by whom it is put, against whom, what is held, why, what it rests on, what would change their mind.
HELD = {
    "commissioners": (
        "ann", "",
        "Frozen meals carry less risk than a van that may not come.",
        "A meal in the freezer is there when it snows and when a driver is ill.",
        "The days last winter when the van could not get up the valley.",
        "If people went hungry with a full freezer.",
    ),
    "voice": (
        "bea", "commissioners",
        "The risk goes from the council to us. Whoever heats the meal carries it.",
        "When the film will not open, nobody knows of it before the next day.",
        "Nine of fifteen could not peel the film when the lunch club tried it.",
        "If somebody looks in on the same day, and brings a hot meal when it went wrong.",
    ),
    "kitchen": (
        "dai", "commissioners",
        "We carry it at the door. With fewer of us, nobody sees that something is wrong.",
        "People tell us at the door that they are ill. They do not tell a freezer.",
        "What we see on our rounds. We have not counted it.",
        "If the time at each door stays as it is.",
    ),
}  # fmt: skip

# about whom, by whom, for whom, what is asked, more words, who answers, the answer (empty: it was left open)
ASKED = (
    (
        "commissioners", "mia", "voice", "how wrong", "", "owen",
        "Somebody rings on each day when nobody comes. If there is no answer, one of us goes there.",
    ),
    (
        "voice", "dai", "kitchen", "why not", "Four of you liked the frozen ones.", "bea",
        "Then it is their own choice, and they know the risk. We speak of those who are not asked.",
    ),
    ("commissioners", "rhys", "carers", "how paid", "Who pays for the calls?", "", ""),
)  # fmt: skip

COMMON = (
    "Hot meals stay for everybody who wants them. Frozen meals are only for those who ask, "
    "and somebody shows them first how to open and heat one. On days without a van somebody rings."
)
STANDS = (
    ("commissioners", "ann", "accepts", ""),
    (
        "voice",
        "bea",
        "reserves",
        "A call is not a knock at the door. Somebody has to count those that nobody answered.",
    ),
    ("kitchen", "dai", "does not", "Nobody has said what happens on a round that has one driver less."),
)
CAME_OF_IT = (
    "The preferred option says now that nobody has to take frozen meals, and that somebody comes or rings. "
    "What the drivers said is not settled. It is looked at again in monitoring."
)


def play(case, stage):
    """What three sides hold, three questions, a common view, and what stays disputed."""
    people, parties = case.people, case.parties
    debate = opening.open_debate(
        stage, people.owen, question=QUESTION, why=WHY, asked=[parties[key] for key in HELD], positions_by=case.day(7)
    )
    held = {}
    for key, (by, against, *said) in HELD.items():
        words = dict(zip(("holds", "why", "rests_on", "would_change"), said, strict=True))
        held[key] = positions.put_position(
            debate, getattr(people, by), parties[key], opposes=held.get(against), **words
        )  # fmt: skip
    for about, by, party, prompt, words, answerer, answer in ASKED:
        asked = positions.ask(held[about], getattr(people, by), parties[party], prompt, words)
        if answer:
            positions.answer(asked, getattr(people, answerer), answer)
    common_views.propose(debate, people.ann, parties["commissioners"], COMMON)
    for key, by, stand, words in STANDS:
        common_views.stand(debate, getattr(people, by), parties[key], stand, words)
    opening.end(debate, people.owen, CAME_OF_IT)
