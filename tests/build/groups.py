"""What a group's page tells beside its members: for whom its convenor works, whom it trusts, and its money."""

from involvement.models import Loyalty, Trust

LOYALTY = {
    "employer": "Hot Plate Ltd", "funded_by": "The council, by a grant", "contract_aims": "Four meetings a year.",
    "provides": "employer", "provides_what": "hot meals", "interests": "", "loyalty": "I say what the group says.",
}  # fmt: skip


def loyalty(group, convenor, **over):
    """What a convenor declares; by default an employer who also provides."""
    return Loyalty.declare(group, convenor, **LOYALTY | over)


def trusted(worker, people, *answers):
    """Each of these people says whether they trust; with fewer answers than people the last one is everybody else's."""
    for number, each in enumerate(people):
        Trust.say(worker, each, answers[min(number, len(answers) - 1)])
