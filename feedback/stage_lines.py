"""Each stage of a cycle in a line: where it stands, what was agreed, what changed since, and on whom it waits (R6)."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, Case, OuterRef, Q, Value, When
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cycle.models import Event
from cycle.reading import read_events
from involvement import status as agreement
from involvement.status import AgreementStatus, statuses_of

from .counting import AtMost, in_words
from .due import overdue_in_words
from .models import Contribution
from .state import AGREEING, CHANGED, DECLINED, FINISHED, NOT_YET, OPEN, PREPARING, WORDS, shape_of

NAMED = 1  # so many parties are named in a note before the rest is counted
AGREEMENTS = {
    agreement.NONE: gettext_lazy("none yet"),
    agreement.DRAFT: gettext_lazy("being drafted"),
    agreement.WAITING: gettext_lazy("waits for signatures (version %(version)d)"),
    agreement.DECLINED: gettext_lazy("declined (version %(version)d)"),
    agreement.IN_FORCE: gettext_lazy("in force (version %(version)d)"),
    agreement.OUT_OF_DATE: gettext_lazy("signed before a change (version %(version)d)"),
}


@dataclass(frozen=True)
class Changes:
    """How much changed after an agreement was signed, and the newest of it as the reader may have it.

    count: counted with `at_most`. title: empty when the newest is not open to the reader.
    """

    count: int
    title: str
    at: object

    def in_words(self, longest=160):
        """ "2 changes since, the newest: Meals 2023, 12 May". longest: so many characters of its title are told."""
        title = Truncator(self.title or _("something that is not open to you")).chars(longest)
        words = ngettext(
            "%(count)s change since: %(title)s, %(day)s",
            "%(count)s changes since, the newest: %(title)s, %(day)s",
            self.count,
        )
        day = date_format(localtime(self.at), "j F")
        return words % {"count": in_words(self.count), "title": title, "day": day}


@dataclass(frozen=True)
class StageLine:
    """One stage: its shape and word, its agreement, what changed since, on whom it waits, what was said in it.

    said, waiting, overdue: counted with `at_most`. agreement: where it stands, in a few words. waits_for: the names of
    parties, or the officers. note: a few words of news, for where there is little room.
    """

    stage: object
    status: AgreementStatus
    shape: str
    said: int
    waiting: int
    note: str = ""
    agreement: str = ""
    changes: Changes | None = None
    waits_for: tuple[str, ...] = ()
    overdue: int = 0

    @property
    def word(self):
        return str(WORDS[self.shape])

    @property
    def facts(self):
        """What the list of stages says of it, as pairs of words and a mark; nothing where nothing is the matter."""
        agreed = [(_("Agreement: %(words)s") % {"words": self.agreement}, "")] if self.agreement else []
        changes = [(self.changes.in_words(), "changed")] if self.changes else []
        waits = [(_("Waits for %(names)s") % {"names": listed(self.waits_for)}, "")] if self.waits_for else []
        said = [(", ".join(counted(self.said, self.waiting)), "")] if self.said else []
        overdue = [(overdue_in_words(self.overdue), "changed")] if self.overdue else []
        return (*agreed, *changes, *waits, *said, *overdue)


def stage_lines(cycle, reader):
    """A StageLine for each stage of the cycle, in their order, as this reader may have them.

    The number of queries is the same at any number of contributions and events.
    """
    of_stage = Contribution.objects.filter(stage=OuterRef("pk"))
    counts = {
        "said": AtMost(of_stage), "waiting": AtMost(of_stage.owed()), "overdue": AtMost(of_stage.overdue()),
    }  # fmt: skip
    stages = list(cycle.stages.order_by("place").annotate(**counts))
    for stage in stages:
        stage.cycle = cycle
    statuses = statuses_of(stages)
    changes = _changes(cycle, statuses, reader)
    return [_line(stage, statuses[stage.pk], changes.get(stage.pk)) for stage in stages]


def _line(stage, status, changes):
    shape = shape_of(stage, status)
    return StageLine(
        stage, status, shape, stage.said, stage.waiting,
        note=_note(stage, status, shape, changes),
        agreement="; ".join(_agreed(stage, status)),
        changes=changes,
        waits_for=tuple(_waits_for(stage, status, shape)),
        overdue=stage.overdue,
    )  # fmt: skip


def _changes(cycle, statuses, reader):
    """The Changes of each stage whose agreement was signed before a change, as a dict by stage id."""
    stale = {
        pk: status for pk, status in statuses.items() if status.word == agreement.OUT_OF_DATE and status.changed_at
    }
    if not stale:
        return {}
    newest = list(Event.objects.numbered([cycle], {status.changed_at for status in stale.values()}))
    lines = {line.event.number: line for line in read_events(newest, reader, cycle)}
    counts = _count(cycle, stale)
    found = {}
    for pk, status in stale.items():
        line = lines[status.changed_at]
        found[pk] = Changes(counts[pk], "" if line.is_hidden else line.title, line.at)
    return found


def _count(cycle, stale):
    """How many material events each of these stages has had since its oldest stale signature; one query.

    Where those who signed have left and no signature is stale, the newest change is the one that counts.
    """
    since, until = (
        Case(*(When(pk=pk, then=Value(number)) for pk, number in numbers.items()), output_field=BigIntegerField())
        for numbers in (
            {pk: _since(status) for pk, status in stale.items()},
            {pk: status.changed_at for pk, status in stale.items()},
        )
    )
    concerned = Event.objects.filter(
        Q(stage=OuterRef("pk")) | Q(reach=Event.Reach.CYCLE),
        cycle=cycle, number__gt=OuterRef("since"), number__lte=OuterRef("until"),
    )  # fmt: skip
    stages = cycle.stages.filter(pk__in=stale).annotate(since=since, until=until)
    return dict(stages.annotate(changes=AtMost(concerned.material())).values_list("pk", "changes"))


def _since(status):
    return status.changed_at - 1 if status.stale_since is None else status.stale_since


def _agreed(stage, status):
    """Where its agreement stands: an override first, then the version that was proposed last."""
    if status.override:
        yield _("opened without one")
    if stage.state != stage.State.NOT_YET and (status.agreement or not status.override):
        words = str(AGREEMENTS[status.word])
        yield words % {"version": status.agreement.version} if status.agreement else words


def _waits_for(stage, status, shape):
    """The names of those on whom a stage waits: parties that have to sign, or the officers for what is their work."""
    names = [str(each.party) for each in status.parties if each.is_waited_for and not each.has_declined]
    if shape in (FINISHED, NOT_YET):
        return []
    if shape in (PREPARING, DECLINED):
        return [_("the officers")]
    return names or ([_("the officers")] if stage.waiting or shape == CHANGED else [])


def _note(stage, status, shape, changes):
    """A few words of news about a stage."""
    if shape == CHANGED:
        return _("on %(day)s, sign again") % {"day": date_format(localtime(changes.at), "j F")} if changes else ""
    if shape == AGREEING:
        names = [str(each.party) for each in status.parties if each.is_waited_for]
        return _("waits for %(names)s") % {"names": listed(names, NAMED)} if names else ""
    if shape == DECLINED:
        names = [str(each.party) for each in status.parties if each.has_declined]
        return _("%(names)s said no") % {"names": listed(names, NAMED)}
    if shape in (OPEN, FINISHED):
        without = [_("without agreement")] if status.override else []
        return ", ".join(without + counted(stage.said, stage.waiting))
    return ""


def counted(said, waiting):
    """How much was said and how much of it waits, in a few words each; nothing when nothing was said."""
    if not said:
        return []
    words = [_("%(count)s said") % {"count": in_words(said)}]
    if waiting:
        waits = ngettext("%(count)s waits for an answer", "%(count)s wait for an answer", waiting)
        return [*words, waits % {"count": in_words(waiting)}]
    return [*words, _("all answered")]


def listed(names, most=99, longest=160):
    """Names as a sentence lists them: "A, B and C"; after `most` the rest is counted. longest: characters of each."""
    shown = [Truncator(name).chars(longest) for name in names[:most]]
    if len(names) > most:
        return _("%(names)s and %(count)d more") % {"names": ", ".join(shown), "count": len(names) - most}
    *others, last = shown
    return _("%(names)s and %(last)s") % {"names": ", ".join(others), "last": last} if others else last
