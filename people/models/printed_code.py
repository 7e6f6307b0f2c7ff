"""The printed code: what is on a sign-in letter, for a member of a group who has no e-mail at hand."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac
from django.utils.translation import gettext_lazy as _

from ..personal import Class

TRIES = 5
LASTS = timedelta(hours=72)
# Without vowels no word comes out, and no two of them look alike in print: 16 letters, 8 of them, 2 to the 32nd codes.
LETTERS, LENGTH = "BCDFGHJKMNPRTVWX", 8
NUMBER_LENGTH = 6


class PrintedCodeQuerySet(models.QuerySet):
    def live(self):
        """Those that open something now: young, not used, with a try left, and the newest of their person."""
        newer = PrintedCode.objects.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"))
        young = self.filter(made_at__gt=timezone.now() - LASTS)
        return young.filter(~Exists(newer), used_at__isnull=True, tries_left__gt=0)


class PrintedCode(models.Model):
    """A code that signs one person in, once. It is kept as a hash, so only the paper knows it.

    number: what the letter is called, and which is asked for beside the code.
    """

    PERSONAL = {
        "person": Class.SIGN_IN,
        "number": Class.SIGN_IN,
        "salt": Class.SIGN_IN,
        "code_hash": Class.SIGN_IN,
        "made_by": Class.PART,
    }

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="printed_codes")
    number = models.CharField(max_length=NUMBER_LENGTH, unique=True)
    salt = models.CharField(max_length=16)
    code_hash = models.CharField(max_length=64)
    made_by = models.ForeignKey("people.Person", models.PROTECT, related_name="printed_codes_made")
    made_at = models.DateTimeField(default=timezone.now)
    tries_left = models.PositiveSmallIntegerField(default=TRIES)
    used_at = models.DateTimeField(null=True, blank=True)

    objects = PrintedCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-in letter")
        verbose_name_plural = _("sign-in letters")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=Q(tries_left__lte=5), name="people_printedcode_has_five_tries_at_most"),
            models.CheckConstraint(condition=~Q(person=F("made_by")), name="people_printedcode_is_made_by_another"),
        ]

    def __str__(self):
        return self.number

    @property
    def expires_at(self):
        """The moment from which it opens nothing any more."""
        return self.made_at + LASTS

    @classmethod
    def make(cls, person, by):
        """A new code for somebody; the older ones open nothing from now on. Returns the PrintedCode and the code.

        Who may have one, and who may make it, is asked above (cycle/letters.py).
        """
        code, salt = get_random_string(LENGTH, LETTERS), get_random_string(16)
        number = get_random_string(NUMBER_LENGTH, "0123456789")
        while cls.objects.filter(number=number).exists():
            number = get_random_string(NUMBER_LENGTH, "0123456789")
        made = cls.objects.create(person=person, number=number, salt=salt, code_hash=_hash(salt, code), made_by=by)
        return made, code

    @classmethod
    def redeem(cls, number, code):
        """The Person whom this number and code sign in, or None; then nothing says why.

        The try is taken before the code is looked at, so that many who guess at once have five tries together.
        """
        with transaction.atomic():
            has_try = cls.objects.live().filter(number=number).update(tries_left=F("tries_left") - 1)
        found = cls.objects.filter(number=number).select_related("person").first() or cls()
        is_right = constant_time_compare(_hash(found.salt, code), found.code_hash)
        if not (has_try and is_right):
            return None
        is_first = cls.objects.filter(pk=found.pk, used_at__isnull=True).update(used_at=timezone.now())
        return found.person if is_first else None


def _hash(salt, code):
    """What is kept of a code: nobody who has the database alone can try codes on it, because SECRET_KEY is in it."""
    return salted_hmac("people.PrintedCode", salt + code, algorithm="sha256").hexdigest()
