"""What is brought to people by hand: answers, to those without e-mail or who said it another way, and news on paper."""

from collections import Counter

from django.urls import reverse
from django.utils.translation import ngettext

from ..bringing import waiting
from ..counting import MANY, in_words
from ..models import PaperNews
from .row import Waiting


def to_bring_back(person, stages, known):
    """How many answers this person brings back, by stage; one query for all cycles, a thousand answers at most."""
    cycles = {stage.cycle_id: stage.cycle for stage in stages.values()}
    carries = [each for each in cycles.values() if each.standing_of(person).runs or each.standing_of(person).keeps]
    if not carries:
        return
    rows = waiting(person, carries).values_list("contribution__stage_id", flat=True)
    for pk, count in Counter(rows[: MANY + 1]).items():
        stage = stages[pk]
        sentence = ngettext(
            "%(count)s answer to bring back: %(stage)s", "%(count)s answers to bring back: %(stage)s", count
        )
        yield Waiting(
            sentence % {"count": in_words(count), "stage": stage},
            reverse("bringing_back", args=[stage.cycle.slug, stage.kind_slug]),
            stage.cycle.title,
        )


def to_hand_out(person, stages, known):
    """For how many members without e-mail this person prints letters with news, by group; one query."""
    cycles = {stage.cycle_id: stage.cycle for stage in stages.values()}
    kept = [cycle for cycle in cycles.values() if cycle.standing_of(person).keeps]
    for pk, name, count in PaperNews.objects.waiting().by_group(person) if kept else ():
        sentence = ngettext(
            "%(count)d letter with news to print: %(group)s", "%(count)d letters with news to print: %(group)s", count
        )
        yield Waiting(sentence % {"count": count, "group": name}, reverse("group_letters", args=[pk]), kept[0].title)
