"""Equality answers, apart from who gave them, and the counts of them that stand (quality 34).

The answers name nobody, as those in unnamed.py, and more is kept from them: each question has a key of its own, so that
nobody's answers can be laid side by side, and no ledger knows of them.
"""

from django.db import models, transaction
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.models import Participant
from cycle.models.cycle import CYCLE_CLOSED
from people.personal import Class
from people.triggers import Guard

from ..equality.counting import shift_of, shown_as
from ..equality.lists import consent_on, question_of, questions_on

# Answers are counted when at least so many are there, and again when at least so many people's answers changed.
ENOUGH = 10

NOT_FOR_YOU = _("These questions are for people who take part in this cycle, and not for those who run or decide it.")
SAY_YES = _("Tick that you agree. Without that we may not keep what you answer.")


class EqualityAnswerQuerySet(models.QuerySet):
    def of(self, cycle, question):
        """Those to one question in one cycle."""
        return self.filter(cycle=cycle, question=question)

    def given_before(self, day):
        """Those that were given before this day and not taken back."""
        return self.filter(consented_on__lt=day).exclude(answer="")

    def changed(self):
        """Those that differ from what the last count has, for sure: one who took an answer back and gave one again
        within the same time may have given the same, and does not count."""
        back = Q(was_taken_back=True)
        return self.filter((~back & ~Q(answer=F("counted"))) | (back & Q(answer="")))


class EqualityAnswer(models.Model):
    """One person's answer to one question in one cycle; who, is in no column. answer: "" when it was taken back."""

    PERSONAL = {"pseudonym": Class.EQUALITY, "answer": Class.EQUALITY, "counted": Class.EQUALITY}

    pseudonym = models.CharField(max_length=64, primary_key=True)
    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="+")
    question = models.CharField(max_length=16)
    version = models.CharField(max_length=8)
    answer = models.CharField(max_length=20, blank=True)
    counted = models.CharField(max_length=20, blank=True)
    was_taken_back = models.BooleanField(default=False)
    consent_text = models.PositiveSmallIntegerField()
    consented_on = models.DateField(default=timezone.localdate)

    objects = EqualityAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer for equality")
        verbose_name_plural = _("answers for equality")
        ordering = ("pseudonym",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(answer="") | Q(was_taken_back=True, counted=""),
                name="feedback_equalityanswer_taken_back_holds_nothing",
            )
        ]

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def pseudonym_of(cls, person, cycle, question):
        """The key of this person's answer to this question in this cycle; it names nobody."""
        return cls._key(person.pk, cycle.pk, question)

    @staticmethod
    def _key(person_id, cycle_id, question):
        said = f"{person_id}:{cycle_id}:{question}"
        return salted_hmac("feedback.EqualityAnswer", said, algorithm="sha256").hexdigest()

    @classmethod
    def refusal(cls, cycle, person):
        """Why this person cannot answer in this cycle, as a sentence; empty when they can."""
        standing = cycle.standing_of(person)
        parts = Participant.objects.active().filter(cycle=cycle, pk__in=standing.belongs_to)
        if standing.roles or not parts.exclude(standing__in=Participant.BY_SEAT).exists():
            return NOT_FOR_YOU
        return CYCLE_CLOSED if cycle.is_closed else ""

    @classmethod
    def own(cls, cycle, person):
        """What this person has answered here: question -> EqualityAnswer; one query."""
        keys = [cls.pseudonym_of(person, cycle, each.slug) for each in questions_on(timezone.localdate())]
        return {each.question: each for each in cls.objects.filter(pk__in=keys).exclude(answer="")}

    @classmethod
    def keep(cls, cycle, by, answers):
        """Keep what this person answers, by question; a question that is not there is taken back. Raises Refused."""
        if sentence := cls.refusal(cycle, by):
            raise moves.Refused(sentence)
        today = timezone.localdate()
        with transaction.atomic():
            _hold(cycle)
            for each in questions_on(today):
                code = answers.get(each.slug, "")
                row = cls.objects.filter(pk=cls.pseudonym_of(by, cycle, each.slug))
                if code not in each.codes:
                    _take_back(row)
                else:
                    cls._put(row, by, cycle, each, code, today)
                EqualityCount.take(cycle, each)

    @classmethod
    def withdraw(cls, cycle, by):
        """Take back the consent: what was answered is deleted at once. It works in a closed cycle, too."""
        with transaction.atomic():
            _hold(cycle)
            keys = [cls.pseudonym_of(by, cycle, each.slug) for each in questions_on(timezone.localdate())]
            _take_back(cls.objects.filter(pk__in=keys))
            for each in () if cycle.is_closed else questions_on(timezone.localdate()):
                EqualityCount.take(cycle, each)

    @classmethod
    def keys_of(cls, person):
        """Every key under which this person may have answered: only to take all of it back when they are forgotten."""
        for cycle, question in cls.objects.order_by().values_list("cycle_id", "question").distinct():
            yield cls._key(person.pk, cycle, question)

    @classmethod
    def take_all_back(cls, person):
        """Take back all that this person answered anywhere: they are forgotten, and so is their consent."""
        cls.take_back(cls.objects.filter(pk__in=list(cls.keys_of(person))))

    @classmethod
    def take_back(cls, rows):
        """Take back these answers, because they are too old or their giver is forgotten. Returns how many."""
        with transaction.atomic():
            number = rows.count()
            _take_back(cls.objects.filter(pk__in=list(rows.values_list("pk", flat=True))))
        return number

    @classmethod
    def _put(cls, row, by, cycle, question, code, today):
        """Put an answer; the consent is as old as the answer."""
        if row.filter(answer=code).exists():
            return
        said = {"answer": code, "version": question.version, "consented_on": today,
                "consent_text": consent_on(today).version}  # fmt: skip
        if not row.update(**said):
            key = cls.pseudonym_of(by, cycle, question.slug)
            cls.objects.create(pseudonym=key, cycle=cycle, question=question.slug, **said)


