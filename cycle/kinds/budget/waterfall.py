"""How the money changed from the first amount to the latest: each step with its reason, drawn and as a table (R20)."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ...glance import Glance, Table, link, read_by, row
from ...models.event import Event
from ...reading import read_events
from ...snapshot import money
from .lines import BudgetLine

WIDTH, TOP, HEIGHT, STEP = 320, 22, 24, 58
MOST_LINES, MOST_STEPS = 3, 8  # drawn; the table has them all
ADDED = ("record added", "record revised")


@dataclass(frozen=True)
class Step:
    """One amount of a line, or one change of it. change: None for a whole amount; after: what it was then."""

    day: str
    after: Decimal
    change: Decimal | None = None
    reason: str = ""
    who: str = ""

    @property
    def caption(self):
        """What stands over its bar."""
        if self.change is None:
            return f"{self.day}: {money(self.after)}"
        return f"{self.day}: {in_words(self.change)}"


@dataclass(frozen=True)
class Bar:
    """One bar of the drawing: where it begins and how long it is, in its units; is_change: drawn with a pattern."""

    caption: str
    x: float
    width: float
    y: int
    is_change: bool

    @property
    def caption_y(self):
        return self.y - TOP + 16


@dataclass(frozen=True)
class Waterfall:
    """Bars one under the other, from the first amount by its changes to the latest."""

    TEMPLATE = "components/waterfall.html"

    title: str
    id: str
    bars: list[Bar]

    @property
    def view_box(self):
        return f"0 0 {WIDTH} {len(self.bars) * STEP}"


def in_words(change):
    """ "£10,000 less"."""
    return (_("%(amount)s less") if change < 0 else _("%(amount)s more")) % {"amount": money(abs(change))}


def waterfall_at_a_glance(stage, reader):
    """The lines whose amount changed, each step with who, why and how much; None while none has changed."""
    lines = read_by(reader, stage, BudgetLine)
    steps = {line: _steps(line, found) for line, found in _events(lines, reader, stage.cycle).items()}
    changed = {line: found for line, found in steps.items() if len(found) > 1}
    if not changed:
        return None
    parts = [
        _drawn(line, found)
        for line, found in sorted(changed.items(), key=lambda pair: -len(pair[1]))[:MOST_LINES]
        if len(found) <= MOST_STEPS
    ]
    rows = [
        row(
            link(line) if step is found[0] else "",
            step.day,
            money(step.after - (step.change or 0)) if step.change is not None else "–",
            money(step.after),
            in_words(step.change) if step.change is not None else _("The first amount"),
            " ".join(filter(None, [step.reason, f"({step.who})" if step.who else ""])),
        )
        for line, found in changed.items()
        for step in found
    ]
    heads = [_("Line"), _("When"), _("Before"), _("After"), _("Change"), _("Why, and who")]
    return Glance(_("How the money changed"), [*parts, Table("", heads, rows, is_of_numbers=True)])


def _events(lines, reader, cycle):
    """The Lines of what was written down about each budget line, oldest first, as this reader may have them."""
    if not lines:
        return {}
    events = list(Event.objects.of_all(lines).by_verbs(ADDED).select_related("by", "stage").order_by("number"))
    by_pk = {line.pk: line for line in lines}
    found = {line: [] for line in lines}
    for told in read_events(events, reader, cycle):
        if not told.is_hidden:
            found[by_pk[told.event.thing_id]].append(told)
    return found


def _steps(line, told):
    """The Steps of one line's amount."""
    steps, last = [], None
    for each in told:
        amount = each.event.said["after"].get("amount")
        if amount is None:
            continue
        amount, day = Decimal(amount), date_format(localtime(each.at), "j F Y")
        change = None if last is None else amount - last
        steps.append(Step(day, amount, change, each.reason, each.who))
        last = amount
    return steps


def _drawn(line, steps):
    """The Waterfall of one line: its first amount, each change, and what it is now."""
    longest = max(step.after for step in steps) or Decimal(1)
    bars, was = [], Decimal(0)
    for step in steps:
        start, end = (was, step.after) if step.change is not None else (Decimal(0), step.after)
        bars.append((step.caption, min(start, end), abs(end - start), step.change is not None))
        was = step.after
    bars.append((_("Now: %(amount)s") % {"amount": money(was)}, Decimal(0), was, False))
    drawn = [
        Bar(words, float(WIDTH * x / longest), max(float(WIDTH * width / longest), 1.0), number * STEP + TOP, is_change)
        for number, (words, x, width, is_change) in enumerate(bars)
    ]
    return Waterfall(_("%(line)s, from the first amount to the latest") % {"line": line}, f"waterfall-{line.pk}", drawn)
