"""The addresses of what is asked of people, of leaving and pausing, of barriers and of what lapsed."""

from itertools import chain

from .addresses_of_talk import row
from .world import TALK


def addresses_of_load(world):
    """All of them."""
    return chain(_less(world), _leaving(world), _barriers(world), _lapses(world))


def _less(world):
    """Asking for less, and what is asked of a person and a group."""
    group, mine, dilys = world.cast.meals_voice.pk, world.easings["own"].pk, world.easings["on paper"].pk
    place = world.cast.meals_voice.memberships.get(person=world.cast.mia)
    yield row("load")
    yield row("easing_new", form={"sort": "less", "told_to": "askers"})
    yield row("easing_now", "", ["less"], form={})
    yield row("easing_now", "of no sort", ["never"], form={})
    yield row("easing_end", "", [mine], form={})
    yield row("load_share", "", [group], form={})
    yield row("load_share_end", "", [group], form={})
    yield row("group_load", "", [group])
    said = {"sort": "pause", "told_to": "nobody"}
    yield row("member_easing", "", [group, place.pk], form=said)
    yield row("member_easing", "on paper", [group, world.on_paper.pk], form=said)
    yield row("member_easing_end", "on paper", [group, world.on_paper.pk, dilys], form={})


def _leaving(world):
    """Who left or paused, coming back, the reply, and a member who leaves a group."""
    cycle, cast = world.cast.cycle.slug, world.cast
    for where, situation in ((cycle, ""), (world.hidden_cycle.slug, "hidden")):
        yield row("leavings", situation, [where])
    for openness, made in world.withdrawals.items():
        yield row("leaving", openness, [cycle, made.pk])
    yield row("leaving", "elsewhere", [world.hidden_cycle.slug, world.withdrawals["public"].pk])
    said = {"sort": "leave", "words": "We are tired.", "openness": "public"}
    yield row("leaving_new", "", [cycle, cast.users.pk], form=said)
    yield row("leaving_new", "for providers", [cycle, cast.providers.pk], form=said)
    yield row("leaving_new", "for officers", [cycle, cast.commissioners.pk], form=said)
    on, over = world.withdrawals["involved"].pk, world.withdrawals["public"].pk
    yield row("leaving_back", "", [cycle, on], form={"words": ""})
    yield row("leaving_back", "over", [cycle, over], form={"words": ""})
    yield row("leaving_reply", "", [cycle, on], form={"words": "Come when you can."})
    yield row("leaving_reply", "replied", [cycle, over], form={"words": "Come when you can."})
    yield row("group_leave", "", [cast.meals_voice.pk], form={"words": "", "told_to": "convenor"})


def _barriers(world):
    """What gets in the way."""
    cycle, words = world.cast.cycle.slug, {"words": "Something was done."}
    for where, situation in ((cycle, ""), (world.hidden_cycle.slug, "hidden")):
        yield row("barriers", situation, [where])
        yield row("barrier_new", situation, [where], form={"sort": "other", "words": "The door.", "openness": "public"})
    yield row("barriers", "of a stage", [cycle], {"stage": TALK})
    for key, made in world.barriers.items():
        yield row("barrier", key, [cycle, made.pk])
    for key in ("public", "involved"):
        here = [cycle, world.barriers[key].pk]
        yield row("barrier_step", key, here, form=words)
        yield row("barrier_verdict", key, here, form={"is_gone": "yes"})
        yield row("barrier_back", key, here, form={})
    yield row("barrier_owner", "involved", [cycle, world.barriers["involved"].pk], form={"owner": world.cast.ola.pk})


def _lapses(world):
    """Explaining a lapse, and what users say of it."""
    here = [world.cast.cycle.slug, TALK]
    yield row("explanation_new", "", [*here, "unanswered"], form={"words": "We were too few."})
    yield row("explanation_new", "of no lapse", [*here, "ended"], form={"words": "We were too few."})
    for participant in (world.cast.users, world.cast.providers):
        where = [*here, world.explanation.pk, participant.pk]
        yield row("explanation_verdict", f"for {participant.standing}", where, form={"explains": "yes"})
