"""What stands beside one contribution on its page: earlier wordings, hidden parts, files, and what may be done."""

from django.urls import reverse

from cycle.models import Event
from cycle.reading import read_events
from cycle.snapshot import label_of

from . import changing, moderating
from .models import Attachment, Contribution, Wording
from .models.changed import BROUGHT_BACK, CORRECTED, WITHDRAWN
from .models.moderated import HIDDEN, KEPT_OUT, LET_IN, OBJECTED, SHOWN_AGAIN
from .readable import WORDS

HAPPENED = [verb.slug for verb in (CORRECTED, WITHDRAWN, BROUGHT_BACK, HIDDEN, SHOWN_AGAIN, OBJECTED, LET_IN, KEPT_OUT)]
NEWEST = 25  # lines of what happened; the stage's own history has the rest


def beside(contribution, reader):
    """What the page of a contribution says beside it, for this reader, as a part of its context."""
    came = changing.words_for(contribution, reader)
    is_own = contribution.may_be_changed_by(reader)
    runs = contribution.cycle.standing_of(reader).runs
    hides_words = contribution.is_withdrawn and not is_own
    every = list(contribution.hidings.select_related("attachment"))
    hidings = every if (is_own or runs) and not hides_words else []
    for each in hidings:
        each.contribution = contribution
    hidden = {each.attachment_id for each in every if each.attachment_id and not each.is_undone}
    may = _may(contribution, reader, is_own, runs)
    events = Event.objects.of(contribution).by_verbs(HAPPENED).select_related("by", "stage")
    return {
        "came": came,
        "came_facts": [(label_of(Contribution, name), came.get(name, "")) for name in WORDS if name != "text"],
        "is_own": is_own,
        "attachments": [] if hides_words else _files(contribution, came, hidden, is_own or runs),
        "hide_url": _address(contribution, "hiding_new") if may.get("hide") else "",
        "wordings": [] if hides_words else _wordings(contribution, came),
        "happened": read_events(list(events.order_by("-number")[:NEWEST])[::-1], reader, contribution.cycle),
        "hidings": [_part(each, reader) for each in hidings],
        "until": changing.until_when(contribution) if contribution.is_withdrawn else None,
        "may": may,
    }


def _wordings(contribution, came):
    """The earlier wordings, newest first; the words of a withdrawn one as its giver may still read them."""
    found = list(Wording.objects.filter(contribution=contribution).order_by("-number"))
    if contribution.is_withdrawn:
        for each in found:
            each.text = came.get(f"wording {each.number}", each.text)
            each.because = came.get(f"because {each.number}", each.because)
    return found


def _address(contribution, name):
    return reverse(name, args=[contribution.cycle.slug, contribution.stage.kind_slug, contribution.pk])


def _files(contribution, came, hidden, gets_all):
    """What is attached. is_hidden: for all but the giver and the officers; is_closed: also for this reader."""
    found = list(Attachment.objects.filter(contribution=contribution))
    for each in found:
        each.is_hidden = each.pk in hidden
        each.is_closed = each.is_hidden and not gets_all
        if contribution.is_withdrawn or (each.is_hidden and gets_all):
            each.description = came.get(f"attachment {each.pk}", each.description)
    return found


def _part(hiding, reader):
    return {
        "hiding": hiding,
        "may_show": not moderating.refusal_to_show(hiding, reader),
        "may_object": not moderating.refusal_to_object(hiding, reader),
    }


def _may(contribution, reader, is_own, runs):
    """What this reader can do, by name; the sentence that refuses a correction is told to the giver."""
    State = Contribution.State
    found = {"answered_own": is_own and contribution.state == State.ANSWERED}
    if is_own:
        found["correct"] = not changing.refusal_to_correct(contribution, reader)
        found["withdraw"] = not contribution.refusal("withdraw", reader)
        found["bring_back"] = contribution.is_withdrawn and not changing.refusal_to_bring_back(contribution, reader)
    if runs:
        found["hide"] = not moderating.refusal_to_hide(contribution, reader)
        found["look"] = contribution.state in (State.HELD, State.KEPT_OUT)
    return found
