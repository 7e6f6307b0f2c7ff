"""What people said in a stage and what came of it, party by party, as one reader may have it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from cycle.models import Participant

from ..abouts import abouts_of
from ..models import Contribution
from .agreed import place_of


@dataclass(frozen=True)
class Said:
    """One contribution that the reader may read, and the name of its giver for this reader."""

    contribution: Contribution
    name: str
    about: tuple = ("", "")
    is_involved: bool = False

    @property
    def answers(self):
        """Every Answer that was given to it, the first one first."""
        return list(self.contribution.answers.all())

    @property
    def files(self):
        """What is attached to it; nothing once it is withdrawn."""
        return [] if self.contribution.is_withdrawn else list(self.contribution.attachments.all())

    @property
    def put_in(self):
        """How somebody else's words were put in, in words, for a reader who takes part: help, consent, read back."""
        said = self.contribution
        if not self.is_involved:
            return ""
        told = [
            _("%(helper)s helped.") % {"helper": said.helper} if said.helper else "",
            _("They agreed that it is put in.") if said.consent else "",
            {True: _("It was read back to them."), False: _("It was not read back to them.")}.get(said.read_back, ""),
        ]
        return " ".join(filter(None, told))


@dataclass(frozen=True)
class PartySaid:
    """One party's contributions: how many there are in all, and those that the reader may read."""

    participant: Participant
    said: int
    waiting: int
    answered: int
    contributions: list[Said]

    @property
    def name(self):
        return self.participant.name

    @property
    def hidden(self):
        """How many are not open to this reader; their number is told, their words are not."""
        return self.said - len(self.contributions)


def said_in(stage, person, status):
    """The PartySaid of each party of the agreement and of everybody else who said something; seven queries."""
    in_stage = Contribution.objects.filter(stage=stage)
    said, waiting = by_party(in_stage), by_party(in_stage.owed())
    answered = by_party(in_stage.answered())
    readable = defaultdict(list)
    rows = list(in_stage.visible_to(person).for_list().order_by("pk"))
    abouts, involved = abouts_of(rows, stage, person), stage.cycle.standing_of(person).is_involved
    for row in rows:
        row.cycle, row.stage = stage.cycle, stage
        about = abouts.get(row.pk, ("", ""))
        readable[row.participant_id].append(Said(row, row.name_for(person), about, involved))
    named = {each.party.participant_id for each in status.parties if each.party.must_sign}
    parties = sorted(Participant.objects.filter(Q(pk__in=named) | Q(pk__in=said)), key=place_of)
    return [
        PartySaid(party, said.get(party.pk, 0), waiting.get(party.pk, 0), answered.get(party.pk, 0), readable[party.pk])
        for party in parties
    ]


def by_party(contributions):
    """How many of these there are from each participant, as a dict by id."""
    rows = contributions.order_by().values_list("participant_id").annotate(Count("pk"))
    return dict(rows)
