"""Debates in which this person is asked what a side holds, why, and whether it can live with the common view (R90)."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from cycle.openness import Openness

from ..models import CommonView, Debate, DebateQuestion, Position, Stand
from ..voices import spoken_for_on_paper
from .row import Waiting


def _voices(person, stages):
    """The ids of those for whom they speak in open cycles, or whose words they put in because nobody else can."""
    cycles = {stage.cycle for stage in stages.values()}
    standings = [cycle.standing_of(person) for cycle in cycles if not cycle.is_closed]
    speaks = {pk for standing in standings for pk in standing.speaks_for}
    kept = {pk for standing in standings for pk in standing.keeps} - speaks
    return speaks | (spoken_for_on_paper(kept) if kept else set())


def to_say_what_is_held(person, stages, known):
    """Debates that ask somebody for whom this person speaks what they hold."""
    voices = _voices(person, stages)
    for debate in Debate.objects.that_ask(voices).order_by("pk") if voices else ():
        yield _waiting(
            debate, stages, _("Say what you hold in the debate: “%(question)s”"),
            _("Say what you hold in a debate: %(stage)s"), "debate_position", due=debate.positions_by,
        )  # fmt: skip


def to_answer_why(person, stages, known):
    """Questions about what somebody holds for whom this person speaks."""
    voices = _voices(person, stages)
    asked = DebateQuestion.objects.unanswered().filter(position__participant__in=voices)
    for question in asked.select_related("position__debate").order_by("pk") if voices else ():
        yield _waiting(
            question.position.debate, stages, _("Answer a question in the debate: “%(question)s”"),
            _("Answer a question in a debate: %(stage)s"), "debate_answer", question.pk,
        )  # fmt: skip


def to_stand(person, stages, known):
    """Common views of which a side that this person speaks for has not said whether it can live with them."""
    voices = _voices(person, stages)
    if not voices:
        return
    later = CommonView.objects.filter(debate=OuterRef("debate"), number__gt=OuterRef("number"))
    held = Position.objects.filter(debate=OuterRef("debate"), participant__in=voices)
    said = Stand.objects.filter(common_view=OuterRef(OuterRef("pk")), participant=OuterRef("participant"))
    views = CommonView.objects.filter(debate__state=Debate.State.WEIGHED).filter(~Exists(later))
    for view in views.filter(Exists(held.filter(~Exists(said)))).select_related("debate").order_by("pk"):
        yield _waiting(
            view.debate, stages, _("Say whether you can live with the common view: “%(question)s”"),
            _("Say whether you can live with a common view: %(stage)s"), "debate_stand",
        )  # fmt: skip


def _waiting(debate, stages, sentence, in_mail, name, *more, due=None):
    debate.stage = stage = stages[debate.stage_id]
    debate.cycle = stage.cycle
    mail = "" if debate.openness == Openness.PUBLIC else in_mail % {"stage": stage}
    url = debate.address(name, *more)
    return Waiting(sentence % {"question": debate}, url, stage.cycle.title, due, str(stage), mail)
