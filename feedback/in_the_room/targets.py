"""Whom a stage wants to hear, beside whom it has heard: each target with what is derived about it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from involvement.models import Target

from .small import in_words


@dataclass(frozen=True)
class Wanted:
    """One Target with how many were asked, came, gave something and were reached elsewhere. parties: those named."""

    target: Target
    asked: int
    came: int
    gave: int
    heard: int
    reached: int

    @property
    def is_met(self):
        """Whether as many as were wanted came, gave something or were reached."""
        return self.heard + self.reached >= self.target.how_many

    @property
    def state(self):
        """Whether they are heard, as a state and a word for components/state_tag.html."""
        if self.target.has_ended:
            return {"shape": "declined", "word": _("No longer looked for")}
        if self.is_met:
            return {"shape": "finished", "word": _("Heard, as many as wanted")}
        if self.heard + self.reached:
            return {"shape": "preparing", "word": _("Some are heard, not enough")}
        return {"shape": "changed", "word": _("Missing: nobody is heard yet")}

    @property
    def facts(self):
        """What is known of it, as (label, words) pairs."""
        target = self.target
        agreed = ", ".join(sorted(party.name for party in target.agreed_by.all()))
        parties = ", ".join(sorted(party.name for party in target.parties.all()))
        return [
            (_("Why they are needed"), target.why),
            (_("How many at least"), str(target.how_many)),
            (_("Who put it forward"), target.proposer),
            (_("Who agreed"), agreed or _("No group yet: it is the authority’s own word")),
            (_("Who here speaks for them"), parties or _("Nobody is named yet, so nobody can be counted")),
            (_("Asked to a meeting"), in_words(self.asked)),
            (_("Came to a meeting"), in_words(self.came)),
            (_("Gave something"), in_words(self.gave)),
            (_("Reached in other ways"), str(self.reached)),
            (_("Why nobody looks any more"), target.ended_because),
        ]


def wanted_in(stage, there):
    """The Wanteds of a stage, those that still stand first. there: its There; four queries at any number."""
    found = []
    for target in Target.objects.of(stage):
        target.stage = stage
        parties = [party.pk for party in target.parties.all()]
        asked, came, gave = (_people(kept, parties) for kept in (there.asked, there.came, there.gave))
        reached = sum(each.reached for each in target.tries.all())
        found.append(Wanted(target, len(asked), len(came), len(gave), len(came | gave), reached))
    return sorted(found, key=lambda each: (each.target.has_ended, each.target.pk))


def _people(by_party, parties):
    return set().union(*(by_party[pk] for pk in parties if pk in by_party))
