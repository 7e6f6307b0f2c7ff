"""What each side holds, and the questions why and how, which it answers."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.models import Participant

from ..models import DebateQuestion, Position
from ..models.debate import ASKED, PUT, REPLIED
from .voices import ELSEWHERE, NOT_YOUR_VOICE, is_over, tell, voices_of, writing

SAY_ALL = _("Say what you hold, why, what it rests on, and what would change your mind.")
NOT_A_SPEAKER = _("Only those who may speak for a group or body that takes part can say this.")
PUT_ALREADY = _("Those for whom you may speak have said what they hold. It stands as it was put.")
NOT_INVOLVED = _("Only people who take part in this cycle can ask.")
YOUR_OWN = _("This is what your own side holds. Others ask about it.")
NOT_YOUR_POSITION = _("Only those who hold this can answer.")
ANSWERED_ALREADY = _("This question is answered already.")
SAY_AN_ANSWER = _("Write an answer.")


def voices_to_put(debate, person):
    """The participants for which this person can still say what they hold."""
    return voices_of(debate.cycle, person).exclude(pk__in=debate.positions.values("participant"))


def why_cannot_put(debate, person):
    """Why this person cannot say what a party holds, as a sentence; empty when they can."""
    if sentence := is_over(debate):
        return sentence
    if voices_to_put(debate, person).exists():
        return ""
    return PUT_ALREADY if voices_of(debate.cycle, person).exists() else NOT_A_SPEAKER


def put_position(debate, by, participant, *, opposes=None, **said):
    """Say what a party holds, once; it stands. Returns the Position. Raises Refused (R90).

    opposes: the Position of another party against which it stands. said: holds, why, rests_on, would_change.
    """
    if not all(said.get(name, "").strip() for name in Position.WORDS):
        raise moves.Refused(SAY_ALL)
    if opposes and opposes.debate_id != debate.pk:
        raise moves.Refused(ELSEWHERE)
    with writing(debate):
        if sentence := why_cannot_put(debate, by):
            raise moves.Refused(sentence, conflict=sentence == PUT_ALREADY)
        if not voices_to_put(debate, by).filter(pk=participant.pk).exists():
            raise moves.Refused(NOT_YOUR_VOICE)
        new = Position.objects.create(debate=debate, participant=participant, by=by, opposes=opposes, **said)
        tell(PUT, debate, by, participant, words=said["holds"], because=said["why"])
    return new


def own_voices_to_ask(position, person):
    """The participants for which this person can ask about a position: all they belong to but its own."""
    cycle = position.debate.cycle
    belongs = cycle.standing_of(person).belongs_to
    return Participant.objects.active().filter(cycle=cycle, pk__in=belongs).exclude(pk=position.participant_id)


def why_cannot_ask(position, person):
    """Why this person cannot ask about what somebody holds, as a sentence; empty when they can."""
    if sentence := is_over(position.debate):
        return sentence
    belongs = position.debate.cycle.standing_of(person).belongs_to
    if not belongs:
        return NOT_INVOLVED
    return YOUR_OWN if belongs == {position.participant_id} else ""


def ask(position, by, participant, prompt, words="", token=None):
    """Ask why or how about what somebody holds. Returns the DebateQuestion. Raises Refused."""
    debate = position.debate
    with writing(debate):
        if sentence := why_cannot_ask(position, by):
            raise moves.Refused(sentence)
        if not own_voices_to_ask(position, by).filter(pk=participant.pk).exists():
            raise moves.Refused(NOT_YOUR_VOICE)
        if token and (there := DebateQuestion.objects.filter(token=token, asked_by=by, position=position).first()):
            return there
        new = DebateQuestion.objects.create(
            position=position, participant=participant, prompt=prompt, words=words, asked_by=by,
            **({"token": token} if token else {}),
        )  # fmt: skip
        tell(ASKED, debate, by, participant, words=f"{new} {words}".strip())
    return new


def why_cannot_answer(question, person):
    """Why this person cannot answer a question, as a sentence; empty when they can."""
    position = question.position
    if sentence := is_over(position.debate):
        return sentence
    standing = position.debate.cycle.standing_of(person)
    if position.participant_id not in standing.speaks_for | standing.keeps:
        return NOT_YOUR_POSITION
    return ANSWERED_ALREADY if question.is_answered else ""


def answer(question, by, words):
    """Answer a question about what one's own side holds, once. Raises Refused."""
    if not words.strip():
        raise moves.Refused(SAY_AN_ANSWER)
    debate = question.position.debate
    with writing(debate):
        question.refresh_from_db(fields=["answer", "answered_by", "answered_at"])
        if sentence := why_cannot_answer(question, by):
            raise moves.Refused(sentence, conflict=sentence == ANSWERED_ALREADY)
        question.answer, question.answered_by, question.answered_at = words, by, timezone.now()
        question.save(update_fields=["answer", "answered_by", "answered_at"])
        tell(REPLIED, debate, by, question.position.participant, words=words)
