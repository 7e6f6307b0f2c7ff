"""What holds for everybody in the whole cycle, and what each body brings."""

RULES = (
    ("process", "We talk before anything is decided",
     "Nobody hears of a choice from the papers. If we cannot ask you in time, we say why.",
     "The commissioning team", ""),
    ("support", "You get what you need to take part",
     "Large print, a lift, somebody who reads to you, or a talk before the meeting. You only have to say it once.",
     "The convenor of your group", "Your convenor, at every meeting"),
    ("payment", "Fares are paid, and you can say no to a fee",
     "Bring the ticket, and you get the money within three weeks. A fee is offered. You never have to take it.",
     "The commissioning team", "Your convenor"),
    ("answers", "Everything that you say gets an answer",
     "It tells what changed, or why nothing did. If it is late, everybody can see that it is late.",
     "The officer whose name stands beside it", ""),
    ("leaving", "You can stop at any time",
     "You can take a break or leave, and need not say why. Nobody gets a meal less for it.",
     "The convenor of your group", "Your convenor, by phone or at the table"),
    ("complaint", "When something goes wrong, somebody else looks at it",
     "You can complain to somebody who does not work with us. You get a reply within two weeks.",
     "The complaints officer of the council", "The town hall, first floor, or by letter"),
    ("own care", "For your own meals, ask the meals team",
     "Here we talk about meals for all. If your own meals have to change, ring the meals team. It need not wait.",
     "The community meals team", "The number on your meal card"),
)  # fmt: skip

BODIES = (
    ("commissioners", "money", "The money for meals, as far as the council gives it",
     "The council pays its part of every meal. The team plans with it.",
     "It cannot move money from another service."),
    ("kitchen", "knowledge", "What cooks and drivers know",
     "They know who eats what, which street is hard to reach, and what a van costs.",
     "They cannot say who gets a meal."),
    ("voice", "knowledge", "What it is like to live with these meals",
     "People who eat the meals each day know best what is good about them.",
     "It cannot promise what others will accept."),
)  # fmt: skip


def play(case, stage):
    """Seven things that hold for everybody, and what three of those at the table bring."""
    for topic, title, summary, who, where in RULES:
        case.put(
            stage, into="rules", title=title, summary=summary, topic=topic, who_sees_to_it=who, where_to_turn=where
        )  # fmt: skip
    for key, what, title, summary, cannot in BODIES:
        case.put(
            stage, into="bodies", title=title, summary=summary, body=case.parties[key], what=what, cannot=cannot
        )  # fmt: skip
