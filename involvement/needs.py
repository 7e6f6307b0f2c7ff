"""What those who are asked to a meeting need, in numbers without names, and what whoever plans it does about it."""

from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from people.models import AccessNeed
from people.need_list import BY_SLUG, PLACES

from .models import Attendance, NeedSeenTo
from .models.session import NOT_YOURS, may_keep

CHANGED_MEANWHILE = _("Somebody else wrote here since you opened the page. What is saved now stands at each need.")


@dataclass(frozen=True)
class NeedAt:
    """One sort of need at one meeting: how many people have it, in which words, and how it is seen to (or None)."""

    sort: str
    number: int
    seen_to: NeedSeenTo | None
    own_words: list[str] = field(default_factory=list)

    @property
    def label(self):
        """What is needed, as the list says it."""
        return BY_SLUG[self.sort].words if self.sort in BY_SLUG else self.sort

    @property
    def is_gap(self):
        """Whether somebody needs it and nobody has seen to it."""
        return self.number > 0 and self.seen_to is None


def may_read_needs(session, reader):
    """Whether this reader plans the meeting, and so reads the numbers: an officer, or who keeps its party."""
    return may_keep(session.stage.cycle.standing_of(reader), session.participant_id)


def needs_at(session, reader):
    """The NeedAts of a meeting for whoever plans it, in the list's order; empty for others. Two queries."""
    return needs_at_each([session]).get(session.pk, []) if may_read_needs(session, reader) else []


def needs_at_each(sessions):
    """The NeedAts of each of these meetings by its id; who may read them is asked before. Two queries at any number."""
    counts, words = defaultdict(lambda: defaultdict(int)), defaultdict(lambda: defaultdict(list))
    for session, sort, said in _shared_at(sessions):
        counts[session][sort] += 1
        if said:
            words[session][sort].append(said)
    seen = defaultdict(dict)
    for row in NeedSeenTo.objects.filter(session__in=sessions).select_related("by"):
        seen[row.session_id][row.sort] = row
    found = {}
    for pk in {*counts, *seen}:
        sorts = sorted({*counts[pk], *seen[pk]}, key=lambda slug: PLACES.get(slug, len(PLACES)))
        found[pk] = [NeedAt(sort, counts[pk][sort], seen[pk].get(sort), sorted(words[pk][sort])) for sort in sorts]
    return found


def _shared_at(sessions):
    """(meeting, sort, own words) for each need that somebody who is asked lets whoever plans a meeting know."""
    expected = Attendance.objects.filter(session__in=sessions).expected()
    rows = AccessNeed.objects.for_planning().filter(person__attendances__in=expected)
    return rows.order_by().values_list("person__attendances__session_id", "sort", "words")


def stamp_of(needs):
    """What somebody has seen of how needs are seen to, as a short text; it differs once anybody wrote."""
    said = "\n".join(f"{each.sort} {each.seen_to.how}" for each in needs if each.seen_to)
    return sha256(said.encode()).hexdigest()[:16]


def refusal_to_see_to(session, person):
    """Why this person cannot say how needs are seen to, as a sentence; empty when they can."""
    return session.refusal_to_write(person) if may_read_needs(session, person) else NOT_YOURS


def see_to(session, by, stamp, how):
    """Say how needs are seen to; an empty text takes it back. Raises Refused.

    how: text by the slug of the sort, for those that were on the page. stamp: `stamp_of` what was seen there.
    """
    if sentence := refusal_to_see_to(session, by):
        raise moves.Refused(sentence)
    with ledger.writing(session.stage.cycle):
        needs = {each.sort: each for each in needs_at(session, by)}
        if stamp_of(needs.values()) != stamp:
            raise moves.Refused(CHANGED_MEANWHILE, conflict=True)
        for sort, text in how.items():
            _keep(session, by, needs.get(sort), text.strip())


def _keep(session, by, need, text):
    """Keep one text, unless it is the one that stands or its need is gone."""
    if need is None or text == (need.seen_to.how if need.seen_to else ""):
        return
    rows = NeedSeenTo.objects.filter(session=session, sort=need.sort)
    if not text:
        rows.delete()
    elif not rows.update(how=text, by=by, at=timezone.now()):
        NeedSeenTo.objects.create(session=session, sort=need.sort, how=text, by=by)
