"""Promises as one reader may see them: to whom, what came of them, and what those say to whom they were made (R78)."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import Participant
from cycle.reading import Line, changes_of, read_events
from people.models import Membership, Person

from .changes import in_words as in_words_of
from .counting import at_most, in_words
from .models import Contribution, Promise, PromiseVerdict

MOST_VOICES = 25  # so many of one person's own contributions may be spoken for one by one


@dataclass(frozen=True)
class Voice:
    """In whose name somebody says whether a promise is kept: a participant, or the giver of a contribution.

    told_by: who speaks for the participant, where the one who writes it down only puts it in; or None.
    """

    participant: Participant | None = None
    contribution: Contribution | None = None
    told_by: Person | None = None

    @property
    def key(self):
        """Its value in a form."""
        if self.contribution:
            return f"said-{self.contribution.pk}"
        return f"party-{self.participant.pk}" + (f"-{self.told_by.pk}" if self.told_by else "")

    @property
    def label(self):
        if self.contribution:
            return _("For myself: “%(words)s”") % {"words": self.contribution.excerpt}
        if self.told_by:
            return _("%(name)s, for %(party)s") % {"name": self.told_by.name, "party": self.participant}
        return _("For %(party)s") % {"party": self.participant}

    @property
    def acting_name(self):
        return (self.participant or self.contribution.participant).acting_name

    def hides(self, by):
        """Whether the ledger leaves out who spoke, because the giver asked for it."""
        return bool(self.contribution) and self.contribution.is_unnamed and self.contribution.is_from(by)


def voices_of(promise, person):
    """The Voices in which this person may say whether the promise is kept, or put in what others say of it.

    Two queries, and two more for who keeps a group.
    """
    if not person.is_authenticated:
        return []
    standing = promise.cycle.standing_of(person)
    parties = [Voice(participant=each) for each in promise.to.filter(pk__in=standing.speaks_for)]
    links = promise.contributions.select_related("participant", "given_by")
    said = links.from_person(person) | links.given_on_paper(standing.keeps)
    rows = list(said.order_by("pk")[:MOST_VOICES])
    for row in rows:
        row.cycle, row.stage = promise.cycle, promise.stage
    return [*parties, *_told_to(promise, standing), *(Voice(contribution=row) for row in rows)]


def _told_to(promise, standing):
    """The Voices of those without e-mail who speak for a group that this person keeps: they say it, and it is put in.

    Whoever has e-mail says it themselves, so that nobody replaces their words.
    """
    kept = standing.keeps - standing.speaks_for
    parties = {each.group_id: each for each in promise.to.filter(pk__in=kept, group__isnull=False)} if kept else {}
    places = Membership.objects.active().filter(group__in=parties, role__in=Membership.SPEAKERS, person__email=None)
    places = places.select_related("person").order_by("person__name", "pk") if parties else ()
    return list(dict.fromkeys(Voice(parties[each.group_id], told_by=each.person) for each in places))


@dataclass(frozen=True)
class Judged:
    """A verdict for one reader: under which name; its words, empty where they are not open to the reader.

    put_in: how it came here, where it was said on paper; empty else.
    """

    verdict: PromiseVerdict
    name: str
    words: str
    differs: bool
    put_in: str = ""


@dataclass(frozen=True)
class Addressee:
    """One to whom it was promised: the name for this reader, and the address of what they said, or empty."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class Shown:
    """One promise for one reader."""

    promise: Promise
    to: list[Addressee]
    verdicts: list[Judged] = field(default_factory=list)

    @property
    def state(self):
        """Where it stands as a shape and a word, as components/state_tag.html takes them."""
        promise = self.promise
        shape = {"kept": "finished", "partly": "preparing", "broken": "declined", "open": "open"}[promise.state]
        if promise.is_late:
            return {"shape": "changed", "word": _("Late: its day was %(day)s") % {"day": _day(promise.due_on)}}
        return {"shape": shape, "word": promise.get_state_display()}

    @cached_property
    def differing(self):
        """How many of those to whom it was promised say something else than the authority."""
        return sum(each.differs for each in self.verdicts)

    @property
    def differs_in_words(self):
        if not self.differing:
            return ""
        words = ngettext(
            "%(differ)d of %(all)d to whom it was promised sees it otherwise.",
            "%(differ)d of %(all)d to whom it was promised see it otherwise.",
            self.differing,
        )
        return words % {"differ": self.differing, "all": len(self.verdicts)}

    @property
    def promised_by(self):
        """ "Ann Example, Lead commissioner"."""
        said = {"name": self.promise.promised_by.name, "role": self.promise.get_promised_as_display()}
        return _("%(name)s, %(role)s") % said

    @property
    def to_in_words(self):
        return ", ".join(each.name for each in self.to)

    @property
    def facts(self):
        """(label, words) for what it says of itself."""
        promise = self.promise
        day = _day(promise.due_on)
        if promise.was_moved:
            day = _("%(day)s (the first day was %(first)s)") % {"day": day, "first": _day(promise.first_due_on)}
        ground = f"{promise.get_ground_display()}. {promise.authority}"
        return [
            (_("Who promised it"), self.promised_by),
            (_("When"), _day(promise.made_at.date())),
            (_("To whom"), self.to_in_words),
            (_("By when"), day),
            (_("With what authority"), ground),
            (_("Who carries it out"), promise.owner.name),
            (_("Who may read it"), promise.get_openness_display() if promise.openness != "public" else ""),
        ]


