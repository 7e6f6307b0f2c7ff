"""Tenders on whose panel this person sits or puts in for somebody: ties to say, scores to give (R54, R56)."""

from django.utils.timezone import localtime

from cycle.models import RECORDS
from cycle.openness import Openness

from .row import Waiting

MODELS = [model for model in RECORDS if model.PART == "tender"]


def to_judge_bids(person, stages, known):
    """What a panel asks of this person: the tenders of their open cycles in which they have something to do."""
    open_cycles = {stage.cycle for stage in stages.values() if not stage.cycle.is_closed}
    cycles = {cycle for cycle in open_cycles if cycle.standing_of(person).is_involved}
    for model in MODELS if cycles else ():
        for asked in model.objects.waiting_for(person, cycles):
            tender, stage = asked.tender, stages.get(asked.tender.stage_id, asked.tender.stage)
            tender.stage = stage
            in_mail = str(asked.in_mail % {"title": stage})
            yield Waiting(
                str(asked.sentence % {"title": tender}), tender.get_url("tender_panel"), stage.cycle.title,
                localtime(tender.bids_until).date(), str(stage),
                "" if tender.openness == Openness.PUBLIC else in_mail,
            )  # fmt: skip
