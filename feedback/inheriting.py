"""What earlier cycles left to this one: lessons, actions, unkept promises, what has no answer or is withheld (R87).

Earlier cycles are those of the same authority and sector that began before. Each thing they left is taken up or left,
with a reason. Lessons of other authorities in the same sector are offered, and nobody has to say anything to them.
"""

from dataclasses import dataclass, field, replace

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cycle.models import RECORDS, Cycle, Stage
from cycle.models.cycle import learn_standings
from cycle.openness import Openness
from cycle.reading import hidden_in_words
from cycle.register import register_of

from .models import Contribution, Legacy, Promise

CYCLES = 5  # so many of the newest earlier cycles are looked at
OFFERED = 10  # so many lessons of other authorities are offered; the library has the rest
LESSON, ACTION = (next(model for model in RECORDS if part == model.PART) for part in ("lesson", "action"))

NOT_ALL_TAKEN_OR_LEFT = gettext_lazy(
    "Earlier cycles left something that nobody has taken up or left yet. Say what becomes of each."
)


@dataclass(frozen=True)
class Left:
    """One thing that an earlier cycle left, for one reader. words: what it is; about: more of it, or empty.

    public_words: what it is for everybody. sort: in words, the same for all of one sort. url: where it is read; empty,
    as is `earlier`, where the reader may know only that there is something. legacy: what was decided, or None.
    """

    sort: str
    thing_type: str
    thing_id: int
    words: str
    about: str
    url: str
    earlier: Cycle | None
    public_words: str
    legacy: Legacy | None = None

    @property
    def key(self):
        """Its value in a form."""
        return f"{self.thing_type}:{self.thing_id}"


@dataclass(frozen=True)
class Inheritance:
    """What was left to a cycle, for one reader. own: by earlier cycles of the same authority. offered: by others."""

    own: list[Left]
    offered: list[Left] = field(default_factory=list)

    @property
    def all(self):
        return [*self.own, *self.offered]

    @property
    def undecided(self):
        """Those of its own earlier cycles of which nobody has said yet what becomes of them."""
        return [each for each in self.own if each.legacy is None]

    @property
    def decided(self):
        """Everything that was taken up or left."""
        return [each for each in self.all if each.legacy]

    @property
    def still_offered(self):
        return [each for each in self.offered if each.legacy is None]


def inheritance_of(cycle, reader):
    """The Inheritance of a cycle, as far as this reader may read it; as many queries at any number of things."""
    earlier = list(_earlier(cycle, reader).filter(authority=cycle.authority_id)[:CYCLES])
    learn_standings(reader, earlier)
    own = [left for each in earlier for left in _left_by(each, reader)]
    decided = {(row.thing_type, row.thing_id): row for row in Legacy.objects.in_cycle(cycle)}
    inheritance = Inheritance(_with(decided, own), _with(decided, _offered(cycle, reader)))
    seen = {(each.thing_type, each.thing_id) for each in inheritance.all}
    hidden = [_hidden(row) for key, row in decided.items() if key not in seen]
    return Inheritance([*inheritance.own, *hidden], inheritance.offered)


def not_taken_or_left(cycle, reader):
    """A sentence while something that was left to the cycle is neither taken up nor left, else nothing."""
    return NOT_ALL_TAKEN_OR_LEFT if inheritance_of(cycle, reader).undecided else ""


def _earlier(cycle, reader):
    """The cycles in this sector that began before this one and that the reader may know of, the newest first."""
    known = Cycle.objects.visible_to(reader).filter(sector__iexact=cycle.sector, started_at__lt=cycle.started_at)
    return known.exclude(pk=cycle.pk).select_related("authority").order_by("-started_at", "-pk")


def _with(decided, lefts):
    return [replace(each, legacy=decided.get((each.thing_type, each.thing_id))) for each in lefts]


def _hidden(legacy):
    """What was decided about something that this reader may not read, or that is no longer left open."""
    words = legacy.words
    return Left(_("From an earlier cycle"), legacy.thing_type, legacy.thing_id, words, "", "", None, words, legacy)


def _left_by(earlier, reader):
    """What one earlier cycle left; only its lessons and unkept promises while it is still under way."""
    yield from _lessons(earlier, reader)
    yield from _promises(earlier, reader)
    if earlier.is_closed:
        yield from _actions(earlier, reader)
        yield from _without_answer(earlier)
        yield from _kept_back(earlier)


def _lessons(earlier, reader):
    for each in LESSON.objects.in_cycle(earlier).visible_to(reader, earlier):
        each.stage.cycle = earlier
        yield _record(_("Lesson"), each, earlier, each.summary)


def _actions(earlier, reader):
    rows = ACTION.objects.in_cycle(earlier).visible_to(reader, earlier)
    for each in rows.filter(standing=ACTION.Standing.OPEN):
        each.stage.cycle = earlier
        yield _record(_("Action that was still open"), each, earlier, each.summary)


def _record(sort, record, earlier, about):
    url, public = record.get_absolute_url(), _in_public(record, earlier)
    return Left(sort, record._meta.label_lower, record.pk, record.title, about, url, earlier, public)


def _in_public(thing, earlier):
    """What everybody may be told that this thing is: its name, or only of what sort it is."""
    is_public = earlier.is_published and thing.openness == Openness.PUBLIC
    return getattr(thing, "what", str(thing)) if is_public else hidden_in_words(type(thing))


def _promises(earlier, reader):
    """Promises that were broken or kept in part, and those that are still open after the cycle was closed."""
    rows = Promise.objects.visible_to(reader, earlier).unkept()
    for each in (rows if earlier.is_closed else rows.concluded()).for_list():
        each.cycle = each.stage.cycle = earlier
        url, label = each.get_absolute_url(), each._meta.label_lower
        state, public = each.get_state_display(), _in_public(each, earlier)
        yield Left(_("Promise that was not kept"), label, each.pk, each.what, state, url, earlier, public)


def _without_answer(earlier):
    """For each stage of a closed cycle how many people never got an answer."""
    owed = dict(
        Contribution.objects.filter(stage__cycle=earlier).owed().order_by().values_list("stage").annotate(Count("pk"))
    )
    for stage in Stage.objects.filter(pk__in=owed).order_by("place"):
        number = owed[stage.pk]
        words = ngettext(
            "%(number)d thing that people said in “%(stage)s” has no answer",
            "%(number)d things that people said in “%(stage)s” have no answer",
            number,
        ) % {"number": number, "stage": stage}
        url = reverse("contributions", args=[earlier.slug, stage.kind_slug]) + "?answered=no"
        yield Left(
            _("People who wait for an answer"), stage._meta.label_lower, stage.pk, words, "", url, earlier, words
        )


def _kept_back(earlier):
    """What a closed cycle still keeps back, with the reason that everybody may read, and never more."""
    url = reverse("information_line", args=[earlier.slug])
    for each in register_of(earlier).records:
        words = _("One %(noun)s that is kept back") % {"noun": each._meta.verbose_name}
        label = each._meta.label_lower
        yield Left(_("Kept back"), label, each.pk, words, each.kept_back_because, url, earlier, words)


def _offered(cycle, reader):
    """Lessons of other authorities in the same sector, the newest first (R87)."""
    others = _earlier(cycle, reader).exclude(authority=cycle.authority_id)
    rows = LESSON.objects.visible_to(reader).filter(stage__cycle__in=others.order_by().values("pk"))
    for each in rows.select_related("stage__cycle__authority").order_by("-pk")[:OFFERED]:
        yield _record(_("Lesson of others"), each, each.stage.cycle, each.summary)
