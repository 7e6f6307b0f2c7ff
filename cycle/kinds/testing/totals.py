"""What matters and how much, and what the scores of each side come to (R45)."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...glance import Remark, Table, cell, link, row
from .arithmetic import sealed_in_words, tenths
from .option import Option
from .scoring import SIDES


def option_cell(option):
    """The Cell of an option: where it stands, and why it was dropped (R46)."""
    if option.standing != Option.Standing.DROPPED:
        return link(option, note=option.get_standing_display())
    return link(option, note=_("Dropped: %(why)s") % {"why": option.dropped_because}, mark="changed")


def weights(scoring):
    """The criteria with their weights, and the share of the whole that each has."""
    whole = sum(each.weight for each in scoring.criteria)
    return Table(
        _("What matters, and how much"),
        [_("Criterion"), _("Weight"), _("What a score means")],
        [
            row(
                link(each, note=each.get_sort_display()),
                cell(each.weight, note=_("%(share)d%% of the whole") % {"share": round(100 * each.weight / whole)}),
                each.how_judged,
            )
            for each in scoring.criteria
        ],
        note=_left_out(scoring),
    )  # fmt: skip


def _left_out(scoring):
    if not scoring.left_out:
        return ""
    return ngettext(
        "%(number)d criterion is not open to you. The totals that you see leave it out.",
        "%(number)d criteria are not open to you. The totals that you see leave them out.",
        scoring.left_out,
    ) % {"number": scoring.left_out}


def totals(stage, scoring):
    """The weighted totals of each side, or why they are not shown yet."""
    if scoring.is_sealed:
        return [Remark(sealed_in_words(scoring))]
    if not scoring.scores:
        return [Remark(_("Nobody has given scores yet."))]
    sides = {side: scoring.weighed(side) for side in SIDES}
    heads = [f"{name} ({_parties(len(scoring.of_side(side)))})" for side, name in SIDES.items()]
    rows = [row(_where(option), *(_total(sides[side], option) for side in SIDES)) for option in scoring.options]
    method = _(
        "Each party gives each option a score from 0 to 10 for each criterion. The scores of a side are averaged, and "
        "what has more weight counts for more. What nobody scored is left out: it does not count as 0. "
        "A total can be from 0 to 10."
    )
    url = reverse("scores", args=[stage.cycle.slug, stage.kind_slug])
    return [
        Table(_("What the scores come to"), [_("Option"), *heads], rows, note=method),
        Remark(_("See every score with its reason, and how each total is made up"), url=url),
    ]


def _where(option):
    return link(option, note=option.get_standing_display())


def _parties(number):
    return ngettext("%(number)d party", "%(number)d parties", number) % {"number": number}


def _total(weighing, option):
    found = next((each for each in weighing.rows if each.item == option), None) if weighing else None
    if found is None or found.score is None:
        return cell(_("No score"))
    place = _("Place %(place)s") % {"place": found.label.removeprefix("=")}
    if found.is_shared:
        place = _("Place %(place)s, shared") % {"place": found.place}
    return cell(tenths(found.score), note="\n".join(filter(None, [place, found.note])))
