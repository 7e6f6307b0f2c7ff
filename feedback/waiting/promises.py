"""Promises that are due or late, for those who carry them out, and kept or broken ones, for those who were promised."""

from collections import defaultdict
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import Seat
from cycle.openness import Openness

from ..counting import MANY, in_words
from ..models import Promise
from ..voices import spoken_for_on_paper
from .row import Waiting

AHEAD_DAYS = 7
ONE_BY_ONE = 3  # so many promises of one stage are named singly before they are counted


def to_keep(person, stages, known):
    """The promises of this person that are late or due within a week; for officers also those that nobody carries out.

    A promise is nobody's when its owner holds no seat in the cycle any more. A closed cycle lets no promise go.
    """
    held = {stage.cycle_id for stage in stages.values() if stage.cycle.standing_of(person).roles}
    if not held:
        return
    run = {stage.cycle_id for stage in stages.values() if stage.cycle.standing_of(person).runs}
    seats = Seat.objects.active().filter(cycle__in=held)
    soon = timezone.localdate() + timedelta(days=AHEAD_DAYS)
    due = Promise.objects.to_carry_out(person, held, run, seats, soon).order_by("due_on", "pk")
    yield from _grouped(list(due[: MANY + 1]), stages, _to_keep, _all_to_keep)


def _to_keep(promise):
    if promise.is_nobodys:
        sentence = _("Nobody carries this promise out any more: “%(words)s”")
    elif promise.is_late:
        sentence = _("Say what came of your promise: “%(words)s”")
    else:
        sentence = _("Keep your promise: “%(words)s”")
    why = _("It is late.") if promise.is_late else ""
    return Waiting(
        sentence % {"words": promise}, promise.get_absolute_url(), promise.cycle.title, promise.due_on,
        f"{promise.stage}. {why}".strip(), _in_mail(promise, _("Keep a promise, or say what came of it: %(stage)s")),
    )  # fmt: skip


def _all_to_keep(promises, stage):
    late = sum(promise.is_late for promise in promises)
    sentence = _("Keep %(count)s promises, or say what came of them: %(stage)s")
    said = {"count": in_words(len(promises)), "stage": stage}
    why = ngettext("%(count)s is late.", "%(count)s are late.", late) % {"count": in_words(late)} if late else ""
    return Waiting(
        sentence % said, _list_url(stage, "late" if late else "open"), stage.cycle.title, promises[0].due_on, why
    )


def to_say_if_kept(person, stages, known):
    """The promises of which somebody said what came of them, and this person has not said yet how they see it."""
    speaks = {part for stage in stages.values() for part in stage.cycle.standing_of(person).speaks_for}
    asked = Promise.objects.to_judge(person, speaks).filter(stage__in=stages)
    return _how_they_see(
        asked, stages,
        _("Say whether this promise to you was kept: “%(words)s”"),
        _("Say whether a promise to you was kept: %(stage)s"),
        _("Say whether these %(count)s promises to you were kept: %(stage)s"),
    )  # fmt: skip


def to_ask_if_kept(person, stages, known):
    """The promises to a group without a speaker who has e-mail: its convenor asks how they see it, and puts it in."""
    standings = {stage.cycle_id: stage.cycle.standing_of(person) for stage in stages.values()}
    kept = {part for standing in standings.values() for part in standing.keeps - standing.speaks_for}
    on_paper = spoken_for_on_paper(kept) if kept else ()
    asked = Promise.objects.to_ask_about(on_paper).filter(stage__in=stages) if on_paper else Promise.objects.none()
    return _how_they_see(
        asked, stages,
        _("Ask your group whether this promise was kept: “%(words)s”"),
        _("Ask your group whether a promise was kept: %(stage)s"),
        _("Ask your group whether these %(count)s promises were kept: %(stage)s"),
    )  # fmt: skip


def _how_they_see(promises, stages, sentence, in_mail, counted):
    """The Waitings for concluded promises that wait for what those say to whom they were made."""

    def one(promise):
        return Waiting(
            sentence % {"words": promise}, promise.get_absolute_url(), promise.cycle.title, why=str(promise.stage),
            in_mail=_in_mail(promise, in_mail),
        )  # fmt: skip

    def several(found, stage):
        words = counted % {"count": in_words(len(found)), "stage": stage}
        return Waiting(words, _list_url(stage, ""), stage.cycle.title)

    return _grouped(promises.order_by("concluded_at", "pk")[: MANY + 1], stages, one, several)


def _in_mail(promise, sentence):
    """The sentence for a letter, where the words of a promise are not open to everybody; else empty."""
    return "" if promise.openness == Openness.PUBLIC else sentence % {"stage": promise.stage}


def _grouped(promises, stages, one, several):
    """A Waiting for each promise, or one for all of a stage where there are many."""
    by_stage = defaultdict(list)
    for promise in promises:
        promise.stage = stages[promise.stage_id]
        promise.cycle = promise.stage.cycle
        by_stage[promise.stage_id].append(promise)
    for pk, found in by_stage.items():
        if len(found) > ONE_BY_ONE:
            yield several(found, stages[pk])
        else:
            yield from (one(promise) for promise in found)


def _list_url(stage, state):
    address = reverse("stage_promises", args=[stage.cycle.slug, stage.kind_slug])
    return f"{address}?state={state}" if state else address
