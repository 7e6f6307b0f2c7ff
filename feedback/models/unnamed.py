"""Unnamed answers about a round of a stage, and their counts, which the ledger of its cycle tells (R23, R62).

What every sort of unnamed answer keeps to stands below, in people/models/unnamed.py. docs/decisions/0012 says why.
"""

from django.db import models
from django.db.models import Exists, OuterRef

from cycle import ledger, moves
from cycle.models import Round
from people.models.unnamed import MINIMUM, StandingCount, UnnamedAnswer, is_of_enough_people

__all__ = ["MINIMUM", "Counted", "Unnamed", "is_of_enough_people"]


class Unnamed(UnnamedAnswer):
    """One person's answer about one round of a stage.

    Its key is made of who, which stage, which round and, where a sort asks more than one thing, which question.
    """

    SAYS = ""

    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="+")

    class Meta(UnnamedAnswer.Meta):
        abstract = True

    @classmethod
    def pseudonym_of(cls, person, stage, *further):
        """The key of this person's answer about the stage's current round; the same each time, and it names nobody."""
        return cls.key_for(person.pk, stage.pk, stage.round_number, *further)

    @classmethod
    def keys_of(cls, person):
        """Every key under which this person may have answered: only to cut the answers off from who gave them."""
        for each in Round.objects.select_related("stage").iterator():
            each.stage.round_number = each.number
            for further in cls.apart():
                yield cls.pseudonym_of(person, each.stage, *further)

    @classmethod
    def apart(cls):
        """What sets the answers of one person about one round apart, as tuples; one of nothing where they give one."""
        return [()]

    @classmethod
    def refusal(cls, stage, person):
        """Why this person cannot answer about this stage now, as a sentence; empty when they can."""
        raise NotImplementedError

    @classmethod
    def keep(cls, stage, by, answers):
        """Keep what this person answers, or change what they answered. Returns nothing, on purpose. Raises Refused.

        answers: answer by what sets it apart from other answers of the same person, as a tuple of (field, value) pairs.
        """
        with ledger.writing(stage.cycle):
            stage.refresh_from_db(fields=["state", "round_number"])
            if sentence := cls.refusal(stage, by):
                raise moves.Refused(sentence)
            around = stage.current_round
            for apart, answer in answers.items():
                key = cls.pseudonym_of(by, stage, *(value for _name, value in apart))
                said = {"round": around, cls.SAYS: answer, **dict(apart)}
                cls.objects.update_or_create(pseudonym=key, defaults=said)
                cls.COUNT.take(stage, around, **dict(apart))


class CountQuerySet(models.QuerySet):
    def of(self, stage):
        """Those of one stage, the first one first."""
        return self.filter(stage=stage).select_related("round").order_by("pk")

    def last_in_each_round(self):
        """For each round the one that was taken last, of each question apart; one query at any number."""
        same = {name: OuterRef(name) for name in ("round", *self.model.APART)}
        later = self.model.objects.filter(**same, number__gt=OuterRef("number"))
        return self.filter(~Exists(later)).select_related("round")


class Counted(StandingCount):
    """How many people gave which answer about a round.

    A sort adds TOLD (the Verb of its event), and names in APART the fields by which counts of one round are told apart.
    """

    APART: tuple[str, ...] = ()

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="+")
    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="+")

    objects = CountQuerySet.as_manager()

    class Meta(StandingCount.Meta):
        abstract = True

    @classmethod
    def take(cls, stage, around, **apart):
        """Count once more, when enough people have a new answer, and tell it in the ledger.

        apart: which question and side is counted, where there are several. Returns the count, or None. Call it while
        the cycle's ledger is held.
        """
        answers = cls.ANSWERS.objects.filter(round=around, **apart)
        before = cls.objects.filter(round=around, **apart)
        if (counted := cls.count_anew(answers, before, stage=stage, round=around, **apart)) is None:
            return None
        taken, counts = counted
        ledger.record(cls.TOLD, taken, None, cycle=stage.cycle, stage=stage, after={**apart, **counts})
        return taken
