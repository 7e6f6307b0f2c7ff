"""The information line runs between what is shown and what is kept back; when it moves, the ledger says so (R14)."""

from django.utils.translation import gettext_lazy as _

from . import ledger
from .openness import KEPT_BACK, Level, stricter
from .words import Verb

KEPT = Verb("line kept back", _("kept back"))
SHOWN = Verb("line shown", _("showed what had been kept back:"))
SHIFTED = Verb("line shifted", _("changed who may read"))
MOVEMENTS = (KEPT.slug, SHOWN.slug, SHIFTED.slug)


def tell(record, by, *, was=None, was_open_to=None, reason=""):
    """Write that a record has come to another level. Call it inside `ledger.writing`. Returns the Event, or None.

    was: the Level before, None for a new record; was_open_to: its openness before. reason: of the change, kept only
    where no more people read this event than may read the reason.
    """
    now = record.line_level
    if now == (was or Level.PUBLIC):
        return None
    before = {"line": str(was)} if was else {}
    after = {"line": str(now), **({"line_because": record.kept_back_because} if now in KEPT_BACK else {})}
    is_read_by_no_more = stricter(record.openness, was_open_to or record.openness) == record.openness
    return ledger.record(
        _verb(was, now), record, by, cycle=record.stage.cycle, stage=record.stage, before=before, after=after,
        reason=reason if is_read_by_no_more else "", openness=record.openness,
    )  # fmt: skip


def _verb(was, now):
    if (was in KEPT_BACK) == (now in KEPT_BACK):
        return SHIFTED
    return KEPT if now in KEPT_BACK else SHOWN
