"""The way from the page of the work to the panels on which its reader sits."""

from django.utils.translation import gettext as _

from .tender import Tender


def ways_of_panel(stage, reader):
    """For somebody on the panel, the ways to each tender's panel; one query."""
    if not stage.cycle.standing_of(reader).is_involved:
        return
    for tender in Tender.objects.on_panel(reader, [stage.cycle.pk]).filter(stage=stage):
        tender.stage = stage
        yield _("You sit on the panel of “%(tender)s”") % {"tender": tender}, tender.get_url("tender_panel")
