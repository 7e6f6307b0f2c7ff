"""What a review ought to have before it is finished: users' findings, good and bad, actions, a lesson (R64, R87)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...models.participant import Participant
from .finding import Finding
from .lesson import Lesson

Sort = Finding.Sort


def without_users(stage):
    """A sentence while nothing was found by people who use the service: a review without them is none (R64)."""
    of_users = Finding.objects.filter(stage=stage, found_by__standing=Participant.Standing.USERS)
    return "" if of_users.exists() else _("Nothing here was found by people who use the service. Look back with them.")


def one_sided(stage):
    """A sentence while only successes or only obstacles are written down, else nothing."""
    sorts = set(Finding.objects.filter(stage=stage).order_by().values_list("sort", flat=True))
    if not sorts & {Sort.HELPED, Sort.WIN}:
        return _("Nothing that helped is written down yet.")
    return "" if Sort.HINDERED in sorts else _("Nothing that got in the way is written down yet.")


def without_action(stage):
    """A sentence while something that got in the way leads to nothing that is to be done, else nothing."""
    number = Finding.objects.filter(stage=stage, sort=Sort.HINDERED, actions=None).count()
    if not number:
        return ""
    return ngettext(
        "%(number)d thing that got in the way leads to no action yet.",
        "%(number)d things that got in the way lead to no action yet.",
        number,
    ) % {"number": number}


def no_lesson(stage):
    """A sentence while the review has no lesson for others, else nothing (R87)."""
    there = Lesson.objects.filter(stage=stage).exists()
    return "" if there else _("There is no lesson yet that others could use.")
