"""The papers of a meeting as one reader may know them: a record that they rest on is named only to who may read it."""

from collections import defaultdict
from dataclasses import dataclass

from django.apps import apps

from cycle.openness import Openness

from .models import Paper

MOST = 100  # so many of each sort of record can be chosen among, the newest


@dataclass(frozen=True)
class ShownPaper:
    """A Paper, and the record that it rests on where the reader may read it: record, or None."""

    paper: Paper
    record: object
    has_record: bool


def shown_papers(session, reader):
    """The ShownPapers of a meeting; one query for the papers and one for each sort of record."""
    papers, ids = list(Paper.objects.of(session)), defaultdict(set)
    for paper in papers:
        paper.session = session
        if paper.record_type:
            ids[paper.record_type].add(paper.record_id)
    found = {}
    for label, wanted in ids.items():
        rows = apps.get_model(label).objects.in_stage(session.stage).visible_to(reader, session.stage.cycle)
        found |= {(label, row.pk): row for row in rows.in_bulk(wanted).values()}
    for row in found.values():
        row.stage = session.stage
    return [
        ShownPaper(paper, found.get((paper.record_type, paper.record_id)), bool(paper.record_type)) for paper in papers
    ]


def records_to_choose(stage, reader):
    """(key, title) of the records of a stage that a paper may rest on: those that all who take part may read."""
    found = []
    for model in stage.kind.records:
        rows = model.objects.in_stage(stage).visible_to(reader, stage.cycle).order_by("-pk")[:MOST]
        found += [(f"{model.SLUG}/{row.pk}", str(row)) for row in rows if row.openness != Openness.WITHHELD]
    return found


def record_of(stage, key):
    """What a key chosen among `records_to_choose` names, as the fields of a Paper."""
    slug, _slash, pk = (key or "").partition("/")
    if not pk:
        return {"record_type": "", "record_id": None}
    return {"record_type": stage.kind.record_named(slug)._meta.label_lower, "record_id": int(pk)}
