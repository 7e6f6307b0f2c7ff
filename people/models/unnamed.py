"""Answers that nobody is named with, and their counts: what every sort of them keeps to, whatever it is about.

An answer by itself is never shown. What is shown are counts that were taken once and then stand, and no count is taken
before MINIMUM people have a new answer since the last one. docs/decisions/0012 says what this keeps and what it cannot.
What is answered about, a round of a stage or somebody whom a group trusts, is said by the sort itself.
"""

from django.db import models
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

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


class UnnamedAnswer(models.Model):
    """One person's answer.

    No name, no day and no row number: its key is a keyed digest of who and of what it is about; so the one who gave it
    can change it. A sort adds what it is about, its answer (the field that SAYS names), and `counted`: the answer as
    the last count has it, empty before the first.
    """

    SAYS = ""

    PERSONAL = {"pseudonym": Class.PRIVATE}
    PERSONAL_OF = {"pseudonym": None}

    pseudonym = models.CharField(max_length=64, primary_key=True)

    class Meta:
        abstract = True
        ordering = ("pseudonym",)

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def key_for(cls, *parts):
        """The key of an answer: the same each time for the same parts, and it names nobody."""
        said = ":".join(map(str, parts))
        return salted_hmac(f"{cls._meta.app_label}.{cls.__name__}", said, algorithm="sha256").hexdigest()


class StandingCount(models.Model):
    """How many people gave which answer, on the day when it was counted; never changed after.

    A sort adds what it is about, a column for each answer, and ANSWERS (the UnnamedAnswer that it counts).
    """

    number = models.PositiveSmallIntegerField()
    taken_on = models.DateField(default=timezone.localdate)

    class Meta:
        abstract = True
        ordering = ("pk",)

    @classmethod
    def column(cls, answer):
        """The name of the column that counts this answer."""
        raise NotImplementedError

    @classmethod
    def count_anew(cls, answers, before, **about):
        """Count once more, when at least MINIMUM people have another answer than the last count has.

        answers, before: the queryset of what is counted, and of the counts that were taken of it. about: what a new row
        is about. Returns (the count, its numbers by column), or None. Call it while the answers are held.
        """
        says = cls.ANSWERS.SAYS
        if answers.exclude(**{says: F("counted")}).count() < MINIMUM:
            return None
        rows = answers.order_by().values_list(says).annotate(Count("pk"))
        counts = {cls.column(answer): number for answer, number in rows}
        taken = cls.objects.create(number=before.count() + 1, **about, **counts)
        answers.update(counted=F(says))
        return taken, counts
