"""The head that all rooms of a stage share."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from cycle.kinds import KINDS
from involvement.status import AgreementStatus, status_of
from involvement.surviving import marks_of

from ..counting import at_most, in_words
from ..debates import how_many
from ..due import overdue_in_words
from ..figures import figures_at
from ..models import Contribution
from ..state import WORDS, shape_of

register = template.Library()


@register.inclusion_tag("stages/head.html", takes_context=True)
def stage_head(context, stage, person, current=""):
    """The name of the stage, where it stands, its override and its marks if there are any, and the way to its rooms.

    current: "agreement", the slug of a record model (or "records" for the principal one), "contributions" or "report".
    An AgreementStatus that the page has in its context as `status` is used as it is.
    """
    status = context.get("status")
    if not isinstance(status, AgreementStatus):
        status = status_of(stage)
    shape = shape_of(stage, status)
    return {
        "stage": stage,
        "shape": shape,
        "word": WORDS[shape],
        "version": _version(stage, status),
        "override": _override(stage, status),
        "without_users": status.agreement.without_users if status.agreement else "",
        "marks": [mark for mark in marks_of(stage, person) if mark.round_number == stage.round_number],
        "overdue": overdue_in_words(at_most(Contribution.objects.in_stage(stage).overdue())),
        "rooms": _rooms(stage, person, current),
        "inner_rooms": _inner_rooms(stage, current),
        "fed_by": [
            {"name": KINDS[slug].name, "url": reverse("stage", args=[stage.cycle.slug, slug])}
            for slug in stage.kind.fed_by
        ],
    }


@register.inclusion_tag("feedback/figures.html")
def public_count(stage):
    """How much was said in a stage and what came of it, in numbers for everybody."""
    return {"figures": figures_at(stage), "sheet_url": reverse("stage_sheet", args=[stage.cycle.slug, stage.kind_slug])}


@register.inclusion_tag("components/breadcrumbs.html")
def stage_crumbs(stage, *further):
    """The way back from a room of a stage to its cycle. further: things with an address and a name, from the top."""
    way = [stage.cycle, *further]
    return {"crumbs": [{"name": str(thing), "url": thing.get_absolute_url()} for thing in way]}


def _version(stage, status):
    """ "Round 1, version 2", as far as there are any."""
    if not stage.round_number:
        return ""
    agreement = status.agreement or status.draft
    if agreement is None:
        return _("Round %(round)d") % {"round": stage.round_number}
    return _("Round %(round)d, version %(version)d") % {"round": stage.round_number, "version": agreement.version}


def _override(stage, status):
    """What the warning about going on without an agreement says, or None."""
    override = status.override
    if override is None:
        return None
    url = reverse("stage_history", args=[stage.cycle.slug, stage.kind_slug])
    return {"reason": override.reason, "by": override.owner.name, "at": override.event.at, "url": url}


def _rooms(stage, person, current):
    """The rooms of the stage as components/rooms.html takes them."""
    here, kind = [stage.cycle.slug, stage.kind_slug], stage.kind
    rooms = [("agreement", _("What we agreed"), reverse("stage", args=here), None)]
    if kind.has_work_page:
        rooms.append(("work", kind.work, reverse("stage_work", args=here), None))
    else:
        rooms += _lists(stage)
    count = in_words(at_most(Contribution.objects.in_stage(stage).visible_to(person, stage.cycle)))
    rooms.append(("contributions", _("What people said"), reverse("contributions", args=here), count))
    if number := how_many(stage, person):
        rooms.append(("debates", _("Debates"), reverse("debates", args=here), in_words(number)))
    rooms.append(("promises", _("Promises"), reverse("stage_promises", args=here), None))
    rooms.append(("report", _("Report"), reverse("stage_report", args=here), None))
    rooms.append(("history", _("What happened"), reverse("stage_history", args=here), None))
    current = _current(kind, current)
    is_inside = kind.has_work_page and kind.record_named(current)
    return _as_rooms(rooms, "work" if is_inside else current)


def _inner_rooms(stage, current):
    """The rooms inside that of the work, while the reader is in one of them."""
    kind, current = stage.kind, _current(stage.kind, current)
    if not kind.has_work_page or not (current == "work" or kind.record_named(current)):
        return []
    work = reverse("stage_work", args=[stage.cycle.slug, stage.kind_slug])
    return _as_rooms([("work", _("At a glance"), work, None), *_lists(stage)], current)


def _lists(stage):
    """(key, name, address, no count) of the list of each sort of record."""
    for model in stage.kind.records:
        plural = str(model._meta.verbose_name_plural)
        url = reverse("records", args=[stage.cycle.slug, stage.kind_slug, model.SLUG])
        yield model.SLUG, plural[:1].upper() + plural[1:], url, None


def _current(kind, current):
    return kind.record.SLUG if current == "records" else current


def _as_rooms(rooms, current):
    return [{"name": name, "url": url, "count": count, "current": key == current} for key, name, url, count in rooms]
