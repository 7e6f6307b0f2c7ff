"""Who asked for less, who left and why, what gets in the way, and what lapsed: a part of `tests.world`."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import models
from django.utils import timezone

from feedback.lapses import Lapse
from feedback.models import Contribution, Explanation
from involvement import farewells, withdrawing
from people.models import Person

from . import build
from .readers import INVOLVED, READERS, SEATED


@dataclass(kw_only=True)
class OfLoad:
    """What the addresses of these things need."""

    easings: dict[str, models.Model] = field(default_factory=dict)
    on_paper: models.Model | None = None
    withdrawals: dict[str, models.Model] = field(default_factory=dict)
    barriers: dict[str, models.Model] = field(default_factory=dict)
    explanation: models.Model | None = None


def fill(world, talk):
    """Everything of it in every openness, with a canary in each field of words."""
    _easings(world)
    _withdrawals(world)
    _farewells(world)
    _barriers(world, talk)
    _lapse(world, talk)


def _easings(world):
    """Mia's note is for herself; that of dilys, who takes part on paper, is for who keeps her group too."""
    cast = world.cast
    world.easings["own"] = build.easing(cast.mia, words=world.canary("note to herself", {"mia"}))
    dilys = Person.objects.create_user(None, "Dilys")
    world.on_paper = build.member(dilys, cast.meals_voice)
    note = {"words": world.canary("note for the convenor", {"cove"}), "convenor_reads": True}
    world.easings["on paper"] = build.easing(dilys, by=cast.cove, **note)


def _withdrawals(world):
    """Pat lets the providers pause three times, each in another openness; the last pause goes on."""
    cast = world.cast
    for openness, who in (("public", set(READERS)), ("withheld", SEATED | {"pat"}), ("involved", INVOLVED)):
        has_ended = openness != "involved"
        names = ("words", "reply", "back") if has_ended else ("words",)
        said = {name: world.canary(f"leaving {openness} {name}", who) for name in names}
        made = build.withdrawal(cast.providers, cast.pat, "pause", words=said["words"], openness=openness)
        world.withdrawals[openness] = made
        if has_ended:
            withdrawing.reply(made, cast.ann, said["reply"])
            withdrawing.come_back(made, cast.pat, said["back"])


def _farewells(world):
    """Three who left Meals Voice, and whom they told why."""
    readers = {"convenor": {"cove"}, "officers": {"cove", "ola", "ann"}, "everyone": set(READERS)}
    for told_to, who in readers.items():
        gone = Person.objects.create_user(f"{told_to}@example.org", f"Gone {told_to}")
        build.member(gone, world.cast.meals_voice)
        farewells.leave_group(world.cast.meals_voice, gone, world.canary(f"farewell {told_to}", who), told_to)


def _barriers(world, talk):
    """One for everybody, one for those who take part, one unnamed: acted on, and two of them judged."""
    cast = world.cast
    una = Person.objects.at_address("una@example.org")
    for key, by, who, more in (
        ("public", cast.mia, set(READERS), {"openness": "public"}),
        ("involved", cast.mia, INVOLVED, {}),
        ("unnamed", una, INVOLVED, {"is_unnamed": True, "sort": "waves"}),
    ):
        said = {name: world.canary(f"barrier {key} {name}", who) for name in ("words", "done", "left")}
        made = world.barriers[key] = build.barrier(cast.cycle, by, stage=talk, words=said["words"], **more)
        made.act(cast.ann, said["done"])
        made.say(by, is_gone=False, words=said["left"])
    world.barriers["public"].act(cast.ann, "Once more.")


def _lapse(world, talk):
    """An answer that is two months late, and an earlier lapse with its explanation and a users' word on it."""
    cast, long_ago = world.cast, timezone.localdate() - timedelta(days=60)
    Contribution.objects.filter(pk=world.contributions["unnamed"].pk).update(due_on=long_ago)
    lapse = Lapse(talk, talk.round_number, Explanation.Sort.CHANGED, date(2024, 1, 1))
    world.explanation = Explanation.give(lapse, cast.ann, world.canary("explanation", set(READERS)))
    world.explanation.judge(cast.bea, cast.users, explains=False, words=world.canary("not explained", set(READERS)))
