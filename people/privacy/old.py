"""What is older than the rules allow, class by class; it knows no model by name."""

from datetime import datetime, time, timedelta

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ..models import Membership, OwnFile, Person
from .registry import of_model
from .rows import own_path
from .rules import OWN_FILE_DAYS, rule_on

# A row's own day, where its model names none in RETAINED_FROM: the first of these fields that it has.
DAYS = ("saved_at", "made_at", "at", "given_at", "day", "made_on")
KEPT_WHILE = {"people.Mail": Q(state="waits"), "feedback.PaperNews": Q(handed_out_on=None)}


def old_rows(now=None):
    """(Rule, model, rows) of what is kept for its person's own sake, and for longer than its rule says."""
    now = now or timezone.now()
    for model in apps.get_models():
        rule = _rule_of(model, now)
        if rule is None or rule.days is None:
            continue
        rows = left_before(model, rule.days, now) if rule.since == "left" else made_before(model, rule.days, now)
        if rows is not None:
            yield rule, model, rows
    week = now - timedelta(days=OWN_FILE_DAYS)
    yield rule_on("private", timezone.localdate(now)), OwnFile, OwnFile.objects.filter(made_at__lt=week)


def _rule_of(model, now):
    """The Rule that holds for the rows of this model as a whole; None where they are no class's own."""
    sorts = {each.sort for each in of_model(model)}
    found = next((sort for sort in sorts if own_path(model, (sort,))), None)
    return rule_on(found, timezone.localdate(now)) if found else None


def made_before(model, days, now):
    """The rows whose own day is so many days ago; None where a model has no day."""
    name = day_of(model)
    if name is None:
        return None
    limit = now - timedelta(days=days)
    is_date = not isinstance(model._meta.get_field(name), models.DateTimeField)
    rows = model._base_manager.filter(**{f"{name}__lt": timezone.localdate(limit) if is_date else limit})
    return rows.exclude(KEPT_WHILE.get(model._meta.label, Q(pk__in=[])))


def day_of(model):
    """The name of the field that holds a row's own day, or None."""
    fields = {each.name for each in model._meta.concrete_fields}
    return getattr(model, "RETAINED_FROM", None) or next((name for name in DAYS if name in fields), None)


def left_before(model, days, now):
    """The rows of people who have left everything so many days ago."""
    path = own_path(model, tuple(each.sort for each in of_model(model)))
    return model._base_manager.filter(**{f"{path}__in": people_gone(days, now).values("pk")})


def people_gone(days, now, elsewhere=()):
    """The people without any place since so many days, who are not forgotten yet.

    elsewhere: querysets of further places (of seats, of parts in cycles) that each have a person and a last day.
    """
    day = timezone.localdate(now - timedelta(days=days))
    begin = timezone.make_aware(datetime.combine(day, time.min))
    people = Person.objects.filter(forgotten_at=None, joined_at__lt=begin)
    for places in (Membership.objects.all(), *elsewhere):
        held = places.filter(person=OuterRef("pk")).filter(Q(until_date=None) | Q(until_date__gte=day))
        people = people.filter(~Exists(held))
    return people.order_by("pk")
