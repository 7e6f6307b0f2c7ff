"""The options side by side: money, needs, and what each side's scores come to (R43, R45, R46)."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...glance import Glance, Table, cell, row
from ...limits import misfits_of
from ...models.score import why_cannot_score
from ...reading import references_of
from ...snapshot import label_of, money
from .criterion import Criterion
from .option import Option
from .scoring import scoring_of
from .totals import option_cell, totals, weights


def comparison(stage, reader):
    """What the options cost, save, meet and score; None while there is nothing yet."""
    scoring = scoring_of(stage, reader)
    parts = []
    if scoring.options:
        parts.append(_money(stage, reader, scoring.options))
    if scoring.criteria:
        parts.append(weights(scoring))
    parts += totals(stage, scoring) if scoring.options and scoring.criteria else []
    return Glance(_("The options side by side"), parts) if parts else None


def _money(stage, reader, options):
    """Costs, limits and needs; what does not fit is said in the words of its limit (R43)."""
    misfits = misfits_of(options, reader, stage.cycle)
    named = references_of(options, reader, stage.cycle)
    return Table(
        _("What each option costs, and which needs it meets"),
        [_("Option"), _("Cost a year"), _("Saving a year"), _("Fits the money"), _("Needs that it meets")],
        [
            row(
                option_cell(option), _pounds(option.cost_a_year), _pounds(option.saving_a_year),
                _fits(option, misfits[option.pk], named[option.pk]), _needs(named[option.pk]),
            )
            for option in options
        ],
    )  # fmt: skip


def _pounds(amount):
    return _("Not known") if amount is None else money(amount)


def _fits(option, misfits, named):
    """Whether its amounts fit; what the reader may not read tells neither a yes nor a no."""
    if misfits:
        return cell(_("No"), note="\n".join(each.words for each in misfits), mark="changed")
    held = [limit for limit in option.LIMITED_BY if getattr(option, limit.field) is not None]
    lines = [line for limit in held for line in _rows(named, limit.line)]
    if not lines:
        return cell(_("Not held against a budget line yet"))
    hidden = [words for words, url in lines if not url]
    return cell(_("Not open to you"), note="\n".join(hidden)) if hidden else cell(_("Yes"))


def _needs(named):
    rows = _rows(named, "needs_met")
    if not rows:
        return cell(_("None is named"))
    count = ngettext("%(number)d need", "%(number)d needs", len(rows)) % {"number": len(rows)}
    return cell(count, note="; ".join(words for words, _url in rows))


def _rows(named, name):
    """The (words, address) pairs of what one field of an option names, as the reader may have them."""
    label = label_of(Option, name)
    return next((each.rows for each in named if each.label == label), [])


def ways_to_compare(stage, reader):
    """The ways to give the scores of one's own party, to put in those of others, and to begin with criteria."""
    here, standing = [stage.cycle.slug, stage.kind_slug], stage.cycle.standing_of(reader)
    if not standing.is_involved:
        return
    sheets = sheets_of(stage, reader)
    for party in sheets:
        if party.pk in standing.belongs_to | standing.keeps:
            yield give_scores_of(party), reverse("scores_new", args=[*here, party.pk])
    if standing.runs and sheets:
        yield _("Put in scores from a sheet"), reverse("scores", args=here)
    if not Criterion.why_cannot_add(stage, reader) and Criterion.to_start_with(stage)[1]:
        yield _("Begin with five criteria from the Green Book"), reverse("criteria_start", args=here)


def sheets_of(stage, reader):
    """The participants whose scores this reader may put in now."""
    standing = stage.cycle.standing_of(reader)
    if not (stage.is_open and standing.is_involved and scoring_of(stage, reader).can_be_scored):
        return []
    return [each for each in stage.cycle.participants.active() if not why_cannot_score(stage, reader, each)]


def give_scores_of(party):
    """What the link to the sheet of a party says."""
    return _("Put in the scores of %(party)s") % {"party": party}
