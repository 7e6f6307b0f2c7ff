"""Giving a contribution: the verb by which it comes about, one's own or what somebody said another way (R68, R70)."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.words import Verb

from ..voices import people_of
from .attachment import Attachment
from .owing import owing_in

GIVEN = Verb("contribution given", _("gave a contribution"))
ENTERED = Verb("contribution entered", _("put in a contribution that was given another way"))

NOT_INVOLVED = _("Only people who take part in this cycle can say something here.")
NOT_OPEN = _("This stage is not open, so nothing is asked of anybody in it now.")
ONLY_YOUR_OWN = _("Choose a group or body that you belong to.")
NOT_THEIR_GROUP = _("This person does not belong to the group or body that you chose.")
NO_CONSENT = _("Put in only what the person agreed that you put in.")
ENTERED_BY = _("Only the convenor of the group or an officer can put in what somebody else said.")
ONLINE = "online"


class Giving:
    """Mixed into the contribution: who may give one, and how it is given."""

    @classmethod
    def refusal_to_give(cls, stage, person):
        """Why this person cannot say something in this stage now; empty when they can."""
        if not stage.cycle.standing_of(person).is_involved:
            return NOT_INVOLVED
        return "" if stage.is_open and not stage.cycle.is_closed else NOT_OPEN

    @classmethod
    def give(cls, stage, by, participant, *, given_by=None, token=None, **said):
        """Give a contribution, one's own or (`channel` other than online) somebody else's. Returns it. Raises Refused.

        given_by: the Person whose words they are; by default `by` online, and nobody by name otherwise. said: sort,
        text, voice, gathered, gathered_on, how_known, how_many, how_many_answered, dissent, limits, channel, openness,
        is_unnamed, given_on, about (a record of the stage); of what was said another way also helper, consent (False is
        refused, None was not asked), read_back, session and paper_form.
        """
        is_own = said.get("channel", ONLINE) == ONLINE
        giver = by if is_own else given_by
        if sentence := cls.refusal_to_give(stage, by) or _wrong(stage, by, participant, giver, is_own, said):
            raise moves.Refused(sentence)
        with ledger.writing(stage.cycle):
            if token and (there := cls.objects.filter(token=token).first()):
                if (there.stage_id, there.entered_by_id) != (stage.pk, by.pk):
                    raise moves.Refused(moves.QUICKER, conflict=True)
                return there
            token = {"token": token} if token else {}
            new = cls(participant=participant, given_by=giver, entered_by=by, **_owed(stage, said), **token)
            new.save(force_insert=True)
            Attachment.claim(new)
            ledger.record(
                GIVEN if is_own else ENTERED, new, None if new.is_unnamed and giver == by else by,
                cycle=stage.cycle, stage=stage, openness=new.openness, acting_for=participant.acting_name,
                after={"channel": str(new.channel)},
            )  # fmt: skip
        return new


def _owed(stage, said):
    """What was said, with the stage that it belongs to and what is owed for it there, as columns of a new row."""
    owing, said = owing_in(stage), dict(said)
    about = said.pop("about", None)
    return said | {
        "cycle": stage.cycle,
        "stage": stage,
        "round": stage.current_round,
        "about_type": about._meta.label_lower if about else "",
        "about_id": about.pk if about else None,
        "due_on": owing.due_on(said.get("given_on") or timezone.localdate()),
        "owner": owing.owner,
        "agreement": owing.agreement,
        "state": owing.state,
        "event_number": ledger.length(stage.cycle) + 1,
    }


def _wrong(stage, by, participant, giver, is_own, said):
    """A sentence when this person may not put in these words for this participant and giver, else nothing."""
    standing = stage.cycle.standing_of(by)
    if participant.cycle_id != stage.cycle_id or not participant.is_active:
        return ONLY_YOUR_OWN
    if is_own and participant.pk not in standing.belongs_to:
        return ONLY_YOUR_OWN
    if not is_own and not standing.runs and participant.pk not in standing.keeps:
        return ENTERED_BY
    if said.get("consent") is False:
        return NO_CONSENT
    is_theirs = giver is None or giver == by or people_of([participant]).filter(pk=giver.pk).exists()
    return "" if is_theirs else NOT_THEIR_GROUP