def _hold(cycle):
    """Let one writer after the other answer in this cycle, so that no count is taken twice."""
    type(cycle).objects.filter(pk=cycle.pk).update(ledger_length=F("ledger_length"))


def _take_back(rows):
    """Delete answers; where a count has them, an empty mark stays until the next count, so that nobody counts twice."""
    rows.filter(counted="", was_taken_back=False).delete()
    rows.exclude(answer="").update(answer="", counted="", was_taken_back=True)


class EqualityCountQuerySet(models.QuerySet):
    def newest(self, cycle):
        """The newest count of each question in this cycle, as question -> EqualityCount with its cells; two queries."""
        rows = self.filter(cycle=cycle).prefetch_related("cells").order_by("number")
        return {each.question: each for each in rows}


class EqualityCount(models.Model):
    """How many gave which answer, as it was shown on the day that it was counted; it never changes after."""

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="+")
    question = models.CharField(max_length=16)
    version = models.CharField(max_length=8)
    number = models.PositiveSmallIntegerField()
    taken_on = models.DateField(default=timezone.localdate)

    objects = EqualityCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("count for equality")
        verbose_name_plural = _("counts for equality")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "question", "number"], name="feedback_equalitycount_once_for_a_number"
            )
        ]

    def __str__(self):
        return f"{self.question} {self.number}"

    def get_absolute_url(self):
        return reverse("equality", args=[self.cycle.slug])

    @property
    def rows(self):
        """(answer in words, number as it is shown) for each answer of the list."""
        cells = {each.answer: each.shown for each in self.cells.all()}
        return [(words, cells.get(code, 0)) for code, words in question_of(self.question, self.version).choices]

    @classmethod
    def take(cls, cycle, question):
        """Count once more, when enough answers are there and enough people's changed. Returns the count, or None."""
        answers = EqualityAnswer.objects.of(cycle, question.slug)
        there = answers.filter(version=question.version).exclude(answer="")
        if there.count() < ENOUGH or answers.changed().count() < ENOUGH:
            return None
        counts = dict(there.order_by().values_list("answer").annotate(Count("pk")))
        number = cls.objects.filter(cycle=cycle, question=question.slug).count() + 1
        taken = cls.objects.create(cycle=cycle, question=question.slug, version=question.version, number=number)
        EqualityCell.objects.bulk_create(
            EqualityCell(count=taken, answer=code, shown=_shown(cycle, question, code, counts.get(code, 0)))
            for code in question.codes
        )
        answers.filter(answer="").delete()
        answers.update(counted=F("answer"), was_taken_back=False)
        return taken


def _shown(cycle, question, code, number):
    return shown_as(number, shift_of(cycle.pk, question.slug, question.version, code))


class EqualityCell(models.Model):
    """One answer's number in a count, as it is shown: a multiple of five. What was counted exactly is kept nowhere."""

    count = models.ForeignKey("feedback.EqualityCount", models.PROTECT, related_name="cells")
    answer = models.CharField(max_length=20)
    shown = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("number in a count for equality")
        verbose_name_plural = _("numbers in counts for equality")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["count", "answer"], name="feedback_equalitycell_once_for_an_answer"),
        ]

    def __str__(self):
        return f"{self.answer}: {self.shown}"


GUARD = Guard(table="feedback_equalitycell", columns=("id", "count_id", "answer", "shown"))
