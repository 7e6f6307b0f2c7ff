"""Priorities at a glance, for the page of the work, the report and the print (R45).

What is drawn here is read by many. It asks an exercise only for its `results`, which are None until it is closed.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...glance import Glance, Remark, Table, link, read_by, row
from .exercise import Exercise
from .priority import Priority
from .tables import beside


def side_by_side(stage, reader):
    """Each exercise that the reader may read: the open ones with how many ballots came, the closed ones counted."""
    agreed = {}
    for each in read_by(reader, stage, Priority):
        agreed.setdefault(each.item_id, []).append(each)
    by_hand = agreed.pop(None, [])
    by_item = {pk: rows[0] for pk, rows in agreed.items()}
    parts = []
    for exercise in read_by(reader, stage, Exercise):
        exercise.stage = stage
        parts += _told(exercise, by_item)
    if ranked := [each for each in by_hand if each.agreed_rank or each.users_rank or each.professionals_rank]:
        parts.append(_by_hand(ranked, _("Put down without an exercise") if parts else ""))
    return Glance(_("Side by side"), parts) if parts else None


def _told(exercise, by_item):
    if exercise.is_open:
        return [Remark(_still_open(exercise), url=exercise.get_absolute_url())]
    if (results := exercise.results) is None:
        return []
    agreed = {item.pk: by_item[item.pk] for item in results.items if item.pk in by_item}
    return [
        beside(results, agreed, title=str(exercise)),
        Remark(results.agreement_in_words),
        Remark(
            _("How it was counted: %(exercise)s") % {"exercise": exercise}, url=exercise.get_url("exercise_results")
        ),
    ]


def _still_open(exercise):
    came = exercise.turnout
    total = came.users + came.professionals
    words = ngettext(
        "“%(exercise)s” is open. %(count)s ballot is in: users %(users)s, professionals %(professionals)s.",
        "“%(exercise)s” is open. %(count)s ballots are in: users %(users)s, professionals %(professionals)s.",
        total,
    )
    return words % {"exercise": exercise, "count": total, "users": came.users, "professionals": came.professionals}


def _by_hand(priorities, title):
    heads = [_("What"), _("Users’ place"), _("Professionals’ place"), _("Agreed place"), _("Why it differs")]
    names = ("users_rank", "professionals_rank", "agreed_rank", "why_it_differs")
    rows = [row(link(each), *(getattr(each, name) or "–" for name in names)) for each in priorities]
    return Table(title, heads, rows, has_long_last=True)
