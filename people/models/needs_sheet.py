"""The sheet of one person's access needs: when it was last looked at, when it is looked at again, and its verbs."""

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..need_list import BY_SLUG, REVIEW_MONTHS, consent_on
from ..personal import Class
from ..refusal import Refused
from .access_need import AccessNeed, Circle
from .membership import Membership

NOT_YOURS = _("Only the person, or who keeps their group’s page, puts in what they need.")
THEY_CAN = _("This person signs in here and says by themselves what they need.")
CHANGED_MEANWHILE = _("This was changed since you opened the page. What is saved now stands below. Look at both.")
SAY_HOW = _("Say how they told you.")
GONE = _("This is not kept here any more.")
MONTH = timezone.timedelta(days=30.4375)


def in_months(months, day=None):
    """The day that is so many months after today."""
    return (day or timezone.localdate()) + months * MONTH


class NeedsSheetQuerySet(models.QuerySet):
    def to_look_at(self):
        """Those whose day has come, and that hold something."""
        some = AccessNeed.objects.filter(person=models.OuterRef("person"))
        return self.filter(models.Exists(some), review_on__lte=timezone.localdate())


class NeedsSheet(models.Model):
    """That somebody was asked what they need, and when they are asked again whether it is still right."""

    PERSONAL = {"person": Class.NEED, "looked_at_by": Class.PART}

    person = models.OneToOneField("people.Person", models.PROTECT, related_name="needs_sheet")
    version = models.PositiveIntegerField(default=0)
    looked_at_on = models.DateField(_("last looked at"), default=timezone.localdate)
    looked_at_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    review_on = models.DateField(_("asked again on"))

    objects = NeedsSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("sheet of access needs")
        verbose_name_plural = _("sheets of access needs")
        ordering = ("person_id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(review_on__gt=F("looked_at_on")), name="people_needssheet_looked_at_again_later"
            )
        ]

    def __str__(self):
        return str(self.person)

    @property
    def is_due(self):
        """Whether it is time to ask whether it is still right."""
        return self.review_on <= timezone.localdate()

    @classmethod
    def of(cls, person):
        """The sheet of this person; one that is not saved yet, for whom nobody has asked."""
        there = cls.objects.filter(person=person).first()
        return there or cls(person=person, looked_at_by=person, review_on=in_months(REVIEW_MONTHS))

    @classmethod
    def refusal_to_keep(cls, person, by):
        """Why `by` cannot put in what this person needs, as a sentence; empty when they can."""
        if person == by:
            return ""
        kept = Membership.objects.active().filter(person=by, role__in=Membership.KEEPERS)
        theirs = Membership.objects.active().filter(person=person, group__in=kept.values("group"))
        if not theirs.exists():
            return NOT_YOURS
        return THEY_CAN if person.email else ""

    def known_to(self, by):
        """What of it `by` may see and change: all of one's own, else what is shared with who keeps the group."""
        rows = AccessNeed.objects.of(self.person).visible_to(by).prefetch_related("consents__by")
        return sorted(rows.select_related("put_in_by"), key=lambda need: (need.place, need.pk))

    def put(self, by, version, said, circle=None, how=""):
        """Keep what is needed, in the place of what `by` saw before. Raises Refused.

        said: own words by the slug of the sort, "" for one of the list. circle: who may see all of it; None leaves each
        as it is, and what is new with nobody. how: a SaidHow, needed where somebody else puts it in.
        """
        with transaction.atomic():
            self._hold(by, version, how)
            there = {need.sort: need for need in self.known_to(by)}
            gone = [need.pk for slug, need in there.items() if slug not in said]
            AccessNeed.objects.filter(pk__in=gone).delete()
            for slug, words in said.items():
                self._keep(by, slug, words, circle, how)

    def share(self, by, version, need, circle, how=""):
        """Say anew who may see one need. Raises Refused."""
        with transaction.atomic():
            self._hold(by, version, how)
            found = next((each for each in self.known_to(by) if each.pk == need.pk), None)
            if found is None:
                raise Refused(GONE, conflict=True)
            found.share(by, circle, consent_on(timezone.localdate()).version, how)

    def share_with_nobody(self, by):
        """Take back every consent: from the next request on nobody else sees any of it. Raises Refused."""
        with transaction.atomic():
            self._hold(by, None, "")
            for need in self.known_to(by):
                if need.is_shared:
                    need.share(by, Circle.NOBODY, consent_on(timezone.localdate()).version)

    def confirm(self, by, months=REVIEW_MONTHS):
        """Say that it is still right, and ask again after so many months. Raises Refused."""
        with transaction.atomic():
            self._hold(by, None, "", months)

    def clear(self, by):
        """Take away all of it that `by` may see, with the consents that were given for it. Raises Refused."""
        with transaction.atomic():
            self._hold(by, None, "")
            AccessNeed.objects.filter(pk__in=[need.pk for need in self.known_to(by)]).delete()

    def _keep(self, by, slug, words, circle, how):
        """Keep one need, and who may see it where that is said."""
        if slug not in BY_SLUG:
            raise Refused(GONE)
        need, is_new = AccessNeed.objects.get_or_create(
            person=self.person, sort=slug, defaults={"words": words, "put_in_by": by}
        )
        if need.words != words:
            AccessNeed.objects.filter(pk=need.pk).update(words=words, put_in_by=by, put_in_at=timezone.now())
        wanted = circle or (Circle.NOBODY if is_new else None)
        if wanted and (is_new or need.shared_with != wanted):
            need.share(by, wanted, consent_on(timezone.localdate()).version, how)

    def _hold(self, by, version, how, months=REVIEW_MONTHS):
        """Take the sheet for a change, and note that it was looked at today. Raises Refused."""
        if sentence := self.refusal_to_keep(self.person, by):
            raise Refused(sentence)
        if version is not None and by != self.person and not how:
            raise Refused(SAY_HOW)
        start = {"looked_at_by": by, "review_on": in_months(months)}
        there, _is_new = type(self).objects.select_for_update().get_or_create(person=self.person, defaults=start)
        if version is not None and there.version != version:
            raise Refused(CHANGED_MEANWHILE, conflict=True)
        there.version += 1
        there.looked_at_on, there.looked_at_by = timezone.localdate(), by
        there.review_on = in_months(months)
        there.save()
        self.pk, self.version, self.review_on = there.pk, there.version, there.review_on
