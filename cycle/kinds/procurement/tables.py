"""What the pages of a tender draw: the panel with its ties, how totals are made up, what each member gave (R54-R56)."""

from django.utils.formats import date_format, number_format
from django.utils.text import get_text_list
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ...glance import Cell, Glance, Remark, Table, cell, row
from .adding import mean
from .results import measure_of, results_of


def two_places(number):
    """An exact number with up to two places after the point, as the reader's language writes it."""
    text = number_format(round(float(number), 2), 2)
    return text.removesuffix("00").rstrip(".,") if text.endswith("00") else text


def day_of(moment):
    """The day of a moment."""
    return date_format(localtime(moment), "j F Y")


def panel_told(found, reader):
    """The Glance of who sits on the panel, with what helps them and how far they are."""
    knows_names = found.tender.stage.cycle.standing_of(reader).is_involved
    heads = [_("Who"), _("Side"), _("Training"), _("Technical help"), _("Ties to bidders"), _("Scores")]
    rows = [_member(found, each, knows_names) for each in found.members]
    if not rows:
        return Glance(_("The panel"), [Remark(_("Nobody sits on the panel yet."))])
    note = _("To use the service is no tie to a bidder. It is why users sit here.")
    return Glance(_("The panel"), [Table("", heads, rows, note=note)])


def _member(found, member, knows_names):
    left = _("Left on %(day)s") % {"day": day_of(member.left_at)} if member.has_left else ""
    if left and knows_names:
        left = f"{left}: {member.left_because}"
    who = cell(member.told_as(knows_names), note=left, mark="changed" if left else "")
    return row(
        who, member.get_side_display(), _training(member), (member.help_named if knows_names else "") or "–",
        _declared(found, member), _handed_in(found, member),
    )  # fmt: skip


def _training(member):
    if member.training_taken_on:
        return _("Taken on %(day)s") % {"day": date_format(member.training_taken_on, "j F Y")}
    if member.training_offered_on:
        return _("Offered on %(day)s") % {"day": date_format(member.training_offered_on, "j F Y")}
    return cell(_("Not offered yet"), mark="changed")


def _declared(found, member):
    """How many bidders a member has said it of, and whether something waits or was decided; never which ties."""
    of_all = found.standing_bids
    said = [found.declaration(member, bid) for bid in of_all if found.declaration(member, bid)]
    if not said:
        return _("Nothing said yet") if of_all else "–"
    words = _("Said of %(number)d of %(all)d") % {"number": len(said), "all": len(of_all)}
    ties = sum(not each.is_none for each in said)
    gone = sum(each.is_withdrawal for each in said)
    notes = [
        _("Ties: %(number)d") % {"number": ties} if ties else "",
        _("Does not judge: %(number)d") % {"number": gone} if gone else "",
        _("Waits to be decided: %(number)d") % {"number": len(found.pending(member))} if found.pending(member) else "",
    ]
    return cell(words, note="\n".join(filter(None, notes)), mark="changed" if found.pending(member) else "")


def _handed_in(found, member):
    if member.handed_in_at:
        return _("Handed in on %(day)s") % {"day": day_of(member.handed_in_at)}
    return _("Not yet") if found.tender.is_opened and found.duties(member) and not member.has_left else "–"


def results_told(found, reader):
    """The Glances of a tender whose scores are open: what it comes to, how it is made up, what each member gave.

    reader: reads nothing more of a bid that they take no part in judging.
    """
    totals = results_of(found).totals
    open_ones = [each for each in found.standing_bids if not found.keeps_out(reader.pk, each)]
    came_to = [row(each.bid.bidder, _total(each), _place(each)) for each in totals]
    method = _(
        "Each adds its weight, times its score, divided by the highest score there is. The lowest price has all "
        "of its weight, a price twice as high has half of it. All sums are exact, and equal totals share a place."
    )
    return [
        Glance(
            _("What it comes to"),
            [Table("", [_("Bidder"), _("Total, out of 100"), _("Place")], came_to, note=method, is_of_numbers=True)],
        ),
        Glance(_("How each total is made up"), [made_up(found, each) for each in totals if each.bid in open_ones]),
        Glance(_("What each member gave, and why"), _given(found, open_ones)),
    ]


def _total(total):
    if total.is_out:
        return cell(_("Out"), note=_("It has less than the lowest score that is good enough."), mark="changed")
    return "–" if total.points is None else two_places(total.points)


