"""Answers that go back by the way they came: which wait to be brought back, by whom, and the slip that comes again.

They are those to people without e-mail, and to what was said on paper, by phone or face to face. Somebody who keeps
their name from everyone but the convenor gets it from the convenor alone (R71).
"""

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.openness import Openness
from people.models import Person

from .judging import NO_ANSWER
from .models import Answer, Contribution, Letter
from .models.letter import NOT_YOURS

MOST = 100
BY_HAND = [each for each in Contribution.Channel.values if each != Contribution.Channel.ONLINE]
READ_BY_KEEPERS = (Openness.PUBLIC, Openness.INVOLVED)
CHOOSE = _("Choose at least one answer.")
GONE = _("One of these answers is no longer there to be brought back. Look at the list again.")


def brought_by(person, cycles):
    """The contributions of these cycles whose answers this person may bring back, as a queryset.

    cycles: a list of Cycle that know the person's standing, so that one query does for all. An officer also brings
    answers to a group that has left; what only officers may read, a convenor brings when it was put in by them.
    """
    standings = {cycle.pk: cycle.standing_of(person) for cycle in cycles}
    run = [pk for pk, standing in standings.items() if standing.runs]
    kept = frozenset().union(*(standing.keeps for standing in standings.values()))
    keeps = Q(participant__in=kept) & (Q(openness__in=READ_BY_KEEPERS) | Q(given_by=person) | Q(entered_by=person))
    runs = Q(cycle__in=run) & (Q(is_unnamed=False) | Q(given_by=None))
    return Contribution.objects.filter(runs | keeps, _another_way(), cycle__in=standings)


def _another_way():
    """Who cannot be reached by e-mail, or did not say it online, and is not forgotten."""
    by_hand = Q(channel__in=BY_HAND) | Q(given_by__isnull=False, given_by__email__isnull=True)
    return by_hand & Q(given_by__forgotten_at=None)


def _answered_another_way(cycles):
    """The ids of what is answered and goes back by hand, in two parts that an index finds each, at any number."""
    answered = Contribution.objects.filter(cycle__in=cycles).answered().order_by()
    without = Person.objects.filter(email=None).order_by()
    by_hand, no_mail = answered.filter(channel__in=BY_HAND), answered.filter(given_by__in=without.values("pk"))
    return by_hand.values("pk").union(no_mail.values("pk"))


def waiting(person, cycles):
    """The Answers that wait to be brought back by this person in these cycles, each the newest one, oldest first."""
    newest = Answer.objects.filter(contribution=OuterRef("contribution")).order_by("-number").values("pk")[:1]
    said = brought_by(person, cycles).answered().order_by().values("pk")
    found = Answer.objects.filter(contribution__in=_answered_another_way(cycles))
    found = found.filter(contribution__in=said, pk=Subquery(newest))
    return found.filter(Q(letter=None) | Q(letter__how="")).order_by("pk")


def to_bring_back(person, stage):
    """Those of one stage, with all that a letter needs."""
    return waiting(person, [stage.cycle]).filter(contribution__stage=stage).select_related(
        "by", "letter", "changed_event__by", "changed_event__stage", "contribution__participant",
        "contribution__given_by", "contribution__agreement",
    )  # fmt: skip


def at_home(answers, stage):
    """The same answers as a list, each with the very stage and cycle that the page has."""
    found = list(answers)
    for answer in found:
        answer.contribution.stage, answer.contribution.cycle = stage, stage.cycle
    return found


def write_letters(stage, by, chosen):
    """Make the letters of these answers (ids), so that they can be printed. Returns how many. Raises Refused."""
    with ledger.writing(stage.cycle):
        found = _chosen(stage, by, chosen)
        for answer in found:
            Letter.make(answer, by)
    return len(found)


def bring(stage, by, chosen, how, on):
    """Write down how and on which day these answers (ids) were brought back. Returns how many. Raises Refused."""
    with ledger.writing(stage.cycle):
        found = _chosen(stage, by, chosen)
        for answer in found:
            letter = Letter.make(answer, by)
            letter.answer = answer
            letter.bring(by, how, on)
    return len(found)


def _chosen(stage, by, chosen):
    """The answers with these ids that wait to be brought back by this person. Raises Refused when one does not."""
    if not chosen:
        raise moves.Refused(CHOOSE)
    found = at_home(to_bring_back(by, stage).filter(pk__in=chosen), stage)
    if len(found) != len(set(chosen)):
        raise moves.Refused(GONE, conflict=True)
    return found


def refusal_by_slip(letter, person):
    """Why this person cannot put in what came back on the slip of a letter; empty when they can."""
    said = letter.contribution
    if not brought_by(person, [said.cycle]).filter(pk=said.pk).exists():
        return NOT_YOURS
    return "" if said.last_answer else NO_ANSWER


def judge_by_slip(letter, by, verdict, words):
    """Put in what the one who is answered wrote on the slip: whether it answers them. Raises Refused."""
    if sentence := refusal_by_slip(letter, by):
        raise moves.Refused(sentence)
    if letter.contribution.last_answer != letter.answer:
        raise moves.Refused(moves.QUICKER, conflict=True)
    letter.answer.judge(by, verdict, words, by_slip=True)
