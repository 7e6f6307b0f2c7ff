"""What people said that waits for an answer, and answers that wait to be judged."""

from collections import defaultdict

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..counting import MANY, in_words
from ..models import Contribution
from .row import Waiting

ONE_BY_ONE = 3  # so many answers of one stage are named singly before they are counted


def to_answer(person, stages, known):
    """The contributions that this person has to answer, counted by stage, with the day of the first.

    Only the first to be due are looked at, a thousand in all.
    """
    theirs = [stage for stage in stages.values() if stage.cycle.standing_of(person).runs and not stage.cycle.is_closed]
    mine = Contribution.objects.filter(stage__in=theirs, owner=person).unanswered().order_by("due_on")
    days = defaultdict(list)
    for pk, due_on in mine.values_list("stage_id", "due_on")[: MANY + 1] if theirs else ():
        days[pk].append(due_on)
    today = timezone.localdate()
    for pk, due in days.items():
        stage, late = stages[pk], sum(day < today for day in due)
        sentence = ngettext(
            "Answer %(count)s contribution: %(stage)s", "Answer %(count)s contributions: %(stage)s", len(due)
        )
        overdue = ngettext("%(count)s is overdue.", "%(count)s are overdue.", late) % {"count": in_words(late)}
        yield Waiting(
            sentence % {"count": in_words(len(due)), "stage": stage},
            _list_url(stage, "no"),
            stage.cycle.title,
            due[0],
            overdue if late else "",
        )


def to_judge(person, stages, known):
    """The answers to what this person said, of which they have not said yet whether they are answers."""
    own = (
        Contribution.objects.filter(stage__in=stages).to_judge(person).order_by("pk").only("stage_id", "text", "state")
    )
    by_stage = defaultdict(list)
    for contribution in own[: MANY + 1]:
        by_stage[contribution.stage_id].append(contribution)
    for pk, found in by_stage.items():
        stage = stages[pk]
        if len(found) > ONE_BY_ONE:
            sentence = _("Say whether these %(count)s answers answer you: %(stage)s")
            yield Waiting(
                sentence % {"count": in_words(len(found)), "stage": stage}, _list_url(stage, "judge"), stage.cycle.title
            )
            continue
        for contribution in found:
            contribution.stage, contribution.cycle = stage, stage.cycle
            sentence = _("Say whether this answers you: “%(words)s”") % {"words": contribution.excerpt}
            in_mail = _("Say whether our answer answers you: %(stage)s") % {"stage": stage}
            yield Waiting(sentence, contribution.get_absolute_url(), stage.cycle.title, why=str(stage), in_mail=in_mail)


def to_ask(person, stages, known):
    """The answers to members without e-mail, whom their convenor asks whether they are answers."""
    kept = {participant for stage in stages.values() for participant in stage.cycle.standing_of(person).keeps}
    asked = Contribution.objects.to_ask_about(kept).select_related("given_by").order_by("pk") if kept else ()
    for contribution in asked:
        contribution.stage = stages[contribution.stage_id]
        contribution.cycle = contribution.stage.cycle
        sentence = _("Ask %(name)s whether this is an answer: “%(words)s”")
        in_mail = _("Ask somebody without e-mail whether our answer is one: %(stage)s")
        yield Waiting(
            sentence % {"name": contribution.given_by.name, "words": contribution.excerpt},
            contribution.get_absolute_url(),
            contribution.cycle.title,
            why=str(contribution.stage),
            in_mail=in_mail % {"stage": contribution.stage},
        )


def _list_url(stage, answered):
    address = reverse("contributions", args=[stage.cycle.slug, stage.kind_slug])
    return f"{address}?answered={answered}"
