"""Who is in the room: what people need, whom stages want to hear, and what people say of themselves for equality."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from feedback.models import EqualityAnswer
from involvement import needs as planning
from involvement.asking import ask
from involvement.models import HowFound, Session, Target
from people.models import NeedsSheet

# Who needs what, and who may see it. Those without e-mail told their convenor.
NEEDS = {
    "mia": ("writers", {"format-large": "", "meeting-step-free": "", "meeting-other": "A seat near the door, please"}),
    "bea": ("planners", {"support-loop": "", "meeting-breaks": ""}),
    "rhys": ("convenor", {"support-before": ""}),
    "dilys": ("planners", {"format-giant": "", "meeting-transport": ""}),
    "glyn": ("planners", {"support-loop": "", "contact-phone": ""}),
    "nesta": ("writers", {"format-welsh": "", "meeting-food": ""}),
}
AGES = {
    "mia": "65-84", "bea": "65-84", "dilys": "85", "glyn": "85", "nesta": "65-84", "ivor": "not-said", "rhys": "45-64",
    "tess": "45-64", "colin": "25-44", "dai": "25-44", "pat": "45-64",
}  # fmt: skip


def play(case):
    """The whole of it, after everything else has happened."""
    _needs(case)
    _a_meeting(case)
    _who_is_wanted(case)
    _equality(case)


def _needs(case):
    for key, (circle, said) in NEEDS.items():
        person = getattr(case.people, key)
        sheet, by = NeedsSheet.of(person), person if person.email else case.people.colin
        sheet.put(by, sheet.version, said, circle, "" if person.email else "face to face")
    # Mia was asked a year ago, so her first page asks whether it is still right.
    today = timezone.localdate()
    row = NeedsSheet.objects.filter(person=case.people.mia)
    row.update(looked_at_on=today - timedelta(days=366), review_on=today - timedelta(days=1))


def _a_meeting(case):
    """One that is planned with needs in view; a loop is there, the lift is still to be found."""
    stage, owen = case.stage("monitoring"), case.people.owen
    meeting = Session.plan(
        stage, owen, None, title="Half a year of the new meals", held_on=case.day(12),
        where="Chapel hall, beside the library", aim="hear", purpose="To hear what is better now.", format="meeting",
        minutes=90, questions="What is better than before?\nWhat is not?",
    )  # fmt: skip
    invited = [getattr(case.people, key).pk for key in ("mia", "bea", "dilys", "glyn", "nesta", "rhys")]
    ask(meeting, owen, people=invited)
    stamp = planning.stamp_of(planning.needs_at(meeting, owen))
    seen_to = {"support-loop": "The hall has one. Owen tries it out before.", "meeting-breaks": "At half past"}
    planning.see_to(meeting, owen, stamp, seen_to)


def _who_is_wanted(case):
    stage, owen, colin = case.stage("monitoring"), case.people.owen, case.people.colin
    now = Target.want(
        stage, owen, sort="now", name="People who get meals at home", how_many=8,
        why="They eat them, and can say what is better and what is not.",
        parties=[case.parties["voice"]],
    )  # fmt: skip
    now.agree(colin, case.parties["voice"])
    stopped = Target.want(
        stage, colin, proposed_by=case.parties["lunch"], sort="never", name="People who stopped getting meals",
        how_many=5, why="Nobody has asked them why they stopped.",
    )  # fmt: skip
    stopped.look_for(
        owen, how="A card with the last bill, and a number to ring", tried_on=case.day(-20), reached=3,
        learnt="Two stopped because of the price. One had moved to her son.", cost=Decimal("42.00"),
    )  # fmt: skip
    Target.want(
        stage, owen, sort="new", name="Families who have come from Ukraine", how_many=3,
        why="Some of them look after older people, and we know none of them.",
    )  # fmt: skip
    HowFound.write(
        stage, owen, 0, by_group=12, by_themselves=0, invited=6,
        words="Those who work in the day, and those who belong to no group.",
    )  # fmt: skip


def _equality(case):
    """Eleven of those who take part have answered, which is enough for one count."""
    for key, age in AGES.items():
        sex = "male" if key in ("colin", "dai", "glyn", "ivor", "rhys") else "female"
        answers = {"age": age, "sex": sex, "carer": "yes" if key in ("rhys", "tess", "mia") else "no"}
        EqualityAnswer.keep(case.cycle, getattr(case.people, key), answers)
