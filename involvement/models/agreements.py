"""The agreements as a list: which stand, which came before, and from which a new one is drafted."""

from django.db import models
from django.db.models import Q

from cycle.models import Cycle


class AgreementQuerySet(models.QuerySet):
    def in_stage(self, stage):
        """Those of every round of a stage, in their order."""
        here = self.filter(round__stage=stage).select_related("round", "answered_by")
        return here.order_by("round__number", "version")

    def proposed(self):
        """Those that were put before their parties, the replaced ones too."""
        return self.exclude(state="draft")

    def draft_now(self, stage):
        """The draft of the stage's current round, or None."""
        return self.in_stage(stage).filter(round__number=stage.round_number, state="draft").first()

    def proposed_now(self, stage):
        """The version that stands in the stage's current round, in a queryset of one or none."""
        return self.in_stage(stage).filter(round__number=stage.round_number, state="proposed")

    def decided_between(self, stages, first, last):
        """The proposed ones of these stages' rounds under way that say that it is decided between two days."""
        return self.to_be_decided(stages).filter(decides_on__range=(first, last))

    def to_be_decided(self, stages):
        """The proposed ones of these stages' rounds under way that say when it is decided."""
        under_way = Q(round__stage__in=stages, round__stage__state__in=["preparing", "open"])
        current = Q(round__number=models.F("round__stage__round_number"), state="proposed")
        return self.filter(under_way & current, decides_on__isnull=False).select_related("round")

    def before(self, agreement):
        """The version that was proposed before this one, in its round or in an earlier one; None for the first."""
        number = agreement.round.number
        earlier = Q(round__number__lt=number) | Q(round__number=number, version__lt=agreement.version)
        return self.in_stage(agreement.stage).proposed().filter(earlier).last()

    def last_in(self, stage):
        """The newest version of any round of this stage, a draft too; None for the first."""
        return self.in_stage(stage).last()

    def last_elsewhere(self, stage, reader):
        """The newest one that was proposed for this kind of stage in another cycle of the same authority, or None.

        Only from cycles that the reader may know of.
        """
        others = Cycle.objects.visible_to(reader).filter(authority=stage.cycle.authority_id).exclude(pk=stage.cycle_id)
        same_kind = self.proposed().filter(round__stage__kind_slug=stage.kind_slug, round__stage__cycle__in=others)
        return same_kind.select_related("round__stage__cycle").order_by("proposed_at", "pk").last()
