"""The arithmetic of weighed options, so that every total can be followed back to those who gave the scores (R45)."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...glance import Glance, Remark, Table, cell, link, row
from .scoring import SIDES, scoring_of


def tenths(number):
    """An exact number with one place after the point, as the reader's language writes it."""
    return number_format(round(float(number), 1), 1)


def sealed_in_words(scoring):
    """How many parties have given scores, and when others see them, as sentences."""
    number = len(scoring.parties)
    given = ngettext("%(number)d party has given its scores.", "%(number)d parties have given their scores.", number)
    rule = _(
        "You see the scores of others once you have given yours, so that nobody copies. Everybody sees them when this "
        "stage is finished."
    )
    return f"{given % {'number': number}} {rule}" if number else f"{_('Nobody has given scores yet.')} {rule}"


def arithmetic(stage, reader):
    """The Glances of the page of scores: for each option how each side's total is made up, then what each party gave.

    R45: every number can be followed back to those who gave it.
    """
    scoring = scoring_of(stage, reader)
    if scoring.is_sealed or not (scoring.scores and scoring.options and scoring.criteria):
        words = sealed_in_words(scoring) if scoring.is_sealed else _("Nobody has given scores yet.")
        return [Glance(_("How the totals are made up"), [Remark(words)])]
    made_up = [_made_up(scoring, option) for option in scoring.options]
    told = _(
        "The score is the average of the parties of that side. Its part of the total is the score, times the "
        "criterion's share of what was scored."
    )
    given = [_given(scoring, party) for party in scoring.scores]
    return [
        Glance(_("How the totals are made up"), [Remark(told), *made_up]),
        Glance(_("What each party gave, and why"), given),
    ]


def _made_up(scoring, option):
    """Criterion, weight, and for each side the average score and its part of the total."""
    weighings = {str(name): scoring.weighed(side) for side, name in SIDES.items()}
    found = [each and _row_of(each, option) for each in weighings.values()]
    heads = [_("Criterion"), _("Weight")]
    for name in weighings:
        heads += [_("%(side)s: score") % {"side": name}, _("%(side)s: part of the total") % {"side": name}]
    rows = [
        row(link(criterion), criterion.weight, *(each for side in found for each in _part(side, scoring, number)))
        for number, criterion in enumerate(scoring.criteria)
    ]
    total = [each for side in found for each in ("–", tenths(side.score) if side and side.score is not None else "–")]
    rows.append(row(_("Total"), sum(each.weight for each in scoring.criteria), *total, is_total=True))
    return Table(str(option), heads, rows, is_of_numbers=True)


def _row_of(weighing, option):
    return next(each for each in weighing.rows if each.item == option)


def _part(found, scoring, number):
    """The average score of one criterion, and what it adds to the total."""
    if found is None or found.means[number] is None:
        return "–", "–"
    weights = [each.weight for each in scoring.criteria]
    scored = sum(weight for weight, mean in zip(weights, found.means, strict=True) if mean is not None)
    mean = found.means[number]
    how = f"{tenths(mean)} × {weights[number]}/{scored}"
    return tenths(mean), cell(tenths(mean * weights[number] / scored), note=how)


def _given(scoring, party):
    """What one party gave: options in rows, criteria in columns, each score with its reason."""
    given = scoring.scores[party]
    rows = [
        row(link(option), *(_score(given.get((option.pk, criterion.pk))) for criterion in scoring.criteria))
        for option in scoring.options
    ]
    return Table(str(party), [_("Option"), *map(str, scoring.criteria)], rows)


def _score(given):
    if given is None or given.score is None:
        return cell("–", note=given.why if given else "")
    return cell(given.score, note=given.why)
