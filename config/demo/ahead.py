"""What stands ready if things come otherwise, and how the change is made, step by step (made up, in plain words)."""

from datetime import date

WHAT_IFS = (
    {
        "title": "If many more people ask for frozen meals",
        "summary": "Then the rounds of the vans are planned anew, and the look-in is kept.",
        "sort": "preferences",
        "trigger": "In any month one in four who get meals has frozen ones.",
        "then_what": "The team and Meals Voice sit down together before anything else is changed.",
        "owner": "The commissioning team",
    },
    {
        "title": "If a new cabinet wants to stop the service",
        "summary": "Then you are asked again before anything ends. What you said this time is not lost.",
        "sort": "politics",
        "trigger": "The papers of a cabinet meeting name an end of the service.",
        "then_what": "Every stage is looked at again, and all groups are written to within five working days.",
        "owner": "The head of the service",
    },
    {
        "title": "If frozen meals fail",
        "summary": "Then everybody gets a hot meal the same day.",
        "sort": "failure",
        "trigger": "A delivery does not come, or a freezer in the kitchen breaks.",
        "then_what": "The kitchen cooks for all, and somebody rings everybody who waits.",
        "owner": "The meals team",
    },
)
STEPS = (
    {
        "title": "A letter about the new price",
        "summary": "You know six weeks before what you will pay.",
        "who_is_touched": "Everybody who gets meals",
        "how_told": "A letter in large print, in Welsh and English. A call to those who asked for one.",
        "owner": "Owen Sample-Officer",
        "due_on": date(2023, 2, 17),
    },
    {
        "title": "Somebody asks you: hot or frozen?",
        "summary": "You choose, and you can change your mind later.",
        "who_is_touched": "Everybody who gets meals, and their families",
        "how_told": "The one who brings the meal asks at the door. Families get a call when you want that.",
        "owner": "The meals team",
        "due_on": date(2023, 3, 31),
    },
    {
        "title": "Cooks and drivers learn the new rounds",
        "summary": "Those who work there know early what changes for them.",
        "who_is_touched": "The meals team",
        "how_told": "Two talks with all, and one alone for whoever wants it.",
        "owner": "The head of the service",
        "due_on": date(2023, 3, 31),
    },
    {
        "title": "A week to try frozen meals",
        "summary": "Somebody shows you how to heat them. You can go back to hot meals.",
        "who_is_touched": "People who asked for frozen meals",
        "how_told": "Somebody comes on the first day, and rings on the third.",
        "owner": "The meals team",
        "due_on": date(2023, 5, 15),
    },
)
DONE = {"A letter": date(2023, 2, 14), "Somebody asks": date(2023, 3, 29), "Cooks": date(2023, 3, 30)}


def play(case, stage):
    """Three what-ifs, each with its trigger, and four steps of the change."""
    for slug, rows in (("what-ifs", WHAT_IFS), ("change-plan", STEPS)):
        for said in rows:
            stage.kind.record_named(slug).add(case.people.ann, stage, **said)


def first_steps_are_done(case):
    """In spring three steps are done; the last one came three weeks late."""
    model = case.stage("testing").kind.record_named("change-plan")
    for step in model.objects.filter(stage__cycle=case.cycle).order_by("pk"):
        day = next((day for begins, day in DONE.items() if step.title.startswith(begins)), date(2023, 6, 5))
        case.revise(step, "It is done.", done_on=day)
