"""What a stage holds: valid records of any kind, found by the types of their fields."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.db import models

from cycle.kinds.needs import BlankSheet, Service
from cycle.kinds.procurement import AwardDecision
from cycle.models import KINDS, Participant, Reassessment

from .agreements import stage as stage_of
from .cycles import lead
from .people import provider

# What the fields' types alone do not tell about a record.
SPECIAL = {
    "undisclosed_because": "",
    "figures": "Hot meals, 120\nFrozen meals, 45.5",
    "explained_on": None,
    "dropped_because": "",
    "again_because": "",
    "year": 2023,
    "users_rank": 1,
    "professionals_rank": 1,
    "agreed_rank": 1,
    "price": None,
    "late_because": "",
}


def value_for(field, stage=None):
    """A valid value for a field of a record, by its type. stage: where it will be, when it has to name something."""
    if field.name in SPECIAL:
        return SPECIAL[field.name]
    if field.many_to_many:
        return []
    if field.many_to_one:
        return None if field.null else named_by(field, stage)
    if field.choices:
        return field.flatchoices[0][0]
    by_type = {
        models.DecimalField: Decimal("1234.50"),
        models.URLField: "https://example.org/notice",
        models.IntegerField: 7,
        models.DateTimeField: datetime(2023, 1, 23, 12, tzinfo=UTC),
        models.DateField: date(2023, 1, 23),
        models.BooleanField: True,
    }
    found = next((value for kind, value in by_type.items() if isinstance(field, kind)), None)
    return f"Words for {field.name.replace('_', ' ')}" if found is None else found


def named_by(field, stage):
    """A row that a record of this stage has to name: somebody who takes part, or another record, made for it."""
    model = field.related_model
    if stage is None:
        return None
    if model is Participant:
        return party_for(field, stage.cycle)
    holds = next(kind.slug for kind in KINDS.values() if model in kind.records)
    place = stage if holds == stage.kind_slug else stage_of(stage.cycle, holds)
    return model.objects.in_stage(place).first() or record(place, model=model)


def party_for(field, cycle):
    """The first participant that this field may name; a provider comes in where it has to be one and there is none."""
    there = cycle.participants.order_by("pk")
    wanted = field.model.STANDINGS_OF.get(field.name)
    if not wanted:
        return there.first()
    return there.filter(standing__in=wanted).first() or cycle.admit(lead(cycle), wanted[-1], organisation=provider())


def record_values(model, stage=None, **over):
    """Valid values for every field that a form of this record shows, as the form gives them."""
    own = {name: value_for(model._meta.get_field(name), stage) for name in model.OWN_FIELDS if name not in over}
    common = {"title": f"A {model._meta.verbose_name}", "summary": "What it means for you.", "openness": "public"}
    return {**common, **own, **over}


def record(stage, by=None, model=None, **over):
    """A valid record of the stage's principal kind, or of `model`."""
    model = model or stage.kind.record
    if model is Service and not BlankSheet.of(stage):
        turned(stage, by)
    if model is AwardDecision and "tender" not in over:
        over["tender"] = record(stage, by, title="Another tender")
    return model.add(by or lead(stage.cycle), stage, **record_values(model, stage, **over))


def turned(stage, by=None):
    """The stage of needs with one need of people who use the service now, and its blank sheet turned over."""
    by = by or lead(stage.cycle)
    record(stage, by)
    return BlankSheet.turn(stage, by, "People who get meals now. Nobody who stopped.")


def defined(stage, *parties):
    """What counts as a need, as these parties agreed it; by default a users' group and those who commission."""
    named = parties or stage.cycle.participants.filter(standing__in=["users", "commissioners"])
    return record(stage, model=stage.kind.record_named("definitions"), agreed_by=list(named))


def looked_back(stage, by=None, **over):
    """A finding about this stage's current round, as a users' group had it: without one no stage ends (R64)."""
    review = stage.cycle.stages.get(kind_slug="review")
    review.cycle = stage.cycle
    users = stage.cycle.participants.filter(standing="users")[:1]
    return record(review, by, **{"sort": "helped", "about": [stage], "found_by": list(users)} | over)


def withheld(stage, by=None, **over):
    """A record that only those with a seat may read."""
    ground = {"openness": "withheld", "withheld_because": "It names a bidder.", "review_on": date(2030, 1, 1)}
    return record(stage, by, **ground | over)


def budget_cut(cycle, by=None):
    """Cut a budget line, which every agreement of the cycle rests on. Returns the material Event."""
    by, budget = by or lead(cycle), stage_of(cycle, "budget")
    model = budget.kind.record
    line = model.objects.filter(stage=budget, amount__isnull=False).first() or record(budget, by)
    line.stage = budget
    return line.revise(by, line.version, "The council has less money.", amount=line.amount - 100)


def change_of_control(cycle, by=None, make=record, **over):
    """Another party has the majority: a pressure that hits every stage. Returns the Reassessment that it begins."""
    said = {"sort": "control", "title": "New majority", "source": "The count of votes"}
    return Reassessment.objects.begun_by(make(stage_of(cycle, "context"), by, **said | over))[0]
