"""Who is in the room, as tables and sentences for its page and for the report of the stage."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cycle.glance import Glance, Remark, Table, cell, row
from involvement.models import HowFound

from ..models.unnamed import MINIMUM
from .small import in_words, may_show
from .targets import Wanted, wanted_in
from .there import YEAR, of_earlier_cycles, there_in, years_in_groups


@dataclass(frozen=True)
class FewRule:
    """When we warn that a few people say most: so many of them at most said `share` of at least `things` things."""

    few: int
    share: float
    things: int
    source: str
    valid_from: date
    valid_to: date | None = None


FEW_RULES = (
    FewRule(4, 0.5, 10, gettext_lazy("This bound is our own. No standard sets one."), date(2026, 11, 1)),
)  # fmt: skip
SPANS = (
    (gettext_lazy("Less than a year"), YEAR),
    (gettext_lazy("One to three years"), 3 * YEAR),
    (gettext_lazy("Three years or more"), timedelta.max),
)


@dataclass(frozen=True)
class Room:
    """What is known of who is in a stage: its Wanteds, the note how people were found, and Glances."""

    wanted: list[Wanted]
    found: HowFound | None
    glances: list[Glance] = field(default_factory=list)

    @property
    def missing(self):
        """The Wanteds of whom too few or none are heard."""
        return [each for each in self.wanted if not each.is_met and not each.target.has_ended]


def room_of(stage):
    """The Room of a stage; everybody who may know of the stage reads the same. Nine queries at any number of rows."""
    there = there_in(stage)
    wanted = wanted_in(stage, there)
    around = stage.current_round
    found = HowFound.objects.filter(round=around).first() if around else None
    glances = [_targets(wanted), _people(stage, there, found)]
    return Room(wanted, found, [each for each in glances if each])


def in_report(stage):
    """What the report tells of it, as Glances: whom the stage wants to hear, and how people were found.

    How long people have been there depends on the day on which one asks, and a report does not.
    """
    around = stage.current_round
    found = HowFound.objects.filter(round=around).first() if around else None
    told = Glance(_("How people were found"), [part for part in _found(found) if part]) if found else None
    return [each for each in (_targets(wanted_in(stage, there_in(stage))), told) if each]


def _targets(wanted):
    """Whom the stage wants to hear, in one table."""
    if not wanted:
        return None
    heads = [
        _("Who"), _("How many at least"), _("Asked"), _("Came"), _("Gave something"), _("Reached elsewhere"),
        _("Where it stands"),
    ]  # fmt: skip
    rows = [
        row(
            cell(each.target, note=str(each.target.get_sort_display())), str(each.target.how_many),
            in_words(each.asked), in_words(each.came), in_words(each.gave), str(each.reached), each.state["word"],
        )
        for each in wanted
    ]  # fmt: skip
    note = _("Numbers of people from 1 to 4 are not told, so that nobody can be made out.")
    tries = [_try(each.target, one) for each in wanted for one in each.target.tries.all()]
    parts = [Table("", heads, rows, note=note)]
    if tries:
        heads = [
            _("Who"),
            _("How they were looked for"),
            _("How many it reached"),
            _("What it cost"),
            _("What was learnt"),
        ]
        parts.append(Table(_("How people were looked for"), heads, tries, has_long_last=True))
    return Glance(_("Whom this stage wants to hear"), parts)


def _try(target, one):
    cost = "–" if one.cost is None else f"£{one.cost:,.2f}"
    return row(target, one.how, str(one.reached), cost, one.learnt or "–")


def _people(stage, there, found):
    """New and known people, how long they have been there, how they were found, and whether a few say most."""
    people = there.people
    if not people and not found:
        return None
    parts = [Remark(_how_many(len(people)))]
    parts += [part for part in (*_continuity(stage, people), _few(there), *_found(found)) if part]
    return Glance(_("Who is in the room"), parts)


def _how_many(number):
    if number and number < MINIMUM:
        return _("Fewer than %(number)d people gave something or came to a meeting here.") % {"number": MINIMUM}
    said = ngettext(
        "%(number)d person gave something or came to a meeting here.",
        "%(number)d people gave something or came to a meeting here.", number,
    )  # fmt: skip
    return said % {"number": number}


def _continuity(stage, people):
    """New and known people, tenure and number of cycles: each table whole or not at all."""
    if not people:
        return
    earlier, cycles = of_earlier_cycles(stage, people)
    known = [(_("New: this is their first cycle"), len(people - earlier)), (_("Know an earlier cycle"), len(earlier))]
    yield _split(_("New and known people"), _("People"), known)
    lengths = years_in_groups(people)
    spans = [[_label, 0] for _label, _most in SPANS]
    for length in lengths.values():
        place = next(number for number, (_name, most) in enumerate(SPANS) if length < most)
        spans[place][1] += 1
    spans.append([_("Belongs to no group"), len(people) - len(lengths)])
    yield _split(_("How long they have belonged to a group"), _("How long"), spans)
    ever = [cycles.get(person, 1) for person in people]
    counts = [(_("One cycle"), ever.count(1)), (_("Two cycles"), ever.count(2))]
    counts.append((_("Three cycles or more"), sum(number > 2 for number in ever)))
    yield _split(_("In how many cycles they took part"), _("Cycles"), counts)


def _split(title, head, parts):
    """A table of parts that together are all people, or why it is not shown."""
    if not may_show(*(number for _label, number in parts)):
        return Remark(_("%(what)s: not shown, because too few people stand behind a number.") % {"what": title})
    rows = [row(label, str(number)) for label, number in parts]
    return Table(title, [head, _("How many")], rows, is_of_numbers=True)


def rule_on(day):
    """The FewRule that holds on a day, or None."""
    held = [each for each in FEW_RULES if each.valid_from <= day and (each.valid_to is None or day <= each.valid_to)]
    return held[-1] if held else None


def _few(there, day=None):
    """The warning that most was said by a few people; nothing while there is too little to say so."""
    rule = rule_on(day or timezone.localdate())
    total, most = sum(there.said.values()), there.said.most_common(rule.few if rule else 0)
    if rule is None or total < rule.things or sum(number for _who, number in most) <= rule.share * total:
        return None
    words = _("The same few: more than half of the %(total)d things said here come from fewer than 5 people.")
    return Remark(f"{words % {'total': total}} {rule.source}", "changed")


def _found(found):
    """How people were found, in words and in numbers where these tell nobody apart."""
    if found is None:
        return
    yield Remark(_("Who is not here, because of how people were found: %(words)s") % {"words": found.words})
    parts = [
        (_("Invited by the authority"), found.invited), (_("Asked by their group"), found.by_group),
        (_("Came by themselves"), found.by_themselves),
    ]  # fmt: skip
    told = [(label, number) for label, number in parts if number is not None]
    if told:
        yield _split(_("How people were found"), _("How"), told)
