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
    own = Contribution.objects.filter(stage__in=stages).to_judge(person)
    return _each_or_counted(
        own.order_by("pk").only("stage_id", "text", "state"), stages,
        _("Say whether this answers you: “%(words)s”"),
        _("Say whether our answer answers you: %(stage)s"),
        _("Say whether these %(count)s answers answer you: %(stage)s"),
    )  # fmt: skip


def to_ask(person, stages, known):
    """The answers to members without e-mail, whom their convenor asks whether they are answers."""
    kept = {participant for stage in stages.values() for participant in stage.cycle.standing_of(person).keeps}
    return _each_or_counted(
        Contribution.objects.to_ask_about(kept).select_related("given_by").order_by("pk") if kept else (), stages,
        _("Ask %(name)s whether this is an answer: “%(words)s”"),
        _("Ask somebody without e-mail whether our answer is one: %(stage)s"),
        _("Ask members whether these %(count)s answers answer them: %(stage)s"),
    )  # fmt: skip


def _each_or_counted(contributions, stages, sentence, in_mail, counted):
    """The Waitings for a few of each stage one by one, or for many in one line that leads to their list."""
    by_stage = defaultdict(list)
    for contribution in contributions[: MANY + 1]:
        by_stage[contribution.stage_id].append(contribution)
    for pk, found in by_stage.items():
        stage = stages[pk]
        if len(found) > ONE_BY_ONE:
            words = counted % {"count": in_words(len(found)), "stage": stage}
            yield Waiting(words, _list_url(stage, "judge"), stage.cycle.title)
            continue
        for contribution in found:
            contribution.stage, contribution.cycle = stage, stage.cycle
            giver = contribution.given_by.name if "%(name)s" in sentence else ""
            words = sentence % {"words": contribution.excerpt, "name": giver}
            mail = in_mail % {"stage": stage}
            yield Waiting(words, contribution.get_absolute_url(), stage.cycle.title, why=str(stage), in_mail=mail)


def _list_url(stage, answered):
    address = reverse("contributions", args=[stage.cycle.slug, stage.kind_slug])
    return f"{address}?answered={answered}"
