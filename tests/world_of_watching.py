"""What is watched while a service is brought about and runs: a part of `tests.world`."""

from cycle.models import InfluenceWord, VisitReply
from feedback.models import Rating
from feedback.models.rating import Question
from people.models import Person

from .readers import INVOLVED, SEATED


def fill(world, talk):
    """Replies and words in every openness, a report that asks for the decision, and counts of how taking part went."""
    _replies(world)
    _influences(world)
    _front_line(world)
    _ratings(world, talk)


def _replies(world):
    """What pat replies to findings, once anew: read by whoever may read the finding, with the interest beside it."""
    cast = world.cast
    for openness, who, by in (("involved", INVOLVED, cast.pat), ("withheld", SEATED, cast.ann)):
        finding = world.further["visit-findings", openness]
        said = {name: world.canary(f"reply {openness} {name}", who) for name in ("words", "interest")}
        VisitReply.say(finding, by, cast.providers, **said)
        anew = {name: world.canary(f"anew {openness} {name}", who) for name in ("words", "interest", "because")}
        VisitReply.say(finding, by, cast.providers, seen=1, **anew)


def _influences(world):
    """What both sides say of an influence."""
    cast = world.cast
    for openness, who, by in (("involved", INVOLVED, cast.mia), ("withheld", SEATED, cast.ann)):
        influence = world.further["influences", openness]
        for party, speaker in ((cast.users, by), (cast.commissioners, cast.ann)):
            words = world.canary(f"difference {openness} {party.standing}", who)
            InfluenceWord.say(influence, speaker, party, words, says="yes")


def _front_line(world):
    """A public report that asks for a decision which only officers may read to be looked at again."""
    report = world.further["front-line", "involved"]
    decision = world.records["decision", "withheld"]
    report.revise(world.cast.ann, 1, "They asked for it.", asks="look again", decision=decision)


def _ratings(world, talk):
    """Five people who take part have said how it went; of those with a seat too few have."""
    cast, una = world.cast, Person.objects.at_address("una@example.org")
    for person, number in {cast.pat: 9, cast.mia: 3, cast.bea: 4, cast.cove: 2, una: 3}.items():
        Rating.rate(talk, person, {Question.MATTERED: number, Question.HEARD: number})
    for person in (cast.ann, cast.ola, cast.cara):
        Rating.rate(talk, person, {Question.MATTERED: 10})
