"""How the stage went: its rounds with their reasons, and every signature that was given on the way."""

from dataclasses import dataclass

from cycle.models import Round
from involvement.models import Override, Signature


@dataclass(frozen=True)
class PastRound:
    """One round of the stage and the Override with which it was opened, if it was."""

    round: Round
    override: Override | None


@dataclass(frozen=True)
class Signed:
    """One signature to one version, with the name of its signer where the reader may see it."""

    signature: Signature
    signed_by: str

    @property
    def party(self):
        return self.signature.party.participant.name

    @property
    def agreement(self):
        return self.signature.party.agreement


def rounds_of(stage):
    """The PastRounds of a stage, first one first; two queries."""
    overrides = {each.round_id: each for each in Override.objects.filter(round__stage=stage).select_related("owner")}
    rounds = stage.rounds.select_related("cause", "came_from", "begun_by").order_by("number")
    return [PastRound(each, overrides.get(each.pk)) for each in rounds]


def signatures_of(stage, names):
    """Every signature in every round and version of a stage, oldest first, one query."""
    signatures = Signature.objects.filter(party__agreement__round__stage=stage).select_related(
        "party__participant", "party__agreement__round", "signed_by", "event"
    )
    return [Signed(each, names.of(each.signed_by)) for each in signatures.order_by("event__number")]