def _day(day):
    return date_format(day, "j F Y")


def shown(promises, reader, cycle):
    """The Showns of these promises of one cycle, fetched with `for_list`; four queries at any number."""
    rows = list(promises)
    if not rows:
        return []
    given, verdicts = _given(rows, reader, cycle), defaultdict(list)
    for verdict in PromiseVerdict.objects.of([row.pk for row in rows]):
        verdicts[verdict.promise_id].append(verdict)
    readable = {said.pk for found in given.values() for said in found if said}
    return [_shown(row, reader, cycle, given[row.pk], verdicts[row.pk], readable) for row in rows]


def _shown(promise, reader, cycle, given, verdicts, readable):
    promise.stage.cycle = promise.cycle = cycle
    involved = cycle.standing_of(reader).is_involved
    to = [Addressee(each.in_full(involved)) for each in promise.to.all()]
    to += [Addressee(said.name_for(reader), said.get_absolute_url()) for said in given if said]
    if hidden := sum(said is None for said in given):
        words = ngettext("somebody who said something", "%(count)d people who said something", hidden)
        to.append(Addressee(words % {"count": hidden}))
    return Shown(promise, to, [_judged(each, promise, reader, cycle, readable) for each in verdicts])


def _judged(verdict, promise, reader, cycle, readable):
    differs = not promise.is_open and verdict.verdict != promise.state
    if verdict.contribution is None:
        involved = cycle.standing_of(reader).is_involved
        return Judged(
            verdict, verdict.participant.in_full(involved), verdict.words, differs, _put_in(verdict, involved)
        )
    if verdict.contribution_id not in readable:
        return Judged(verdict, _("Somebody who said something"), "", differs)
    verdict.contribution.cycle = cycle
    return Judged(verdict, verdict.contribution.name_for(reader), verdict.words, differs)


def _put_in(verdict, is_involved):
    if verdict.told_by is None:
        return ""
    if not is_involved:
        return _("They said it on paper or face to face, and it was put in for them.")
    words = {"name": verdict.told_by.name, "by": verdict.by.name}
    return _("%(name)s said it on paper or face to face, and %(by)s put it in.") % words


def _given(promises, reader, cycle):
    """For each promise the contributions that it was made for; None in the place of what the reader may not read."""
    links = Promise.contributions.through.objects.filter(promise__in=promises).order_by("pk")
    pairs = list(links.values_list("promise_id", "contribution_id")[: MOST_VOICES * len(promises)])
    wanted = {said for _promise, said in pairs}
    visible = Contribution.objects.filter(pk__in=wanted).visible_to(reader, cycle)
    there = {said.pk: said for said in visible.select_related("participant", "given_by", "stage")}
    found = defaultdict(list)
    for promise, pk in pairs:
        if pk in there:
            there[pk].cycle = there[pk].stage.cycle = cycle
        found[promise].append(there.get(pk))
    return found


def promised_for(contribution, reader):
    """The last promises that were made for this contribution and that this reader may read, newest first."""
    visible = Promise.objects.visible_to(reader, contribution.cycle)
    return visible.filter(contributions=contribution).for_list()[:MOST_VOICES]


def history_of(events):
    """The Lines of a promise's own events, for somebody who may read the promise; officers are named to everybody."""
    return [
        Line(event, event.by.name, event.words, event.title, "", event.reason, changes_of(event, Promise, {}))
        for event in events
    ]


@dataclass(frozen=True)
class Evidence:
    """Where it can be seen what came of a promise, as one reader may know it; url: empty for none."""

    words: str
    url: str = ""


def evidence_of(promise, reader):
    """The Evidence of a promise, or None."""
    if promise.evidence is None:
        return None
    line = read_events([promise.evidence], reader, promise.cycle)[0]
    return Evidence(line.title) if line.is_hidden else Evidence(in_words_of(line.event), line.url)


COUNTED = (
    ("open", lambda rows: rows.still_open()),
    ("late", lambda rows: rows.late()),
    ("kept", lambda rows: rows.filter(state="kept")),
    ("partly", lambda rows: rows.filter(state="partly")),
    ("broken", lambda rows: rows.filter(state="broken")),
    ("differ", lambda rows: rows.differing()),
)


def counts_of(promises):
    """How many of these are open, late, kept, kept in part, not kept, and seen otherwise; each by `at_most`."""
    return {name: at_most(choose(promises)) for name, choose in COUNTED}


def hidden_in_words(promises, reader, cycle):
    """A sentence that tells how many of these this reader may not read; empty for none (R14)."""
    hidden = at_most(promises.hidden_from(reader, cycle))
    words = ngettext(
        "%(count)s more promise is not open to you.", "%(count)s more promises are not open to you.", hidden
    )
    return words % {"count": in_words(hidden)} if hidden else ""
