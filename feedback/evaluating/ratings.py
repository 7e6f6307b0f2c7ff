"""How taking part went, as both sides rate it from 1 to 10: side by side, over rounds and stages (R62)."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.bars import Series, stack
from cycle.glance import Drawing, Glance, Remark, Table, cell, row
from cycle.models import Round

from ..models import RatingCount
from ..models.rating import NUMBERS, Question, Side
from ..models.unnamed import MINIMUM

NEAR = 0.5  # so little apart is told as “about the same”


@dataclass
class RoundRated:
    """One round, and the last count of each side for each question: (Question, Side) -> RatingCount."""

    round: Round
    counts: dict = field(default_factory=dict)

    def mean(self, side, question=Question.MATTERED):
        """The mean that one side gave as an exact number; None where too few answered."""
        count = self.counts.get((question, side))
        return count.mean if count else None


def rated_of(rounds):
    """The RoundRated of each of these rounds, in their order; one query."""
    found = {each.pk: RoundRated(each) for each in rounds}
    for count in RatingCount.objects.filter(round__in=found).last_in_each_round():
        found[count.round_id].counts[count.question, count.side] = count
    return list(found.values())


def tenths(number):
    """A mean with one place after the point, as the reader's language writes it."""
    return number_format(round(float(number), 1), 1)


def gap_in_words(people, authority):
    """How far the two sides are apart, as a sentence; None stands for a side of which nothing is shown."""
    if people is None and authority is None:
        return _("Too few have answered on both sides.")
    if people is None or authority is None:
        return _("Only one side can be shown.")
    gap = round(float(people), 1) - round(float(authority), 1)
    if abs(gap) <= NEAR:
        return _("Both sides say about the same.")
    how_far = tenths(abs(gap))
    if gap < 0:
        return _("The authority gives %(far)s more than people do.") % {"far": how_far}
    return _("People give %(far)s more than the authority does.") % {"far": how_far}


def too_few():
    """The sentence that stands where a side has not answered enough."""
    return ngettext(
        "Too few to show: nothing is told before %(number)d person of a side has answered.",
        "Too few to show: nothing is told before %(number)d people of a side have answered.",
        MINIMUM,
    ) % {"number": MINIMUM}


def side_cell(count):
    """The mean of one count, and of how many people it is; a dash with the reason where there is none."""
    if count is None:
        return cell(_("Too few to show"))
    of_many = ngettext("%(number)d person", "%(number)d people", count.total) % {"number": count.total}
    day = date_format(count.taken_on, "j F Y")
    return cell(tenths(count.mean), note=_("%(who)s, counted on %(day)s") % {"who": of_many, "day": day})


def ratings_of(stage):
    """A Glance for each round of a stage that was opened, the newest first; two queries."""
    rounds = list(stage.rounds.filter(opened_at__isnull=False).order_by("-number"))
    return [glance_of(each) for each in rated_of(rounds)]


def newest_of(stage):
    """Both sides' averages of the newest round of which something is shown, as a Table; None before; two queries."""
    rounds = list(stage.rounds.filter(opened_at__isnull=False).order_by("-number"))
    found = next((each for each in rated_of(rounds) if each.counts), None)
    if found is None:
        return None
    title = _("How taking part went in round %(number)d") % {"number": found.round.number}
    return replace(_both(found), title=title)


def glance_of(rated):
    """Both sides of one round: each question with both means and the gap, then how many gave which number."""
    title = _("How taking part went in round %(number)d") % {"number": rated.round.number}
    if not rated.counts:
        return Glance(title, [Remark(too_few())])
    parts = [_both(rated)]
    if drawing := _drawn(rated):
        parts.append(drawing)
    parts += [_spread(rated, each) for each in Question if _sides(rated, each)]
    if len(_sides(rated, Question.MATTERED)) < len(Side):
        parts.append(Remark(too_few()))
    return Glance(title, parts)


def _both(rated):
    """Each question with the average of both sides, and how far they are apart."""
    rows = [
        row(
            each.label, *(side_cell(rated.counts.get((each, side))) for side in Side),
            gap_in_words(*(rated.mean(side, each) for side in Side)),
        )
        for each in Question
    ]  # fmt: skip
    heads = [_("What was asked"), *(str(side.label) for side in Side), _("How far apart")]
    note = _("Each number is the average of what people gave, from 1 (not at all) to 10 (very much).")
    return Table("", heads, rows, note=note)


def _sides(rated, question):
    return [side for side in Side if (question, side) in rated.counts]


def _drawn(rated):
    """A bar for each side: how much taking part mattered, on average."""
    sides = _sides(rated, Question.MATTERED)
    if not sides:
        return None
    series = [Series(side.value, str(side.label)) for side in Side]
    bars = [
        (
            _("%(side)s: %(mean)s of 10") % {"side": side.label, "mean": tenths(rated.mean(side))},
            [round(float(rated.mean(side)), 1) if each == side else 0 for each in Side],
        )
        for side in sides
    ]
    title = _("How much taking part mattered: both averages as bars. The table has the same numbers.")
    return Drawing(title, stack(series, bars), f"rated-{rated.round.pk}")


def _spread(rated, question):
    """How many of each side gave which number."""
    sides = _sides(rated, question)
    rows = [row(number, *(rated.counts[question, side].counts[number] for side in sides)) for number in NUMBERS]
    heads = [_("Number"), *(str(side.label) for side in sides)]
    title = _("%(question)s How many gave which number") % {"question": question.label}
    return Table(title, heads, rows, is_of_numbers=True, is_numbered=True)


def over_rounds(cycle):
    """The Glance of a whole cycle: each round that was opened with both sides' averages and the gap (R62)."""
    opened = Round.objects.in_cycle(cycle).filter(opened_at__isnull=False)
    rounds = list(opened.select_related("stage").order_by("opened_at", "pk"))
    for each in rounds:
        each.stage.cycle = cycle
    rated = rated_of(rounds)
    if not rated:
        return None
    heads = [_("Stage and round"), *(str(side.label) for side in Side), _("How far apart")]
    rows = [
        row(
            cell(each.round, url=RatingCount(stage=each.round.stage).get_absolute_url()),
            *(side_cell(each.counts.get((Question.MATTERED, side))) for side in Side),
            gap_in_words(*(each.mean(side) for side in Side)),
        )
        for each in rated
    ]
    told = _("From 1 (not at all) to 10 (very much), on average.")
    parts = [Table(str(Question.MATTERED.label), heads, rows, note=f"{told} {too_few()}")]
    return Glance(_("How both sides rate it"), [*parts, *_lines(rated)])


def _lines(rated):
    """For each side a drawing over the rounds of which something is shown, the first one at the top."""
    for side in Side:
        shown = [each for each in rated if each.mean(side) is not None]
        if shown:
            bars = [(f"{each.round}: {tenths(each.mean(side))}", [round(float(each.mean(side)), 1)]) for each in shown]
            yield Remark(_("%(side)s, round by round:") % {"side": side.label})
            title = _("%(side)s, over the rounds. The table has the same numbers.") % {"side": side.label}
            yield Drawing(title, stack([Series(side.value, str(side.label))], bars), f"rated-over-{side.value}")


def means_by_cycle(cycles):
    """The last counts of every round of these cycles: (cycle id, Side) -> list of RatingCount; one query."""
    found = defaultdict(list)
    rows = RatingCount.objects.filter(stage__cycle__in=cycles, question=Question.MATTERED).last_in_each_round()
    for count in rows.select_related("stage"):
        found[count.stage.cycle_id, count.side].append(count)
    return found
