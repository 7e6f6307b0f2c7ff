"""The results of a closed exercise as tables: side by side, then each side by itself (R45)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...glance import Cell, Glance, Remark, Table, link, row
from .results import FEW
from .sides import WHO_IS_WHO, Side

HALF = 2  # every score is whole or a half


def told(results, agreed):
    """All that the page of the results shows, as Glances. agreed: dict of the key of an Item -> Priority."""
    sides = [_one_side(results, side) for side in Side]
    return [
        Glance(_("Side by side"), [Remark(_method(results)), beside(results, agreed), *_agreement(results)]),
        *sides,
        Glance(_("Who gave ballots"), [Remark(WHO_IS_WHO), _parties(results)]),
    ]


def beside(results, agreed, title=""):
    """The Table of both sides' places, with the agreed ones and their reasons once there are any."""
    heads = [_("What"), _("Users’ place"), _("Professionals’ place")]
    heads += [_("Agreed place"), _("Why it differs")] if agreed else [_("How far apart")]
    rows = []
    for each in in_order(results, agreed):
        places = [each.users.label or "–", each.professionals.label or "–"]
        rows.append(row(_head(each, agreed), *places, *_last(each, agreed)))
    return Table(title, heads, rows, note=counted_in_words(results), has_long_last=bool(agreed))


def in_order(results, agreed):
    """The Compared things as they were agreed, where they were; else as users put them."""
    last = len(results.rows) + 1
    places = {pk: each.agreed_rank or last for pk, each in agreed.items()}
    return sorted(results.rows, key=lambda each: places.get(each.item.pk, last))


def counted_in_words(results):
    """How many ballots each side's places come from, as a sentence; few are said to be only so many."""
    users, professionals = results.users.ballots, results.professionals.ballots
    return _("%(users)s %(professionals)s") % {
        "users": _ballots(users, _("From users:")), "professionals": _ballots(professionals, _("From professionals:"))
    }  # fmt: skip


def _ballots(number, whose):
    if not number:
        return f"{whose} {_('no ballots.')}"
    if number < FEW:
        words = ngettext("only %(number)s ballot.", "only %(number)s ballots.", number)
    else:
        words = ngettext("%(number)s ballot.", "%(number)s ballots.", number)
    return f"{whose} {words % {'number': number}}"


def _method(results):
    return f"{results.name}: {results.explanation}"


def _agreement(results):
    yield Remark(results.agreement_in_words)
    if results.agreement.tau is not None:
        figure = f"{float(results.agreement.tau):.2f}".replace("-", "−")
        yield Remark(f"{results.agreement.name}: {figure}. {results.agreement.explanation}")


def _head(each, agreed):
    there = agreed.get(each.item.pk)
    return link(there) if there else Cell(str(each.item))


def _last(each, agreed):
    if not agreed:
        return [each.apart_in_words or "–"]
    there = agreed.get(each.item.pk)
    return [there.agreed_rank or "–", there.why_it_differs or "–"] if there else ["–", "–"]


def _one_side(results, side):
    """How one side's order came about: its ballots, who did not choose, the scores, and for pairs each pair."""
    result = results.users if side == Side.USERS else results.professionals
    parts = [Remark(_turned_out(result))]
    if result.ballots > result.abstentions:
        parts.append(_scores(results, result))
    if results.exercise.is_of_pairs and result.ballots > result.abstentions:
        parts += [Remark(result.finding), _pairs(result)]
    return Glance(str(side.label), parts)


def _turned_out(result):
    if not result.ballots:
        return _("No ballots.")
    few = _("Only %(number)s.") if result.ballots < FEW else _("%(number)s.")
    number = ngettext("%(count)s ballot", "%(count)s ballots", result.ballots) % {"count": result.ballots}
    sentence = ngettext(
        "%(count)s of them does not choose.", "%(count)s of them do not choose.", result.abstentions
    ) % {"count": result.abstentions}  # fmt: skip
    words = few % {"number": number}
    return f"{words} {sentence}" if result.abstentions else words


def _scores(results, result):
    of_points = results.exercise.is_of_points
    heads = [
        _("What"),
        _("Place"),
        _("Points"),
        _("Ballots that gave it any") if of_points else _("Ballots that say something of it"),
    ]
    rows = [row(each.item, each.label or "–", score_in_words(each.score), each.said) for each in result.rows]
    note = _("“=” before a place: it is shared.") if any(each.is_shared for each in result.rows) else ""
    return Table("", heads, rows, note=note, is_of_numbers=True)


def _pairs(result):
    """How many preferred the thing of a row to that of a column."""
    heads = [_("How many prefer this …"), *(_("to “%(item)s”") % {"item": each.item} for each in result.rows)]
    rows = []
    for number, each in enumerate(result.rows):
        cells = [_cell_of_pair(result, number, other) for other in range(len(result.rows))]
        rows.append(row(each.item, *cells))
    return Table(_("Each pair"), heads, rows, is_of_numbers=True)


def _cell_of_pair(result, one, other):
    if one == other:
        return "–"
    level = result.levels[one][other]
    return Cell(str(result.matrix[one][other]), note=_("the same: %(count)s") % {"count": level} if level else "")


def _parties(results):
    heads = [_("Who"), _("Side"), _("Ballots")]
    rows = [row(name, Side(side).label, number) for side, name, number in results.parties]
    return Table("", heads, rows, is_of_numbers=True)


def score_in_words(score):
    """A score as people write it: 7, 7½, or a dash when there is none."""
    if score is None:
        return "–"
    whole, half = divmod(score, 1)
    return f"{whole or ('' if half else 0)}{'½' if half else ''}"
