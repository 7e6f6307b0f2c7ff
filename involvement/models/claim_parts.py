"""What belongs to a claim: its lines, its receipts, the steps that it went through, and the list for the pay office."""

from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.words import words_for
from people.files import files, random_path
from people.personal import Class
from people.triggers import Guard

from .rates import pounds

ONLY_PICTURES = _("A receipt is a photo (JPEG or PNG) or a PDF.")
TOO_MANY = _("A claim takes five receipts. Put several on one photo.")


class ClaimLine(models.Model):
    """One thing that is claimed. approved: what of it is paid; None until somebody has decided."""

    class Sort(models.TextChoices):
        FEE = "fee", _("Fee")
        TRAVEL = "travel", _("Bus, train or taxi")
        MILES = "miles", _("Miles by car")
        MEALS = "meals", _("Food")
        CARE = "care", _("Care for somebody")
        OTHER = "other", _("Something else")

    PERSONAL = {
        "sort": Class.MONEY, "amount": Class.MONEY, "miles": Class.MONEY, "words": Class.MONEY, "approved": Class.MONEY,
    }  # fmt: skip
    PERSONAL_OF = dict.fromkeys(PERSONAL, "claim__person")

    claim = models.ForeignKey("involvement.Claim", models.CASCADE, related_name="lines")
    sort = models.CharField(_("what for"), max_length=6, choices=Sort)
    amount = pounds(_("how much"))
    miles = models.DecimalField(_("miles"), max_digits=6, decimal_places=1, null=True, blank=True)
    words = models.CharField(_("in words"), max_length=240, blank=True)
    approved = pounds(_("paid of it"), null=True, blank=True)

    class Meta:
        verbose_name = _("line of a claim")
        verbose_name_plural = _("lines of claims")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["claim", "sort"], name="involvement_claimline_sort_once"),
            models.CheckConstraint(
                condition=Q(approved__isnull=True) | Q(approved__lte=models.F("amount")),
                name="involvement_claimline_no_more_than_claimed",
            ),
            models.CheckConstraint(
                condition=Q(sort__in=["fee", "travel", "miles", "meals", "care", "other"]),
                name="involvement_claimline_sort_is_known",
            ),
        ]

    def __str__(self):
        return str(self.get_sort_display())


def receipt_name(receipt, name):
    """A name that says nothing of whose receipt it is."""
    return random_path("receipts", receipt.ending)


class Receipt(models.Model):
    """A photo or a PDF of a receipt; read by those who may read its claim."""

    TYPES = {"jpg": "image/jpeg", "png": "image/png", "pdf": "application/pdf"}
    AT_MOST = 5
    PERSONAL = {"file": Class.MONEY, "by": Class.PART}
    PERSONAL_OF = {"file": "claim__person"}

    # Not by a cascade, which would leave the photo behind: whoever deletes a claim deletes its receipts first.
    claim = models.ForeignKey("involvement.Claim", models.PROTECT, related_name="receipts")
    file = models.FileField(storage=files, upload_to=receipt_name, max_length=120)
    ending = models.CharField(max_length=5)
    size = models.PositiveIntegerField()
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(ending__in=["jpg", "png", "pdf"]), name="involvement_receipt_is_a_photo_or_pdf"
            )
        ]

    def __str__(self):
        return _now("receipt of %(claim)s (%(ending)s)") % {"claim": self.claim.reference, "ending": self.ending}

    def get_absolute_url(self):
        return reverse("receipt", args=[self.claim.offer.stage.cycle.slug, self.claim_id, self.pk])

    @property
    def media_type(self):
        return self.TYPES[self.ending]

    @classmethod
    def attach(cls, claim, by, found):
        """Keep a Checked file (people/files.py) with a claim. Returns the Receipt. Raises Refused."""
        if found.ending not in cls.TYPES:
            raise moves.Refused(ONLY_PICTURES)
        if claim.receipts.count() >= cls.AT_MOST:
            raise moves.Refused(TOO_MANY)
        new = cls(claim=claim, by=by, ending=found.ending, size=len(found.content))
        new.file.save("", ContentFile(found.content), save=False)
        new.save(force_insert=True)
        return new


class ClaimStep(models.Model):
    """One step of a claim: who did what, when, and said what with it; it stands, and only the few read it."""

    PERSONAL = {"amount": Class.MONEY, "by": Class.PART, "words": Class.MONEY}
    PERSONAL_OF = {"amount": "claim__person"}

    claim = models.ForeignKey("involvement.Claim", models.PROTECT, related_name="steps")
    verb = models.CharField(max_length=40)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    amount = pounds(_("how much it was then"))
    words = models.TextField(_("in words"), blank=True)

    class Meta:
        verbose_name = _("step of a claim")
        verbose_name_plural = _("steps of claims")
        ordering = ("pk",)

    def __str__(self):
        return words_for(self.verb)


class PayrollList(models.Model):
    """A list for the pay office: approved claims that were not on one before. They are paid outside this site."""

    PERSONAL = {"made_by": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="payroll_lists")
    number = models.PositiveIntegerField()
    made_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("list for the pay office")
        verbose_name_plural = _("lists for the pay office")
        ordering = ("cycle_id", "number")
        constraints = [
            models.UniqueConstraint(fields=["cycle", "number"], name="involvement_payrolllist_number_once"),
        ]

    def __str__(self):
        return _now("List %(number)d for the pay office") % {"number": self.number}

    def get_absolute_url(self):
        return reverse("payroll_list", args=[self.cycle.slug, self.number])


GUARD = Guard(
    table="involvement_claimstep",
    columns=("id", "claim_id", "verb", "by_id", "at", "amount", "words"),
    blankable=("words",),
)
