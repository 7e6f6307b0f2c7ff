"""How taking part went, as both sides say: made up, and shown only where five people of a side have answered."""

from feedback.models import Rating
from feedback.models.rating import Question

PEOPLE = ("bea", "mia", "colin", "rhys", "dai", "nesta")
SEATS = ("ann", "owen", "cara", "gwen", "huw")

# kind: what those who take part gave, then those with a seat: how much it mattered, and how far people were heard.
GIVEN = {
    "framework": (((8, 8), (7, 8), (8, 7), (6, 7), (7, 7)), ((8, 8), (7, 8), (8, 9), (8, 8), (7, 7))),
    "needs": (((5, 6), (6, 6), (4, 5), (6, 7), (6, 6)), ((7, 8), (8, 8), (7, 8), (8, 8), (7, 7))),
    "budget": (((2, 5), (3, 5), (2, 4), (3, 4)), ((4, 7), (5, 7))),
    "testing": (((3, 4), (2, 3), (1, 3), (3, 4), (5, 5), (2, 4)), ((7, 8), (6, 7), (8, 8), (7, 8), (7, 7))),
    "decision": (((4, 5), (5, 5), (3, 4), (4, 5), (5, 6)), ((7, 8), (7, 7), (8, 8), (7, 8), (6, 7))),
    "procurement": (((9, 9), (8, 9), (8, 8), (7, 8), (8, 8)), ((8, 9), (8, 8), (7, 8))),
    "implementation": (((7, 7), (6, 7), (7, 6), (6, 6), (8, 7)), ((7, 7), (6, 7), (7, 8), (7, 7), (8, 8))),
}


def of_the_first_needs(case):
    """The first round of the needs had time, and both sides found it well spent."""
    _rate(case, "needs", ((8, 9), (9, 9), (8, 8), (7, 8), (9, 9)), ((9, 9), (8, 9), (8, 8), (9, 9), (8, 8)))


def play(case):
    """The other stages; of the budget too few have said anything, and of the procurement too few with a seat."""
    for kind, (people, seats) in GIVEN.items():
        _rate(case, kind, people, seats)


def _rate(case, kind, *sides):
    stage = case.stage(kind)
    for names, given in zip((PEOPLE, SEATS), sides, strict=True):
        for name, (mattered, heard) in zip(names, given, strict=False):
            numbers = {Question.MATTERED: mattered, Question.HEARD: heard}
            Rating.rate(stage, getattr(case.people, name), numbers)
