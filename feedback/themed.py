"""What people said, counted by theme: who speaks about what, as far as one reader may read it (R38).

Counts are not votes. So those who said little stand first and in their own words, what a contribution says of others
who think otherwise is counted beside it, and how many were asked is told where it was said and never added up.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cycle.bars import Figure, Series, stack
from cycle.models import Participant

from .at_head import at_head
from .models import Contribution, Theme
from .showing import Said, shown

# A party is of few words when it said fewer than FEW things, or less than a tenth of what the one that said most did.
FEW, PART = 5, 10
IN_FULL = 5  # so many contributions of each of those stand on the page in full, and at most this many in all:
IN_ALL = 40
DRAWN = 10  # so many themes are drawn, which is what a printed page holds; the table has them all


@dataclass(frozen=True)
class ThemeLine:
    """One theme and what stands in it. by_party: how many, by participant. dissent: where some think otherwise."""

    theme: Theme
    by_party: dict[int, int]
    dissent: int
    is_under: bool = False

    @property
    def total(self):
        return sum(self.by_party.values())


@dataclass(frozen=True)
class PartyLine:
    """One party: how many contributions the reader may read, and whether they are few beside others."""

    participant: Participant
    count: int
    is_few: bool
    said: list[Said] = field(default_factory=list)

    @property
    def speaks_for(self):
        """Whose voice it is, as its group says of itself; else which sort of party it is."""
        group = self.participant.group
        return group.constituency if group else self.participant.get_standing_display()

    @property
    def more(self):
        """How many of them are not shown in full."""
        return self.count - len(self.said)


@dataclass(frozen=True)
class Themed:
    """Everything that the page and the print say of themes."""

    themes: list[ThemeLine]
    parties: list[PartyLine]
    unsorted: int

    @property
    def total(self):
        return sum(party.count for party in self.parties)

    @property
    def few(self):
        return [party for party in self.parties if party.is_few]

    @cached_property
    def standings(self):
        """(standing, its words, the ids of its participants) of all that said something, in the usual order."""
        held = defaultdict(set)
        for party in self.parties:
            held[party.participant.standing].add(party.participant.pk)
        return [(each.value, each.label, held[each]) for each in Participant.Standing if held[each]]

    @cached_property
    def rows(self):
        """For each theme (line, how many by standing); for the table under the figure."""
        return [(line, [_of(line, ids) for _standing, _words, ids in self.standings]) for line in self.themes]

    @cached_property
    def by_party(self):
        """For each party (line, how many in each theme), those who said most first."""
        return [(party, [line.by_party.get(party.participant.pk, 0) for line in self.themes]) for party in self.parties]

    @property
    def is_figure_cut(self):
        """Whether some themes with something in them are only in the table."""
        return sum(1 for line in self.themes if line.total) > DRAWN

    @cached_property
    def figure(self) -> Figure | None:
        """The themes as bars, each parted by standing; None when nothing is sorted. Of more than DRAWN the largest."""
        series = [Series(standing, words) for standing, words, _ids in self.standings]
        drawn = sorted((line.total for line in self.themes), reverse=True)[:DRAWN]
        bars = [(_("%(theme)s: %(count)d") % {"theme": line.theme, "count": line.total}, counts)
                for line, counts in self.rows if line.total and line.total >= drawn[-1]][:DRAWN]  # fmt: skip
        return stack(series, bars) if bars else None


def _of(line, ids):
    return sum(count for pk, count in line.by_party.items() if pk in ids)


def themed(stage, reader, in_full=True):
    """The Themed of a stage for this reader; as many queries at any number of contributions.

    in_full: with the words of those who said little.
    """
    visible = Contribution.objects.in_stage(stage).visible_to(reader, stage.cycle)
    themes = list(Theme.objects.in_stage(stage).visible_to(reader, stage.cycle).used())
    counted = _kept(stage, reader, visible, themes)
    lines = [
        ThemeLine(theme, counted.held.get(theme.pk, {}), counted.dissent.get(theme.pk, 0), theme.parent_id is not None)
        for theme in in_order(themes, stage)
    ]
    return Themed(lines, _parties(visible, counted.parties, stage, reader, in_full), counted.unsorted)


def in_order(themes, stage):
    """The themes, each followed by those that stand under it."""
    here = {theme.pk for theme in themes}
    for theme in themes:
        theme.stage, theme.cycle = stage, stage.cycle
    top = [theme for theme in themes if theme.parent_id not in here]
    return [each for theme in top for each in (theme, *(low for low in themes if low.parent_id == theme.pk))]


@dataclass(frozen=True)
class Counted:
    """The numbers behind a Themed. held: theme -> party -> how many; all by their keys."""

    parties: dict[int, int]
    held: dict[int, dict[int, int]]
    dissent: dict[int, int]
    unsorted: int


def _kept(stage, reader, visible, themes):
    """The Counted, made once for each head of the ledger and each set of readers who may read the same.

    Whatever changes a number writes an event, so the head tells whether it still holds. Whoever has something of their
    own that others like them may not read is a set of one.
    """
    standing = stage.cycle.standing_of(reader)
    levels = standing.reads
    own = standing.keeps or Contribution.objects.in_stage(stage).own_beyond_others(reader, stage.cycle).exists()
    who = f"person {reader.pk}" if own else " ".join([*sorted(levels), "runs" if standing.runs else ""])
    name = f"themed {stage.pk} {who}".replace(" ", "-")
    return at_head(stage.cycle, name, lambda: _counted(visible, themes))


def _counted(visible, themes):
    """Count; three queries over all of them."""
    held, dissent = defaultdict(dict), defaultdict(int)
    rows = visible.filter(codings__taken=None, codings__theme__in=themes).order_by()
    rows = rows.values_list("codings__theme_id", "participant_id").annotate(
        held=Count("pk"), otherwise=Count("pk", filter=~Q(dissent=""))
    )
    for theme, party, count, otherwise in rows:
        held[theme][party] = count
        dissent[theme] += otherwise
    parties = dict(visible.order_by().values_list("participant_id").annotate(Count("pk")))
    unsorted = visible.in_theme("none", Theme.objects.filter(pk__in=[theme.pk for theme in themes])).count()
    return Counted(parties, dict(held), dict(dissent), unsorted)


def _parties(visible, counts, stage, reader, in_full):
    """The PartyLines of all that said something, those who said most first."""
    most = max(counts.values(), default=0)
    few = {pk for pk, count in counts.items() if count < FEW or count * PART < most}
    words = defaultdict(list)
    if in_full and few:
        rows = visible.filter(participant__in=few).newest_of_each_party(IN_FULL).values("pk")
        for said in shown(visible.filter(pk__in=rows).for_list()[:IN_ALL], stage, reader):
            words[said.contribution.participant_id].append(said)
    parties = sorted(
        Participant.objects.filter(pk__in=counts).select_related("group"),
        key=lambda each: (-counts[each.pk], each.name),
    )
    return [PartyLine(each, counts[each.pk], each.pk in few, words[each.pk]) for each in parties]
