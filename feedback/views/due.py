"""What is due in a cycle, for those who run it."""

from django.views.decorators.http import require_safe

from cycle.models.cycle import NOT_AN_OFFICER
from cycle.views.finding import cycle_or_404
from people.answering import page, stop, way_back
from people.policy import open_to

from ..due import due_of, group_of, owners_of
from ..models import AnswerDraft

DRAFTS = 20  # so many of the newest drafts are listed


@require_safe
@open_to("signed in")
def cycle_due(request, slug):
    """What waits for an answer in the whole cycle, overdue first; and the drafts that were not sent yet (R82)."""
    cycle = cycle_or_404(request, slug)
    stop("" if cycle.standing_of(request.user).runs else NOT_AN_OFFICER)
    owner = request.GET.get("owner", "")
    due = due_of(cycle, request.user, owner, request.GET.get("after"))
    drafts = AnswerDraft.objects.visible_to(request.user, cycle).open().select_related("stage", "written_by", "reader")
    drafts = list(drafts[:DRAFTS])
    for draft in drafts:
        draft.stage.cycle = cycle
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "due": due,
        "groups": _groups(due.rows),
        "owners": owners_of(cycle),
        "owner": owner,
        "drafts": drafts,
        "older_url": f"?owner={owner if owner.isalnum() else ''}&after={due.more}" if due.more else "",
        "newer_url": "" if due.is_first else request.path,
    }
    return page(request, "feedback/due.html", context)


def _groups(rows):
    """(heading, rows) for each heading that there is, in their order."""
    groups = {}
    for row in rows:
        groups.setdefault(group_of(row.contribution.due_on), []).append(row)
    return list(groups.items())
