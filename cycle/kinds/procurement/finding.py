"""Finding a tender, somebody on its panel or a bid by an address: only what its reader may know of, else 404."""

from django.http import Http404

from ...views.finding import record_or_404, stage_or_404
from .assessing import found_for
from .bid import Bid
from .scoring import scoring_of
from .tender import Tender


def tender_or_404(request, slug, kind, pk):
    """The Scoring of a tender that the reader may read."""
    stage = stage_or_404(request, slug, kind)
    return scoring_of(record_or_404(request, stage, Tender.SLUG, pk))


def member_or_404(request, slug, kind, pk, member):
    """(Scoring, PanelMember) of somebody on the panel, for those who take part. Raises Http404."""
    found = tender_or_404(request, slug, kind, pk)
    if not found.tender.stage.cycle.standing_of(request.user).is_involved:
        raise Http404
    there = next((each for each in found.members if each.pk == member), None)
    if there is None:
        raise Http404
    return found, there


def bid_or_404(request, slug, kind, pk):
    """(Scoring, Bid): a bid that the reader may read, or that they judge, or made. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    if stage.kind.record_named(Bid.SLUG) is not Bid:
        raise Http404
    there = found_for(Bid, stage, pk, request.user)
    if there is None:
        raise Http404
    return there
