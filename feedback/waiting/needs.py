"""What somebody needs to take part, when its day has come: is it still right? And needs at a meeting not seen to."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from involvement.models import Session
from involvement.needs import needs_at_each
from people.models import Membership
from people.needs import to_look_at

from .row import Waiting


def to_check_needs(person, stages, known):
    """One's own needs, and those of members without e-mail whose group one keeps; two queries at most.

    It belongs to no cycle; a letter tells nobody's name.
    """
    if not stages:
        return
    due = to_look_at(person)
    places = _places_of([sheet.person_id for sheet in due if sheet.person_id != person.pk], person)
    for sheet in due:
        if sheet.person_id == person.pk:
            yield Waiting(_("Is what you need to take part still right?"), reverse("own_needs"), "", sheet.review_on)
        elif place := places.get(sheet.person_id):
            yield Waiting(
                _("Ask %(name)s if what they need is still right") % {"name": sheet.person},
                reverse("member_needs", args=place), "", sheet.review_on,
                in_mail=_("Ask a member if what they need is still right"),
            )  # fmt: skip


def _places_of(people, keeper):
    """(group, membership) for each of these people, in a group that this person keeps: person id -> ids."""
    if not people:
        return {}
    kept = Membership.objects.active().filter(person=keeper, role__in=Membership.KEEPERS, group__isnull=False)
    rows = Membership.objects.active().filter(person__in=people, group__in=kept.values("group"))
    return {person: (group, pk) for person, group, pk in rows.values_list("person_id", "group_id", "pk")}


def to_see_to_needs(person, stages, known):
    """How many needs at a meeting ahead nobody has seen to, for who keeps it; three queries at any number."""
    standings = {pk: stage.cycle.standing_of(person) for pk, stage in stages.items()}
    kept = [pk for pk, standing in standings.items() if standing.runs or standing.keeps]
    meetings = list(Session.objects.coming_in(kept).kept_by(person)) if kept else []
    needs = needs_at_each(meetings) if meetings else {}
    for meeting in meetings:
        meeting.stage = stages[meeting.stage_id]
        gaps = sum(each.is_gap for each in needs.get(meeting.pk, ()))
        if gaps and not meeting.refusal_to_write(person):
            sentence = ngettext(
                "%(count)d need at your meeting is not seen to yet: %(meeting)s",
                "%(count)d needs at your meeting are not seen to yet: %(meeting)s", gaps,
            )  # fmt: skip
            yield Waiting(
                sentence % {"count": gaps, "meeting": meeting.title}, meeting.address("session_needs"),
                meeting.stage.cycle.title, meeting.held_on, str(meeting.stage),
                in_mail=_("Needs at a meeting of yours are not seen to yet."),
            )  # fmt: skip
