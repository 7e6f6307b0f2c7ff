"""What officers have to look at: contributions that are held, and objections to a hidden part."""

from datetime import timedelta

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import Contribution, Hiding
from .row import Waiting

AT_MOST = 50  # so many are named one by one
TOLD_FOR = 14  # days for which a giver finds a hidden part on their first page


def to_look_at(person, stages, known):
    """The contributions that wait until an officer has looked at them, counted by stage."""
    theirs = _run_by(person, stages)
    held = Contribution.objects.filter(stage__in=theirs).held() if theirs else Contribution.objects.none()
    counts = held.order_by().values_list("stage_id").annotate(Count("pk")) if theirs else ()
    for pk, count in counts:
        stage = stages[pk]
        sentence = ngettext(
            "Look at %(count)d new thing before others read it: %(stage)s",
            "Look at %(count)d new things before others read them: %(stage)s", count,
        )  # fmt: skip
        address = reverse("contributions", args=[stage.cycle.slug, stage.kind_slug])
        yield Waiting(sentence % {"count": count, "stage": stage}, f"{address}?answered=held", stage.cycle.title)


def to_hear(person, stages, known):
    """The hidden parts of which the giver says that they ought to be read, for the officers."""
    theirs = _run_by(person, stages)
    waiting = Hiding.objects.filter(contribution__stage__in=theirs, objected_at__isnull=False, undone_at=None)
    for each in waiting.select_related("contribution").order_by("objected_at")[:AT_MOST] if theirs else ():
        sentence = _("Read why a hidden part should be shown: %(what)s") % {"what": each.contribution}
        yield _about(each.contribution, stages, sentence, "#hidden")


def to_be_told(person, stages, known):
    """What officers did lately with what this person said: a part was hidden, or it was kept out of an open stage."""
    since = timezone.now() - timedelta(days=TOLD_FOR)
    hidden = Hiding.objects.filter(
        contribution__stage__in=stages, contribution__given_by=person, objected_at=None, undone_at=None, at__gte=since
    )
    for each in hidden.select_related("contribution").order_by("at")[:AT_MOST]:
        sentence = _("A part of what you said is hidden: %(reason)s") % {"reason": each.reason}
        yield _about(each.contribution, stages, sentence, "#hidden")
    open_ones = [stage for stage in stages.values() if stage.is_open]
    kept_out = Contribution.objects.filter(stage__in=open_ones, given_by=person).kept_out() if open_ones else ()
    for each in kept_out[:AT_MOST]:
        sentence = _("What you said was kept out: %(reason)s") % {"reason": each.kept_out_because}
        yield _about(each, stages, sentence, "")


def _about(said, stages, sentence, part):
    """The Waiting that leads to one contribution."""
    said.stage = stages[said.stage_id]
    said.cycle = said.stage.cycle
    return Waiting(sentence, said.get_absolute_url() + part, said.cycle.title, why=str(said.stage))


def _run_by(person, stages):
    return [each for each in stages.values() if each.cycle.standing_of(person).runs and not each.cycle.is_closed]
