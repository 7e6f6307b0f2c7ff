"""The agreement room as one reader finds it: where the agreement stands, what changed, and what this person may do."""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from cycle.models import Stage

from . import signing, terms
from .comparing import compare_with_last
from .models import Agreement, Override, Party, Signature
from .since import told
from .status import DRAFT, NONE, AgreementStatus, PartyStatus, status_of

NOT_YET, PREPARING, FINISHED = "not yet", "preparing", "finished"


@dataclass(frozen=True)
class Voice:
    """One party for which the reader may answer: its last answer, and whether one is waited for now."""

    party: Party
    last: Signature | None
    is_due: bool


@dataclass(frozen=True)
class Drafting:
    """The draft as its officers see it: its parties, who is left out, and the sentence that says what is missing.

    source: from which agreement its words were taken, as a sentence; empty when it began blank.
    """

    agreement: Agreement
    parties: list[Party]
    left_out: list
    missing: str
    source: str = ""


@dataclass
class Room:
    """What the agreement room of a stage shows to one person."""

    stage: Stage
    person: object
    status: AgreementStatus
    rows: list = field(init=False)

    def __post_init__(self):
        self.standing = self.stage.cycle.standing_of(self.person)
        self.rows = [self._row(each) for each in self.parties]

    @property
    def agreement(self):
        return self.status.agreement

    @cached_property
    def state(self):
        """Which face the room has: "not yet", "preparing", "finished", or the word of the agreement's status."""
        if self.stage.state == Stage.State.NOT_YET:
            return NOT_YET
        if self.stage.state == Stage.State.FINISHED:
            return FINISHED
        return PREPARING if self.status.word in (NONE, DRAFT) else self.status.word

    @property
    def is_officer(self):
        """Whether the reader may draft and propose in this cycle now."""
        return self.standing.runs and not self.stage.cycle.is_closed

    @cached_property
    def parties(self):
        """The PartyStatuses of the agreement, users first."""
        return terms.in_order(self.status.parties, key=lambda each: each.party)

    @property
    def waits_for(self):
        """The names of the parties that are waited for, as one phrase: "Meals Voice and Cabinet"."""
        return get_text_list([str(each.party) for each in self.parties if each.is_waited_for], _("and"))

    @property
    def declined_by(self):
        """The names of the parties that did not agree, as one phrase."""
        return get_text_list([str(each.party) for each in self.parties if each.has_declined], _("and"))

    @property
    def facts(self):
        return terms.facts(self.agreement)

    @property
    def levels(self):
        return terms.levels([each.party for each in self.parties])

    @cached_property
    def said(self):
        """What each party said in words with its last answer."""
        spoken = [each.signature for each in self.parties if each.signature and each.signature.words]
        return [terms.said(signature, self.standing.is_involved) for signature in spoken]

    @property
    def refusals(self):
        """What those who said no said with it."""
        return [said for said in self.said if said.is_declined]

    @property
    def remarks(self):
        """What the others said with their answers."""
        return [said for said in self.said if not said.is_declined]

    @cached_property
    def changes(self):
        """What changed since the oldest signature that is older than a change."""
        return told(self.status.changes(), self.person, self.stage.cycle)

    @cached_property
    def comparison(self):
        """What this version says that the last one did not, while it waits for answers; else None."""
        return compare_with_last(self.agreement) if self.state in ("waiting", "declined") else None

    @cached_property
    def voices(self):
        """The Voices of the parties for which this person may answer now."""
        mine = [each for each in self.parties if not signing.refusal(each.party, self.person)]
        return [Voice(each.party, each.signature, each.is_asked(self.person)) for each in mine]

    @cached_property
    def papers(self):
        """The parties for which this person may put in a paper signature now."""
        return [each.party for each in self.parties if not signing.paper_refusal(each.party, self.person)]

    @cached_property
    def drafting(self):
        """The Drafting of the draft, for the officers of the cycle; None for everybody else."""
        return drafting_of(self.status.draft, self.person) if self.status.draft and self.is_officer else None

    @cached_property
    def newcomers(self):
        """Those who take part in the cycle and are no party of what was proposed, for an officer who may add them."""
        if not self.is_officer or not self.agreement or self.agreement.why_cannot_welcome(self.person):
            return []
        return _left_out(self.agreement, [each.party for each in self.parties])

    @cached_property
    def may_override(self):
        """Whether this person could open the stage without an agreement now."""
        return not Override.refusal(self.stage, self.person)

    @cached_property
    def earlier(self):
        """The versions that this one came after, newest first."""
        versions = Agreement.objects.in_stage(self.stage).proposed()
        now = self.agreement.pk if self.agreement else None
        return [version for version in reversed(versions) if version.pk != now]

    def _row(self, each: PartyStatus):
        return terms.row(each.party, *self._standing_of(each), has_agreed=each.has_agreed)

    def _standing_of(self, each):
        """(what the party signed, what it owes) in words."""
        if each.has_left:
            signed = terms.signed_by(each, self.standing.is_involved) if each.signature else ""
            return signed, _("No longer takes part")
        if each.is_paused:
            signed = terms.signed_by(each, self.standing.is_involved) if each.signature else ""
            return signed, _("On a pause")
        if each.signature is None:
            return ("", _("Not signed yet")) if each.party.must_sign else (_("Does not have to sign"), "")
        signed = terms.signed_by(each, self.standing.is_involved)
        if each.has_declined:
            return signed, _("Does not agree")
        if not each.has_agreed:
            return signed, _("One more person has to sign")
        if not each.is_stale:
            return signed, ""
        is_owed = each.party.must_sign and self.state != FINISHED
        return signed, _("Has to sign again") if is_owed else _("Signed before the change")


def room_for(stage, person):
    """The Room of this stage for this person."""
    return Room(stage, person, status_of(stage))


def drafting_of(draft, person):
    """The Drafting of a draft for one of its officers."""
    parties = terms.in_order(draft.parties.select_related("participant"))
    missing = str(draft.refusal("propose", person))
    return Drafting(draft, parties, _left_out(draft, parties), missing, _source(draft))


def _left_out(agreement, parties):
    """Those who take part in the cycle today and are none of these parties."""
    named = {party.participant_id for party in parties}
    taking_part = agreement.ledger_cycle.participants.active().order_by("standing", "name")
    return [participant for participant in taking_part if participant.pk not in named]


def _source(draft):
    """From which agreement the words of a draft were taken, as a sentence."""
    last = draft.drafted_from
    if last is None:
        return ""
    said = {"round": last.round.number, "version": last.version}
    if last.round.stage_id == draft.round.stage_id:
        return _("It begins with the words of round %(round)d, version %(version)d.") % said
    return _("It begins with the words of another cycle: %(cycle)s.") % {"cycle": last.round.stage.cycle}
