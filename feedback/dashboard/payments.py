"""Claims that wait, for officers only: to decide, to pay, and late (R76; C10). The list tells who."""

from django.db.models import Count, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from involvement.models import Claim
from involvement.models.claims import TO_DECIDE, TO_PAY
from people.paging import page_of

from .figure import Counted, Figure, Line, Lines, Part


def _late_told(number):
    return ngettext("%(number)d claim is paid late.", "%(number)d claims are paid late.", number)


FIGURES = (
    Figure("claims-to-decide", gettext_lazy("Claims to decide"), gettext_lazy("Claims that wait for a yes or no"),
           is_for_officers=True),
    Figure("claims-unpaid", gettext_lazy("Claims unpaid"), gettext_lazy("Claims that wait for the money"),
           is_for_officers=True),
    Figure("claims-late", gettext_lazy("Claims late"), gettext_lazy("Claims of which the promised day has passed"),
           _late_told, is_for_officers=True),
)  # fmt: skip


def _those(scope):
    """The condition of each figure, by its key."""
    return {
        "claims-to-decide": Q(state__in=TO_DECIDE),
        "claims-unpaid": Q(state__in=TO_PAY),
        "claims-late": Q(state__in=(*TO_DECIDE, *TO_PAY), due_on__lt=scope.today),
    }


def count(scope):
    """How many claims wait in each cycle that the reader runs; one query, none for everybody else."""
    counted, those = Counted(), _those(scope)
    if not scope.run:
        return counted
    counts = {f"n{number}": Count("pk", filter=those[key]) for number, key in enumerate(those)}
    rows = Claim.objects.filter(offer__stage__cycle__in=scope.run).order_by().values_list("offer__stage__cycle_id")
    for pk, *numbers in rows.annotate(**counts):
        for key, number in zip(those, numbers, strict=True):
            counted.add(key, pk, number)
    return counted


def lines(scope, key, after, group=None):
    """The claims that a figure counts, the oldest first; one query."""
    if not scope.run:
        return Lines([])
    found = Claim.objects.filter(_those(scope)[key], offer__stage__cycle__in=scope.run)
    rows = page_of(found.select_related("person", "offer__session", "offer__stage__cycle"), after)
    return Lines([_line(scope, row) for row in rows], rows.more, rows.is_first)


def _line(scope, claim):
    note = _("Promised by %(day)s.") % {"day": date_format(claim.due_on, "j F Y")}
    words = f"{claim.person.name}, {claim.offer}"
    return Line(words, claim.get_absolute_url(), scope.stages[claim.offer.stage_id], note)


PART = Part(gettext_lazy("Claims"), FIGURES, count, lines)
