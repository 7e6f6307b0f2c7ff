"""Sorting what was said into themes, one thing or many at once, and taking that back (R38)."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.openness import Openness
from cycle.words import Verb

from .models import Coding, Contribution, Sorting, Theme
from .models.theme import ITSELF, NOT_USED

MOST = 5000  # so many at once; a longer list takes more than one act

SORTED = Verb("contributions sorted", _("sorted what people said into the theme"))
SORTED_OUT = Verb("contributions sorted out", _("took what people said out of the theme"))
THEMED = Verb("contribution sorted", _("sorted into themes:"))
UNDONE = Verb("sorting undone", _("took back how things were sorted in the theme"))
UNDONE_ONE = Verb("contribution sorting undone", _("took back how it was sorted:"))

NOTHING = _("Nothing was sorted: what you chose stands there already, or you chose nothing.")
UNDONE_ALREADY = _("This has been taken back already.")


def put(stage, by, theme, rows, out_of=None):
    """Put these contributions in a theme, and out of another one when `out_of` is given. Returns the Sorting.

    rows: a queryset of Contribution; of more than MOST the first. The number of queries does not grow with them
    but in steps of some hundreds. Raises Refused.
    """
    _may(stage, by, theme, *filter(None, [out_of]))
    if theme == out_of:
        raise moves.Refused(ITSELF)
    with ledger.writing(stage.cycle):
        pks = list(_of(rows, stage).exclude(_in(theme)).values_list("pk", flat=True)[:MOST])
        moved = list(_of(rows, stage).filter(_in(out_of)).values_list("pk", flat=True)[:MOST]) if out_of else []
        if not pks and not moved:
            raise moves.Refused(NOTHING)
        act = _act(SORTED, theme, by, theme)
        _take(act, out_of, moved)
        Coding.objects.bulk_create((Coding(contribution_id=pk, theme=theme, put=act) for pk in pks), batch_size=1000)
    return act


def take(stage, by, theme, rows):
    """Take these contributions out of a theme. Returns the Sorting. Raises Refused."""
    _may(stage, by, theme)
    with ledger.writing(stage.cycle):
        pks = list(_of(rows, stage).filter(_in(theme)).values_list("pk", flat=True)[:MOST])
        if not pks:
            raise moves.Refused(NOTHING)
        act = _act(SORTED_OUT, theme, by, theme)
        _take(act, theme, pks)
    return act


def choose(contribution, by, themes):
    """Let a contribution stand in just these of the themes in use. Returns the Sorting, or None. Raises Refused."""
    stage = contribution.stage
    _may(stage, by, *themes)
    with ledger.writing(stage.cycle):
        there = Coding.objects.standing().filter(contribution=contribution, theme__state=Theme.State.USED)
        now, wanted = set(there.values_list("theme_id", flat=True)), {theme.pk for theme in themes}
        if now == wanted:
            return None
        act = _act(THEMED, contribution, by)
        there.filter(theme__in=now - wanted).update(taken=act)
        Coding.objects.bulk_create(
            Coding(contribution=contribution, theme_id=pk, put=act) for pk in sorted(wanted - now)
        )
    return act


def merge(theme, by, into):
    """Put everything of one theme in another one and use it no more. Returns the Sorting. Raises Refused."""
    with ledger.writing(theme.cycle):
        event = theme.merge(by, into)
        act = Sorting.objects.create(stage=theme.stage, theme=into, by=by, event_number=event.number)
        held = Coding.objects.standing().under(theme)
        there = Coding.objects.standing().under(into).values("contribution_id")
        new = held.exclude(contribution__in=there).values_list("contribution_id", flat=True)
        Coding.objects.bulk_create((Coding(contribution_id=pk, theme=into, put=act) for pk in new), batch_size=1000)
        held.update(taken=act)
    return act


def refusal_to_undo(act, person):
    """Why this person cannot take this act back; empty when they can."""
    if sentence := Theme.refusal_to_make(act.stage, person):
        return sentence
    return UNDONE_ALREADY if act.undoes_id or act.is_undone else ""


def undo(act, by):
    """Take an act back, as far as nobody has sorted the same things since. Returns the Sorting. Raises Refused."""
    with ledger.writing(act.stage.cycle):
        if sentence := refusal_to_undo(act, by):
            raise moves.Refused(sentence, conflict=sentence == UNDONE_ALREADY)
        undone = _undoing(act, by)
        act.codings_put.standing().update(taken=undone)
        again = Coding.objects.standing().filter(contribution=OuterRef("contribution"), theme=OuterRef("theme"))
        lost = act.codings_taken.filter(~Exists(again)).values_list("contribution_id", "theme_id")
        Coding.objects.bulk_create(
            (Coding(contribution_id=pk, theme_id=theme, put=undone) for pk, theme in lost), batch_size=1000
        )
    return undone


def _undoing(act, by):
    """The Sorting that takes this one back, with its event; a theme that was closed by it is used again."""
    merged = Theme.objects.filter(merged_into=act.theme, codings__taken=act, state=Theme.State.MERGED).first()
    if merged:
        merged.stage, merged.cycle = act.stage, act.stage.cycle
        number = merged.use_again(by).number
        return Sorting.objects.create(stage=act.stage, theme=merged, by=by, event_number=number, undoes=act)
    if act.theme:
        return _act(UNDONE, act.theme, by, act.theme, undoes=act)
    coding = Coding.objects.select_related("contribution").filter(put=act).first()
    coding = coding or Coding.objects.select_related("contribution").filter(taken=act).first()
    return _act(UNDONE_ONE, coding.contribution, by, stage=act.stage, undoes=act)


def _act(verb, thing, by, theme=None, stage=None, undoes=None):
    """The Sorting of something, with its one event."""
    stage = stage or thing.stage
    openness = getattr(thing, "openness", Openness.WITHHELD)
    event = ledger.record(verb, thing, by, cycle=stage.cycle, stage=stage, openness=openness)
    return Sorting.objects.create(stage=stage, theme=theme, by=by, event_number=event.number, undoes=undoes)


def _take(act, theme, pks):
    """End the places of these contributions in a theme, in steps that every database takes."""
    for start in range(0, len(pks), 1000):
        Coding.objects.standing().under(theme).filter(contribution__in=pks[start : start + 1000]).update(taken=act)


def _in(theme):
    return Exists(Coding.objects.standing().filter(contribution=OuterRef("pk"), theme=theme))


def _of(rows, stage):
    return Contribution.objects.in_stage(stage).filter(pk__in=rows.order_by().values("pk")).order_by("-pk")


def _may(stage, by, *themes):
    """Raise Refused when this person cannot sort here, or a theme is not one of this stage in use."""
    if sentence := Theme.refusal_to_make(stage, by):
        raise moves.Refused(sentence)
    if any(theme.stage_id != stage.pk or not theme.is_used for theme in themes):
        raise moves.Refused(NOT_USED)
