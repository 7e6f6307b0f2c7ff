"""The addresses of what is asked of people, of leaving and pausing, of barriers and of what lapsed."""

from .addresses_of_talk import row


def addresses_of_load(world):
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
