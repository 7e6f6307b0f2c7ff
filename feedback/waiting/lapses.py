"""Agreements that lapsed: officers explain why, and users' groups say whether that explains it (R81)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from cycle.models import Participant
from involvement.status import statuses_of

from ..lapses import lapses_of
from .row import Waiting


def lapsed(person, stages, known):
    """What this person has to explain, or to say of an explanation. A fixed number of queries for all cycles."""
    begun = [stage for stage in stages.values() if stage.round_number and not stage.cycle.is_closed]
    mine = [stage for stage in begun if _has_part(stage.cycle.standing_of(person))]
    if not mine:
        return
    missing = [stage for stage in mine if stage.pk not in known]
    statuses = known | statuses_of(missing)
    for lapse in lapses_of({stage: statuses[stage.pk] for stage in mine}):
        standing = lapse.stage.cycle.standing_of(person)
        if standing.runs and not lapse.is_explained:
            yield _to_explain(lapse)
        if lapse.is_explained:
            yield from _to_judge(lapse, statuses[lapse.stage.pk], standing)


def _has_part(standing):
    return standing.runs or standing.speaks_for


def _to_explain(lapse):
    stage = lapse.stage
    url = reverse("explanation_new", args=[stage.cycle.slug, stage.kind_slug, lapse.slug])
    sentence = _("Explain why the agreement lapsed: %(stage)s") % {"stage": stage}
    return Waiting(sentence, url, stage.cycle.title, why=f"{lapse.in_words}. {lapse.missing}")


def _to_judge(lapse, status, standing):
    """For each users' group that is a party and has said nothing of the latest explanation."""
    stage, latest = lapse.stage, lapse.explanations[-1]
    said = {each.participant_id for each in latest.verdicts.all()}
    for each in status.parties:
        part = each.party.participant
        is_users = part.standing == Participant.Standing.USERS
        if is_users and part.pk in standing.speaks_for and part.pk not in said and not each.has_left:
            here = [stage.cycle.slug, stage.kind_slug, latest.pk, part.pk]
            sentence = _("Say whether this explains why the agreement lapsed: %(stage)s") % {"stage": stage}
            yield Waiting(sentence, reverse("explanation_verdict", args=here), stage.cycle.title, why=lapse.in_words)
