"""Tenders as a list: which of them wait for a member of the panel."""

from ...models.records import RecordQuerySet


class TenderQuerySet(RecordQuerySet):
    def on_panel(self, person, cycles):
        """Those of these cycles that are not decided, and on whose panel this person sits."""
        rows = self.filter(stage__cycle__in=cycles, state__in=["asking", "opened"], members__person=person,
                           members__left_at__isnull=True)  # fmt: skip
        return rows.select_related("stage").order_by("bids_until", "pk")
