"""What a contribution is about, as an address names it and as one reader may know it.

That is one record of its stage, or what a list of the stage asks people for, such as whom else to reach.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from cycle.models import Stage
from cycle.views.records import list_url


@dataclass(frozen=True)
class AskedFor:
    """What a list of a stage asks people for; it stands where a record does, and has no key of its own."""

    stage: Stage
    model: type[models.Model]
    pk = None

    def __str__(self):
        return str(self.model.PROMPT)

    @property
    def _meta(self):
        return self.model._meta

    @property
    def SLUG(self):
        return self.model.SLUG

    def get_absolute_url(self):
        return list_url(self.stage, self.model)


def key_of(thing):
    """How an address names a record of a stage, "needs/7", or what one of its lists asks for, "needs"."""
    return thing.SLUG if thing.pk is None else f"{thing.SLUG}/{thing.pk}"


def record_named(stage, key, reader):
    """The record of this stage that an address names, when this reader may read it, or the AskedFor; or None."""
    slug, slash, pk = (key or "").partition("/")
    model = stage.kind.record_named(slug)
    if model is None:
        return None
    if not slash:
        return AskedFor(stage, model) if model.PROMPT else None
    if not pk.isdecimal() or len(pk) > 18:
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
        if each.about_id:
            ids[each.about_type].add(each.about_id)
    found = {}
    for label, wanted in ids.items():
        rows = apps.get_model(label).objects.in_stage(stage).visible_to(reader, stage.cycle).in_bulk(wanted)
        found |= {(label, pk): row for pk, row in rows.items()}
    return {each.pk: _told(each, found, stage) for each in contributions if each.about_type}


def _told(contribution, found, stage):
    if contribution.about_id is None:
        asked = AskedFor(stage, apps.get_model(contribution.about_type))
        return str(asked), asked.get_absolute_url()
    record = found.get((contribution.about_type, contribution.about_id))
    if record is None:
        return _("something that is not open to you"), ""
    record.stage = stage
    return str(record), record.get_absolute_url()