def _place(total):
    if total.place is None:
        return "–"
    return _("%(place)d, shared") % {"place": total.place} if total.is_shared else str(total.place)


def made_up(found, total):
    """The table of how one total is made up, step by step."""
    rows = [_part(criterion, part) for criterion, part in zip(found.criteria, total.parts, strict=True)]
    rows.append(row(_("Total"), sum(each.weight for each in found.criteria), "–", _total(total), is_total=True))
    heads = [_("Criterion"), _("Weight"), _("Score"), _("What it adds")]
    return Table(total.bid.bidder, heads, rows, is_of_numbers=True)


def _part(criterion, part):
    if part.score is None:
        missing = _("No score yet") if criterion.is_scored else _("Not worked out")
        return row(cell(criterion, note=criterion.get_owner_display()), criterion.weight, cell("–", note=missing), "–")
    score = cell(
        _("%(score)s of %(top)d") % {"score": two_places(part.score), "top": criterion.top},
        note=_("Lowest that is good enough: %(minimum)d") % {"minimum": criterion.minimum} if part.is_short else "",
        mark="changed" if part.is_short else "",
    )
    how = f"{criterion.weight} × {two_places(part.score)}/{criterion.top}"
    return row(
        cell(criterion, note=criterion.get_owner_display()), criterion.weight, score,
        cell(two_places(part.points), note=how),
    )  # fmt: skip


def _given(found, bids):
    """For each criterion a table: the bids in rows, the members in columns, then the average and what they came to."""
    parts = []
    for criterion in found.scored_criteria:
        members = [each for each in found.members if any(found.score(each, bid, criterion) for bid in bids)]
        heads = [_("Bidder"), *(f"{each} ({each.get_side_display()})" for each in members), _("Average"),
                 _("What they came to")]  # fmt: skip
        rows = [_of_bid(found, bid, criterion, members) for bid in bids]
        parts.append(Table(str(criterion), heads, rows, note=criterion.what_scores_mean))
    return parts or [Remark(_("No criterion is scored by people."))]


def _of_bid(found, bid, criterion, members):
    counted = {member.pk for member, _there in found.counted(bid, criterion)}
    average = mean(there.score for _member, there in found.counted(bid, criterion))
    cells = [_one(found.score(each, bid, criterion), each.pk in counted) for each in members]
    return row(
        bid.bidder, *cells, "–" if average is None else two_places(average), _came_to(found, bid, criterion)
    )  # fmt: skip


def _one(there, is_counted):
    if there is None or not there.locked_at:
        return "–"
    if not is_counted:
        return cell(there.score, note=f"{_('Withdrawn, left out.')} {there.why}", mark="changed")
    return cell(there.score, note=there.why)


def _came_to(found, bid, criterion):
    there = found.moderated(bid, criterion)
    url = found.tender.get_url("moderation", bid.pk, criterion.pk)
    if there is None:
        return Cell(_("Not yet: write it down"), url)
    names = get_text_list([str(each) for each in found.present_at(there)], _("and"))
    who = _("There: %(names)s.") % {"names": names}
    return Cell(str(there.score), url, note=f"{there.why} {who}".strip())


def assessment_told(found, bid):
    """The Glance of how one bid was assessed: criterion, weight, method, scores to be had and given, why (R55)."""
    total = results_of(found).of(bid)
    rows = []
    for criterion, part in zip(found.criteria, total.parts, strict=True):
        there = found.moderated(bid, criterion)
        score = _("%(score)s of %(top)d") % {
            "score": "–" if part.score is None else two_places(part.score), "top": measure_of(criterion).top,
        }  # fmt: skip
        method = criterion.get_owner_display()
        why = (there.why if there else "") or _as_given(found, bid, criterion)
        rows.append(row(cell(criterion, note=criterion.what_scores_mean), criterion.weight, method, score, why))
    rows.append(row(_("Total"), sum(each.weight for each in found.criteria), "–", _total(total), "–", is_total=True))
    heads = [_("Criterion, and what it measures"), _("Weight"), _("Who scored it"), _("Score"), _("Why")]
    return Glance(_("How this bid was assessed"), [Table("", heads, rows, has_long_last=True)])


def _as_given(found, bid, criterion):
    if not criterion.is_scored:
        return _("It is worked out from the price, against the lowest one.")
    return _("It is what the panel gave on average.") if found.moderated(bid, criterion) else "–"
