"""Where the agreements of the stages under way stand: in force, out of date, not agreed, or opened without one."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from involvement.status import IN_FORCE, OUT_OF_DATE

from .figure import Counted, Figure, Line, Part, part_of


def _changed_told(number):
    return ngettext(
        "%(number)d agreement has to be signed again, because something changed.",
        "%(number)d agreements have to be signed again, because something changed.",
        number,
    )


def _without_told(number):
    return ngettext(
        "%(number)d stage was opened without an agreement.",
        "%(number)d stages were opened without an agreement.",
        number,
    )


FIGURES = (
    Figure("in-force", _("In force"), _("Stages with an agreement in force")),
    Figure("out-of-date", _("Out of date"), _("Agreements that something has changed since"), _changed_told),
    Figure("not-agreed", _("Not agreed yet"), _("Stages in which nothing is agreed yet")),
    Figure("without-agreement", _("Opened without one"), _("Stages that were opened without an agreement"),
           _without_told),
)  # fmt: skip


def key_of(status):
    """The key of the figure that counts a stage with this AgreementStatus."""
    if status.word in (IN_FORCE, OUT_OF_DATE):
        return "in-force" if status.word == IN_FORCE else "out-of-date"
    return "without-agreement" if status.override else "not-agreed"


def count(scope):
    """How many stages under way stand where; asks nothing beyond `scope.statuses`."""
    counted = Counted()
    for stage, status in scope.statuses:
        counted.add(key_of(status), stage.cycle_id)
    return counted


def lines(scope, key, after, group=None):
    """The stages that a figure counts."""
    rows = [(stage, status) for stage, status in scope.statuses if key_of(status) == key]
    return part_of(rows, after, _line)


def _line(row):
    stage, status = row
    return Line(str(stage), stage.get_absolute_url(), None, f"{status.in_words}.", stage.cycle)


PART = Part(_("Agreements of the stages under way"), FIGURES, count, lines)
