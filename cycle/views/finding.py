"""Finding what an address names: only among what its reader may know of, else 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from ..models import Cycle, HandOver, Stage


def cycle_or_404(request, slug):
    """The Cycle with this slug, when the reader may know of it. Raises Http404."""
    found = get_object_or_404(Cycle.objects.select_related("authority", "directorate"), slug=slug)
    if not found.is_known_to(request.user):
        raise Http404
    request.cycle = found  # the head of the page says for whom its reader is here (config/context.py)
    return found


def stage_or_404(request, slug, kind):
    """The Stage of this kind in the cycle with this slug, when the reader may know of it. Raises Http404."""
    found = get_object_or_404(Stage.objects.select_related("cycle__authority"), cycle__slug=slug, kind_slug=kind)
    if not found.cycle.is_known_to(request.user):
        raise Http404
    request.cycle = found.cycle
    return found


def stage_of_kind_or_404(request, slug, kind, wanted):
    """The Stage, when it is of the Kind that is wanted: a page that only one kind has. Raises Http404."""
    found = stage_or_404(request, slug, kind)
    if found.kind is not wanted:
        raise Http404
    return found


def records_or_404(stage, slug):
    """The record model with this slug in the stage's kind. Raises Http404."""
    model = stage.kind.record_named(slug)
    if model is None:
        raise Http404(_("This stage holds no such thing."))
    return model


def record_or_404(request, stage, slug, pk):
    """The record of this stage that the reader may read. Raises Http404."""
    model = records_or_404(stage, slug)
    found = get_object_or_404(model.objects.in_stage(stage).visible_to(request.user, stage.cycle), pk=pk)
    found.stage = stage
    return found


def handover_or_404(request, slug, kind, pk):
    """A hand-over of this stage, which all may read who may know of the cycle. Raises Http404."""
    stage = stage_or_404(request, slug, kind)
    found = get_object_or_404(HandOver.objects.told(), stage=stage, pk=pk)
    found.stage, found.for_stage.cycle = stage, stage.cycle
    return found


def exercise_or_404(request, slug, kind, pk):
    """An exercise of this stage that the reader may read. Raises Http404."""
    return record_or_404(request, stage_or_404(request, slug, kind), "exercises", pk)
