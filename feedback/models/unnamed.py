"""Answers that nobody is named with, and their counts: what every sort of them keeps to (R23, R62).

An answer by itself is never shown. What is shown are counts that were taken once and then stand, and no count is taken
before MINIMUM people have a new answer since the last one. docs/decisions/0012 says what this keeps and what it cannot.
"""

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from cycle import ledger, moves
from cycle.models import Round
from people.personal import Class

# Groups are small, and a count of three tells each of them what the other two said. Below five nothing is published of
# people in official statistics; ten, which is usual there, is more than most groups have.
MINIMUM = 5


def is_of_enough_people(*columns):
    """The condition on a table of counts that each is of MINIMUM people or more. columns: the names of its counts."""
    first, *others = columns
    rest = MINIMUM
    for each in others:
        rest = rest - F(each)
    return Q(**{f"{first}__gte": rest})


class Unnamed(models.Model):
    """One person's answer about one round of a stage.

    No name, no day and no row number: its key is a keyed digest of who, which stage, which round and, where a sort asks
    more than one thing, which question; so the one who gave it can change it. A sort adds its answer (the field that
    SAYS names), and `counted`: the answer as the last count has it, empty before the first.
    """

    SAYS = ""

    PERSONAL = {"pseudonym": Class.PRIVATE}
    PERSONAL_OF = {"pseudonym": None}

    pseudonym = models.CharField(max_length=64, primary_key=True)
    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering = ("pseudonym",)

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def pseudonym_of(cls, person, stage, *further):
        """The key of this person's answer about the stage's current round; the same each time, and it names nobody."""
        said = ":".join(map(str, (person.pk, stage.pk, stage.round_number, *further)))
        return salted_hmac(f"feedback.{cls.__name__}", said, algorithm="sha256").hexdigest()

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


class Counted(models.Model):
    """How many people gave which answer about a round, on the day when it was counted; never changed after.

    A sort adds a column for each answer, ANSWERS (the Unnamed that it counts), TOLD (the Verb of its event), and names
    in APART the fields by which counts of one round are told apart.
    """

    APART: tuple[str, ...] = ()

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="+")
    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    taken_on = models.DateField(default=timezone.localdate)

    objects = CountQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("pk",)

    @classmethod
    def column(cls, answer):
        """The name of the column that counts this answer."""
        raise NotImplementedError

    @classmethod
    def take(cls, stage, around, **apart):
        """Count once more, when at least MINIMUM people have another answer than the last count has.

        apart: which question and side is counted, where there are several. Returns the count, or None. Call it while
        the cycle's ledger is held.
        """
        says = cls.ANSWERS.SAYS
        answers = cls.ANSWERS.objects.filter(round=around, **apart)
        if answers.exclude(**{says: F("counted")}).count() < MINIMUM:
            return None
        rows = answers.order_by().values_list(says).annotate(Count("pk"))
        counts = {cls.column(answer): number for answer, number in rows}
        there = cls.objects.filter(round=around, **apart).count()
        taken = cls.objects.create(stage=stage, round=around, number=there + 1, **apart, **counts)
        answers.update(counted=F(says))
        ledger.record(cls.TOLD, taken, None, cycle=stage.cycle, stage=stage, after={**apart, **counts})
        return taken
