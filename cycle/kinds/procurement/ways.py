"""The ways from the page of the work: for a member of a panel to it, and for everybody to the open data."""

from django.urls import reverse
from django.utils.translation import gettext as _

from .tender import Tender


def ways_of_panel(stage, reader):
    """For somebody on the panel, the ways to each tender's panel; one query."""
    if not stage.cycle.standing_of(reader).is_involved:
        return
    for tender in Tender.objects.on_panel(reader, [stage.cycle.pk]).filter(stage=stage):
        tender.stage = stage
        yield _("You sit on the panel of “%(tender)s”") % {"tender": tender}, tender.get_url("tender_panel")


def ways_to_open_data(stage, reader):
    """The ways to both files, where everybody may read a tender."""
    if stage.cycle.is_published and Tender.objects.in_stage(stage).visible_to(None, stage.cycle).exists():
        here = [stage.cycle.slug, stage.kind_slug]
        yield _("Take the tenders as open data (OCDS releases)"), reverse("open_data", args=[*here, "releases"])
        yield _("Take the tenders as open data (OCDS records)"), reverse("open_data", args=[*here, "records"])
