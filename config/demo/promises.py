"""What was promised, what came of it and how both sides see it; and what goes back to everybody, also in Easy Read."""

from datetime import date

from feedback.models import Carrying, Promise, PromiseVerdict, Sheet
from feedback.promising import voices_of

IN_SHORT = (
    "We asked whether meals at home should go on, and how. People told us on paper, by phone and at the table.\n"
    "The meals stay, and they stay hot for everybody who wants them hot. You pay 50p more.\n"
    "We could not keep the old price. We could not give more time to answer, and we are sorry for that."
)
EASY = (
    ("ask", "We asked you about meals at home."),
    ("say", "Many of you told us what you think."),
    ("meal", "You said: hot meals matter."),
    ("yes", "Hot meals stay."),
    ("money", "A meal now costs £4.55."),
    ("no", "We could not keep the old price."),
    ("people", "Some people find £4.55 too much."),
    ("paper", "If that is you, write to us or ring us."),
    ("promise", "We promised to look at this again."),
    ("later", "We will tell you what comes of it."),
)


def play(case):
    """Two promises that were kept, or so the council says; one that was not; one that is late; and the sheets."""
    _the_decision_came(case)
    _hot_meals(case)
    _a_second_driver(case)
    _the_upper_valley(case)
    _tell_everybody(case)


def _promise(case, kind, by, to, what, ground, authority, due_on, **over):
    parties = [case.parties[key] for key in to]
    return Promise.make(
        case.stage(kind), getattr(case.people, by), what=what, ground=ground, authority=authority, due_on=due_on,
        to=parties, **over,
    )  # fmt: skip


def _see(case, promise, by, verdict, words=""):
    person = getattr(case.people, by)
    PromiseVerdict.give(promise, person, voices_of(promise, person)[0], verdict, words)


def _the_decision_came(case):
    """Bea was told that her words would be looked at when the cabinet met, and they were."""
    promise = case.stage("testing").promises.still_open().order_by("pk").first()
    promise.cycle = promise.stage.cycle = case.cycle
    decided = case.stage("decision").kind.record.objects.in_stage(case.stage("decision")).first()
    promise.conclude(
        case.people.ann, "kept", "The cabinet had your words before it, and kept the service.",
        evidence=decided.history().last(),
    )  # fmt: skip
    _see(case, promise, "bea", "kept")


def _hot_meals(case):
    promise = _promise(
        case, "decision", "cara", ("voice", "lunch"),
        "Everybody who wants a hot meal goes on getting one. Nobody has to take frozen meals.",
        "decision", "The cabinet decided so on 23 January 2023.", date(2023, 9, 30), owner=case.people.ann,
    )  # fmt: skip
    _goes_on(case, promise)
    promise.conclude(case.people.ann, "kept", "All who asked for hot meals get them. In October that was 512 people.")
    _see(
        case, promise, "bea", "partly",
        "They are hot when they leave the kitchen. At the end of the round they are not.",
    )  # fmt: skip


def _goes_on(case, promise):
    """The promise stands in a clause for the council's own kitchens, and a measure watches that clause."""
    clause = case.found("procurement", "clauses", "Your meal is hot")
    measure = case.found("monitoring", "measures", "My food is hot")
    case.revise(measure, "The promise stands in the arrangement with our kitchens now.", clause=clause)
    for record in (clause, measure):
        record.stage.cycle = case.cycle
        Carrying.put(promise, case.people.ann, record)


def _a_second_driver(case):
    promise = _promise(
        case, "implementation", "owen", ("voice", "carers", "kitchen"),
        "There will be two drivers on each round, so that there is time at the door.",
        "beyond", "I may plan the rounds. New posts are for the cabinet, and I will ask for them.", date(2023, 6, 30),
    )  # fmt: skip
    promise.postpone(case.people.owen, date(2023, 10, 31), "The cabinet meets about new posts in September.")
    promise.conclude(
        case.people.owen, "broken", "There is still one driver on each round.",
        "The cabinet gave no money for new posts. I should have asked before I promised it.",
    )  # fmt: skip
    _see(case, promise, "rhys", "broken", "You were honest about it. The time at the door is still too short.")


def _the_upper_valley(case):
    _promise(
        case, "monitoring", "owen", ("voice", "lunch"),
        "We count the minutes at the door for two weeks and show you all the numbers.",
        "seat", "I look after the contract, and this is part of it.", case.day(-6),
    )  # fmt: skip


def _tell_everybody(case):
    ann, testing = case.people.ann, case.stage("testing")
    pictures, lines = zip(*EASY, strict=True)
    easy = {"text": "\n".join(lines), "pictures": "\n".join(pictures)}
    for stage in (testing, None):
        Sheet.write(case.cycle, stage, Sheet.Form.PLAIN, ann, IN_SHORT).publish(ann)
        Sheet.write(case.cycle, stage, Sheet.Form.EASY, ann, **easy).publish(ann)
