"""The verdict of the one who is answered: on which answer, and when there is none to judge (R82)."""

from django.utils.translation import gettext_lazy as _

from cycle import moves

from .models.answer import NOT_THE_GIVER

NO_ANSWER = _("There is no answer to it yet.")


def refusal(contribution, person):
    """Why this person cannot say now whether the last answer answers them; empty when they can."""
    if not contribution.is_judged_by(person):
        return NOT_THE_GIVER
    answer = contribution.last_answer
    return _with(answer, contribution).refusal_to_judge(person) if answer else NO_ANSWER


def judge(contribution, by, verdict, words, number):
    """Say whether answer `number` is one. Raises Refused; a newer answer than the one that was read is a conflict."""
    answer = contribution.last_answer
    if answer is None or answer.number != number:
        raise moves.Refused(moves.QUICKER, conflict=True)
    _with(answer, contribution).judge(by, verdict, words)


def _with(answer, contribution):
    answer.contribution = contribution
    return answer
