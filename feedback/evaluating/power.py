"""Whether power shifts over time: what users were asked to do and agreed to, and how open they found it (R63; c3)."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.bars import Series, stack
from cycle.glance import Drawing, Glance, Remark, Table, cell, row
from cycle.models import Participant, Round
from involvement.models import Agreement, Party, Signature

from ..models import Tally
from ..models.rating import Side
from .ratings import means_by_cycle, tenths

DRAWN = 10  # so many of the last rounds are drawn; the table has them all
STEPS = {level: step for step, level in enumerate(Party.Level.values, start=1)}
USERS = Participant.Standing.USERS


@dataclass
class RoundOfPower:
    """One round: its last agreement's Party for each users' group, who agreed, and the last Tally or None."""

    round: Round
    parties: list = field(default_factory=list)
    agreed: set = field(default_factory=set)
    tally: Tally | None = None

    @property
    def highest(self):
        """The highest level that a users' group agreed to; None where none has."""
        levels = [each.level for each in self.parties if each.pk in self.agreed]
        return max(levels, key=STEPS.get) if levels else None


def rounds_of_power(cycles):
    """The RoundOfPower of every round with an agreement, by cycle id, oldest first; four queries at any number."""
    last = {}
    proposed = Agreement.objects.proposed().filter(round__stage__cycle__in=cycles).select_related("round__stage")
    for agreement in proposed.order_by("round__begun_at", "round_id", "version"):
        last[agreement.round_id] = agreement
    found = {each.pk: RoundOfPower(each.round) for each in last.values()}
    by_round = {each.round_id: found[each.pk] for each in last.values()}
    parties = Party.objects.filter(agreement__in=found, participant__standing=USERS).select_related("participant")
    for party in parties.order_by("participant__name"):
        found[party.agreement_id].parties.append(party)
    for party, _said in _latest(found):
        found[party.agreement_id].agreed.add(party.pk)
    for tally in Tally.objects.filter(round__in=by_round).last_in_each_round():
        by_round[tally.round_id].tally = tally
    of_cycle = defaultdict(list)
    for each in found.values():
        of_cycle[each.round.stage.cycle_id].append(each)
    return of_cycle


def _latest(agreements):
    """(party, its last position) of the users' parties of these agreements whose last word is yes."""
    said = Signature.objects.filter(party__agreement__in=agreements, party__participant__standing=USERS)
    last = {each.party: each.position for each in said.select_related("party").order_by("event_id")}
    return [(party, position) for party, position in last.items() if position != Signature.Position.DECLINE]


def power_at_a_glance(cycle):
    """What users' groups were asked to do in each round, what they agreed to, and how open they found it."""
    rounds = rounds_of_power([cycle])[cycle.pk]
    if not rounds:
        return None
    heads = [_("Stage and round"), _("What users’ groups do"), _("How open people find it")]
    rows = [row(str(each.round), _levels(each), _openness(each.tally)) for each in rounds]
    parts = [Remark(words) for words in shift_in_words(rounds)]
    if drawing := _drawn(rounds):
        parts.append(drawing)
    return Glance(_("Does power shift?"), [*parts, Table("", heads, rows)])


def _levels(each):
    """A line for each users' group: its level in a word, and whether it agreed."""
    lines = []
    for party in each.parties:
        has_agreed = party.pk in each.agreed
        words = {"party": party.participant.name, "level": party.level_for(has_agreed=has_agreed)}
        lines.append((_("%(party)s: %(level)s") if has_agreed else _("%(party)s, not agreed: %(level)s")) % words)
    return cell(lines) if lines else cell(_("No users’ group is in it"))


def _openness(tally):
    return cell(tally.in_words) if tally else cell(_("Nothing is shown"))


def shift_in_words(rounds):
    """Sentences: from the first agreed round to the newest, and from the first count of openness to the newest."""
    agreed = [each for each in rounds if each.highest]
    if len(agreed) > 1:
        first, last = agreed[0], agreed[-1]
        told = {"first": first.round, "was": _word(first.highest), "last": last.round, "now": _word(last.highest)}
        rise = STEPS[last.highest] - STEPS[first.highest]
        words = (
            _("Users’ groups carry more now. %(first)s: %(was)s. %(last)s: %(now)s.")
            if rise > 0
            else _("Users’ groups carry less now. %(first)s: %(was)s. %(last)s: %(now)s.")
            if rise < 0
            else _("Users’ groups carry as much as at first. %(first)s: %(was)s. %(last)s: %(now)s.")
        )
        yield words % told
    counted = [each for each in rounds if each.tally]
    if len(counted) > 1:
        first, last = counted[0], counted[-1]
        yield _("Found open: %(was)s (%(first)s), and %(now)s (%(last)s).") % {
            "was": _share(first.tally), "first": first.round, "now": _share(last.tally), "last": last.round,
        }  # fmt: skip


def _word(level):
    return str(Party.Level(level).label).split(":")[0]


def _share(tally):
    """How many of how many people found it open."""
    return _("%(open)d of %(total)d people") % {"open": tally.open_count, "total": tally.total}


def _drawn(rounds):
    """A bar for each of the last rounds: how high the level is that a users' group agreed to, from 1 to 4."""
    agreed = [each for each in rounds if each.highest][-DRAWN:]
    if not agreed:
        return None
    series = [Series("level", _("1 informs, 2 influences, 3 shares in the decision, 4 owns it"))]
    bars = [(f"{each.round}: {_word(each.highest)}", [STEPS[each.highest]]) for each in agreed]
    title = _("The highest level that a users’ group agreed to, round by round. The table has the same.")
    return Drawing(title, stack(series, bars), "power")


def cycles_at_a_glance(cycles):
    """The cycles of one authority side by side, oldest first; None where there is only one."""
    if len(cycles) < 2:
        return None
    rounds, means = rounds_of_power(cycles), means_by_cycle(cycles)
    heads = [
        _("Cycle"), _("Rounds in which users share or own the decision"), _("How open people found it"),
        *(str(side.label) for side in Side),
    ]  # fmt: skip
    rows = [
        row(
            cell(cycle, url=cycle.get_absolute_url()), _carried(rounds[cycle.pk]), _open(rounds[cycle.pk]),
            *(_mean(means[cycle.pk, side]) for side in Side),
        )
        for cycle in cycles
    ]  # fmt: skip
    told = _("The last two columns are averages from 1 to 10 of all counts that are shown in a cycle.")
    return Glance(_("From cycle to cycle"), [Table("", heads, rows, note=told)])


def _carried(rounds):
    shared = sum(each.highest in ("share", "own") for each in rounds)
    words = ngettext("%(shared)d of %(all)d round", "%(shared)d of %(all)d rounds", len(rounds))
    return words % {"shared": shared, "all": len(rounds)}


def _open(rounds):
    counted = [each.tally for each in rounds if each.tally]
    if not counted:
        return _("Nothing is shown")
    told = {"open": sum(each.open_count for each in counted), "total": sum(each.total for each in counted)}
    return _("%(open)d of %(total)d answers: open and willing") % told


def _mean(counts):
    """The average of all that these counts count."""
    if not counts:
        return cell(_("Too few to show"))
    total = sum(each.total for each in counts)
    return cell(tenths(sum(each.mean * each.total for each in counts) / total))
