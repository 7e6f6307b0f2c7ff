"""The addresses of what people need, and of a meeting planned with it in view: a part of `tests.addresses`."""

from involvement import needs as planning
from people.models import NeedsSheet

from .addresses_of_talk import row
from .world import TALK

KEPT = {"version": 0, "shared_with": "planners", "agrees": "on", "support": ["support-loop"]}


def addresses_of_needs(world):
    """The rows of one's own needs, of a member's without e-mail, and of a meeting."""
    cast, own = world.cast, NeedsSheet.of(world.cast.mia)
    need = cast.mia.access_needs.order_by("pk").first()
    shared = {"shared_with": "convenor", "agrees": "on"}
    yield row("own_needs")
    yield row("own_needs_edit", form=KEPT)
    yield row("own_needs_review", form={"months": "6"})
    yield row("own_needs_withdrawal", form={})
    yield row("own_needs_end", form={})
    yield row("own_need_sharing", args=[need.pk], form=shared | {"version": own.version})
    yield from _of_members(world, shared)
    meeting = world.meeting_with_needs
    here = [cast.cycle.slug, TALK, meeting.pk]
    stamp = planning.stamp_of(planning.needs_at(meeting, cast.ann))
    yield row("session", "with needs", here)
    yield row("session_needs", "", here, form={"stamp": stamp, "support-loop": "The hall has one"})
    yield from _who_is_there(world)
    yield from _equality(world)
    yield row("access_figures", "", [cast.council.pk])


def _of_members(world, shared):
    """Those of a member who takes part on paper, and the first of one who signs in."""
    place, mine = world.paper_place, world.cast.meals_voice.memberships.get(person=world.cast.mia)
    here = [place.group_id, place.pk]
    told = {"version": NeedsSheet.of(place.person).version, "how": "phone"}
    yield row("member_needs", "", here)
    yield row("member_needs", "who signs in", [mine.group_id, mine.pk])
    yield row("member_needs_edit", "", here, form=KEPT | told)
    yield row("member_needs_review", "", here, form={"months": "6"})
    yield row("member_needs_end", "", here, form={})
    need = place.person.access_needs.get()
    yield row("member_need_sharing", "", [*here, need.pk], form=shared | told)


def _who_is_there(world):
    """Whom a stage wants to hear. Everybody reads the same numbers; who speaks for or keeps a group adds to it."""
    cycle, users = world.cast.cycle, world.cast.users
    here, target = [cycle.slug, TALK], world.target
    yield row("who_is_there", "", here)
    yield row("who_is_there", "hidden", [world.hidden_cycle.slug, TALK])
    yield row("how_found", "", here, form={"words": "Who works in the day.", "version": 1})
    wanted = {"sort": "new", "name": "Farm workers", "how_many": 5, "why": "They eat late.", "proposed_by": users.pk}
    yield row("target_new", "", here, form=wanted)
    yield row("target_parties", "", [*here, target.pk], form={"parties": [users.pk]})
    yield row("target_agreement", "", [*here, target.pk], form={"participant": users.pk})
    tried = {"how": "A stall", "reached": 3, "tried_on_day": 1, "tried_on_month": 5, "tried_on_year": 2023}
    yield row("target_try", "", [*here, target.pk], form=tried)
    yield row("target_end", "", [*here, target.pk], form={"because": "They are heard."})


def _equality(world):
    cycle, hidden = world.cast.cycle, world.hidden_cycle
    for where, situation in ((cycle, ""), (hidden, "hidden")):
        yield row("equality", situation, [where.slug])
        yield row("equality_withdrawal", situation, [where.slug], form={})
    yield row("equality_csv", "", [cycle.slug])
    yield row("equality_answers", "", [cycle.slug], form={"sex": "female", "agrees": "on"})
