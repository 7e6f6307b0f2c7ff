"""Finding what an address of the agreement room names: drafts only for the officers of the cycle, else 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from cycle.views.finding import stage_or_404

from ..models import Agreement, Party, Session


def drafted_stage_or_404(request, slug, kind):
    """The Stage, for an officer of its cycle. Raises Http404 for everybody else: a draft is theirs alone."""
    stage = stage_or_404(request, slug, kind)
    if not stage.cycle.standing_of(request.user).runs:
        raise Http404(_("There is no such page."))
    return stage


def draft_or_404(request, slug, kind):
    """The draft of the stage's current round, for an officer of its cycle. Raises Http404."""
    stage = drafted_stage_or_404(request, slug, kind)
    draft = Agreement.objects.draft_now(stage)
    if draft is None:
        raise Http404(_("Nothing is being drafted in this stage."))
    return at_home(draft, stage)


def proposed_or_404(stage):
    """The version that was proposed in the stage's current round. Raises Http404."""
    found = get_object_or_404(Agreement.objects.proposed_now(stage))
    return at_home(found, stage)


def version_or_404(request, stage, number, version):
    """This version of a round's agreement; a draft only for an officer of the cycle. Raises Http404."""
    agreements = Agreement.objects.in_stage(stage)
    if not stage.cycle.standing_of(request.user).runs:
        agreements = agreements.proposed()
    return at_home(get_object_or_404(agreements, round__number=number, version=version), stage)


def party_or_404(stage, pk):
    """A party of a version that was proposed in this stage. Raises Http404."""
    parties = Party.objects.put_before(stage)
    party = get_object_or_404(parties, pk=pk)
    at_home(party.agreement, stage)
    return party


def session_or_404(request, slug, kind, pk):
    """A meeting of this stage that the reader may read of. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    found = get_object_or_404(Session.objects.in_stage(stage).visible_to(request.user, stage.cycle), pk=pk)
    found.stage = stage
    return found


def at_home(agreement, stage):
    """The agreement with the very stage that the page has, so that who may do what is asked once."""
    agreement.round.stage = stage
    return agreement
