"""The common view: put only after opposing things were said, and what each side says to it."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.models import Participant

from ..models import CommonView, Debate, Stand
from ..models.debate import STOOD
from .positions import NOT_YOUR_POSITION
from .voices import NOT_YOUR_VOICE, is_over, tell, voices_of, writing

OPPOSED_FIRST = _("Nobody can put a common view before two sides have said opposing things.")
STILL_ASKED = _("%(names)s can say until %(day)s what they hold. A common view comes after that.")
HOLDERS_PROPOSE = _("Only those who have said what they hold, and the officers, can put a common view.")
ONE_AT_A_TIME = _("A common view is put already. First somebody has to say why they cannot live with it as it is.")
SAY_IT = _("Say what all of you could live with.")
NOTHING_PUT = _("No common view is put yet.")
STOOD_ALREADY = _("Those for whom you may speak have said whether they can live with it.")
SAY_WHAT_IS_LEFT = _("Say what stays disputed for you.")


def is_opposed(debate):
    """Whether two sides have said opposing things."""
    return debate.positions.filter(opposes__isnull=False).exists()


def still_asked(debate):
    """The participants who were asked, have not said what they hold, and have time for it still."""
    if debate.positions_by < timezone.localdate():
        return []
    return list(debate.asked.exclude(pk__in=debate.positions.values("participant")).order_by("name"))


def why_no_common_view(debate):
    """Why nobody can put a common view now, as a sentence; empty when somebody can (R90)."""
    if sentence := is_over(debate):
        return sentence
    if not is_opposed(debate):
        return OPPOSED_FIRST
    if missing := still_asked(debate):
        names = ", ".join(each.name for each in missing)
        return STILL_ASKED % {"names": names, "day": date_format(debate.positions_by, "j F Y")}
    last = debate.common_views.last()
    return "" if last is None or last.stands.exclude(answer=Stand.Answer.ACCEPTS).exists() else ONE_AT_A_TIME


def voices_to_propose(debate, person):
    """The participants for which this person can put a common view: those with a position, for officers all theirs."""
    voices = voices_of(debate.cycle, person)
    if debate.cycle.standing_of(person).runs:
        return voices
    return voices.filter(pk__in=debate.positions.values("participant"))


def why_cannot_propose(debate, person):
    """Why this person cannot put a common view now, as a sentence; empty when they can."""
    if not voices_to_propose(debate, person).exists():
        return is_over(debate) or HOLDERS_PROPOSE
    return why_no_common_view(debate)


def propose(debate, by, participant, words):
    """Put a common view, after opposing positions were put. Returns the CommonView. Raises Refused (R90; c6)."""
    if not words.strip():
        raise moves.Refused(SAY_IT)
    with writing(debate):
        if sentence := why_cannot_propose(debate, by):
            raise moves.Refused(sentence, conflict=sentence == ONE_AT_A_TIME)
        if not voices_to_propose(debate, by).filter(pk=participant.pk).exists():
            raise moves.Refused(NOT_YOUR_VOICE)
        number = debate.common_views.count() + 1
        debate.move("propose", by, acting_for=participant.acting_name, told={"words": words})
        return CommonView.objects.create(debate=debate, number=number, words=words, participant=participant, by=by)


def voices_to_stand(debate, person):
    """The participants with a position for which this person has not said yet if they can live with the common view."""
    last = debate.common_views.last()
    if last is None:
        return Participant.objects.none()
    voices = voices_of(debate.cycle, person).filter(pk__in=debate.positions.values("participant"))
    return voices.exclude(pk__in=last.stands.values("participant"))


def why_cannot_stand(debate, person):
    """Why this person cannot say whether a party can live with the common view; empty when they can."""
    if sentence := is_over(debate):
        return sentence
    if debate.state == Debate.State.OPEN:
        return NOTHING_PUT
    if voices_to_stand(debate, person).exists():
        return ""
    held = voices_of(debate.cycle, person).filter(pk__in=debate.positions.values("participant"))
    return STOOD_ALREADY if held.exists() else NOT_YOUR_POSITION


def stand(debate, by, participant, answer, words="", number=None):
    """Say whether a party can live with the last common view. Returns the Stand. Raises Refused.

    number: of the common view that was read; another one by now is a conflict.
    """
    if answer != Stand.Answer.ACCEPTS and not words.strip():
        raise moves.Refused(SAY_WHAT_IS_LEFT)
    with writing(debate):
        if sentence := why_cannot_stand(debate, by):
            raise moves.Refused(sentence, conflict=sentence == STOOD_ALREADY)
        last = debate.common_views.last()
        if number is not None and last.number != number:
            raise moves.Refused(moves.QUICKER, conflict=True)
        if not voices_to_stand(debate, by).filter(pk=participant.pk).exists():
            raise moves.Refused(NOT_YOUR_VOICE)
        new = Stand.objects.create(common_view=last, participant=participant, answer=answer, words=words, by=by)
        tell(STOOD, debate, by, participant, outcome=str(new), words=words)
    return new
