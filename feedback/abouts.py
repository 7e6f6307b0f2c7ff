"""What a contribution is about: one record of its stage, as an address names it and as one reader may know it."""

from collections import defaultdict

from django.apps import apps
from django.utils.translation import gettext as _


def key_of(record):
    """How an address names a record of a stage: "needs/7"."""
    return f"{record.SLUG}/{record.pk}"


def record_named(stage, key, reader):
    """The record of this stage that an address names, when this reader may read it; or None."""
    slug, _slash, pk = (key or "").partition("/")
    model = stage.kind.record_named(slug)
    if model is None or not pk.isdecimal() or len(pk) > 18:
        return None
    found = model.objects.in_stage(stage).visible_to(reader, stage.cycle).filter(pk=int(pk)).first()
    if found:
        found.stage = stage
    return found


def abouts_of(contributions, stage, reader):
    """What each of these is about, for this reader: dict of its pk -> (words, address or empty); one query a sort.

    stage: of all of them, with its cycle.
    """
    ids = defaultdict(set)
    for each in contributions:
        if each.about_type:
            ids[each.about_type].add(each.about_id)
    found = {}
    for label, wanted in ids.items():
        rows = apps.get_model(label).objects.in_stage(stage).visible_to(reader, stage.cycle).in_bulk(wanted)
        found |= {(label, pk): row for pk, row in rows.items()}
    return {
        each.pk: _told(found.get((each.about_type, each.about_id)), stage) for each in contributions if each.about_type
    }


def _told(record, stage):
    if record is None:
        return _("something that is not open to you"), ""
    record.stage = stage
    return str(record), record.get_absolute_url()
