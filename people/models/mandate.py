"""The mandate: what somebody who speaks for a group may say and sign for it, by whom given and when (R67, R68)."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..personal import Class
from ..refusal import Refused
from ..triggers import Guard
from .membership import Membership

NOT_A_SPEAKER = _("Only a chair or a representative has a mandate.")
PLACE_ENDED = _("This place in the group has ended, so nothing more is written about it.")
WORDS_NEEDED = _("Say what they may do for the group, who gave them that, and when.")
NOT_TO_COME = _("A mandate that is not given yet cannot be written down. Give a day that is today or before.")


class MandateQuerySet(models.QuerySet):
    def in_group(self, group):
        """Those of everybody who speaks or spoke for this group, with their names."""
        return self.filter(membership__group=group).select_related("membership__person", "written_by")

    def newest_of(self, places):
        """The newest mandate of each of these Memberships, as a dict by the membership's id; one query."""
        found = self.filter(membership__in=places).select_related("written_by").order_by("pk")
        return {each.membership_id: each for each in found}


class Mandate(models.Model):
    """What one person who speaks for a group may do for it; added and never changed, and the newest counts."""

    PERSONAL = {"words": Class.SAID, "given_by": Class.SAID, "written_by": Class.PART}

    membership = models.ForeignKey("people.Membership", models.PROTECT, related_name="mandates")
    words = models.TextField(_("what they may say and sign for the group"))
    given_by = models.CharField(_("who gave them that"), max_length=160)
    given_on = models.DateField(_("when"))
    written_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ("-pk",)

    def __str__(self):
        return str(self.membership)

    @classmethod
    def refusal_to_write(cls, place, person):
        """Why this person cannot write down the mandate of who holds this place, as a sentence; empty when they can."""
        if sentence := place.group.why_cannot_keep(person):
            return sentence
        if place.role not in Membership.SPEAKERS:
            return NOT_A_SPEAKER
        return "" if place.is_active else PLACE_ENDED

    @classmethod
    def write(cls, place, by, *, words, given_by, given_on):
        """Write down what who holds this place may do for the group. Returns the Mandate. Raises Refused."""
        if sentence := cls.refusal_to_write(place, by):
            raise Refused(sentence)
        if not words.strip() or not given_by.strip():
            raise Refused(WORDS_NEEDED)
        if given_on > timezone.localdate():
            raise Refused(NOT_TO_COME)
        with transaction.atomic():
            return cls.objects.create(
                membership=place, words=words, given_by=given_by, given_on=given_on, written_by=by
            )


GUARD = Guard(
    table="people_mandate",
    columns=("id", "membership_id", "words", "given_by", "given_on", "written_by_id", "written_at"),
    blankable=("words", "given_by"),
)
