"""Two versions of an agreement side by side: its words, and the terms of each party (R10)."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cycle.snapshot import in_words, label_of

from .models import Agreement, Party


@dataclass(frozen=True)
class Difference:
    """One field that says something else now."""

    label: str
    before: str
    now: str


@dataclass(frozen=True)
class PartyDifference:
    """One party that is new, is no longer there, or has other terms. terms: (label, words) pairs of a new party."""

    name: str
    sentence: str
    differences: list[Difference] = field(default_factory=list)
    terms: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Comparison:
    """What one version says that the one before it did not."""

    before: Agreement
    now: Agreement
    words: list[Difference]
    parties: list[PartyDifference]

    @property
    def is_same(self):
        """Whether the two say the same."""
        return not (self.words or self.parties)


def compare_with_last(agreement):
    """The Comparison of a version with the one that was proposed before it; None for the first. Three queries."""
    before = Agreement.objects.before(agreement)
    if before is None:
        return None
    before.round.stage = agreement.stage
    old, new = ({party.participant_id: party for party in _parties(each)} for each in (before, agreement))
    found = [_party_difference(old.get(pk), new.get(pk)) for pk in dict.fromkeys([*new, *old])]
    words = differences(before, agreement, Agreement.TEXT_FIELDS)
    return Comparison(before, agreement, words, [each for each in found if each])


def differences(before, now, names):
    """The Differences between two rows of one model in these fields, in words."""
    pairs = [(label_of(type(now), name), _words(before, name), _words(now, name)) for name in names]
    return [Difference(*pair) for pair in pairs if pair[1] != pair[2]]


def _words(row, name):
    """A value in words; of a level that carries responsibility, that it is asked for (R17)."""
    return row.level_in_a_word if name == "level" else in_words(row, name)


def _parties(agreement):
    return agreement.parties.select_related("participant")


def _party_difference(old, new):
    if old is None:
        terms = [(label_of(Party, name), _words(new, name)) for name in Party.TERMS]
        return PartyDifference(str(new), _("%(party)s is a new party") % {"party": new}, terms=terms)
    if new is None:
        return PartyDifference(str(old), _("%(party)s is no longer a party") % {"party": old})
    changed = differences(old, new, Party.TERMS)
    if not changed:
        return None
    return PartyDifference(str(new), _("The terms of %(party)s") % {"party": new}, differences=changed)
