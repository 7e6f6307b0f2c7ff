"""Debates in which this person is asked what a side holds, why, and whether it can live with the common view (R90)."""

from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
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


def to_debate(person, stages, known):
    """Debates in which somebody for whom they speak is asked what they hold, why, or whether they can live with it.

    One query. Of several questions in one debate the first is told; the next one comes when that is answered.
    """
    if not (voices := _voices(person, stages)):
        return
    for debate in _that_wait(voices):
        if debate.asks:
            yield _waiting(
                debate, stages, _("Say what you hold in the debate: “%(question)s”"),
                _("Say what you hold in a debate: %(stage)s"), "debate_position", due=debate.positions_by,
            )  # fmt: skip
        if debate.asked_why:
            yield _waiting(
                debate, stages, _("Answer a question in the debate: “%(question)s”"),
                _("Answer a question in a debate: %(stage)s"), "debate_answer", debate.asked_why,
            )  # fmt: skip
        if debate.weighs:
            yield _waiting(
                debate, stages, _("Say whether you can live with the common view: “%(question)s”"),
                _("Say whether you can live with a common view: %(stage)s"), "debate_stand",
            )  # fmt: skip


def _that_wait(voices):
    """The debates going on that wait for one of these participants, with what each of them waits for."""
    held = Position.objects.filter(debate=OuterRef("pk"), participant__in=voices)
    questions = DebateQuestion.objects.filter(
        position__debate=OuterRef("pk"), position__participant__in=voices, answered_at=None
    )
    last = CommonView.objects.filter(debate=OuterRef(OuterRef("debate"))).order_by("-number").values("pk")[:1]
    said = Stand.objects.filter(common_view=Subquery(last), participant=OuterRef("participant"))
    rows = Debate.objects.going_on().annotate(
        asks=Exists(Debate.objects.that_ask(voices).filter(pk=OuterRef("pk"))),
        asked_why=Subquery(questions.order_by("pk").values("pk")[:1]),
        weighs=Case(When(state=Debate.State.WEIGHED, then=Exists(held.filter(~Exists(said)))), default=Value(False)),
    )
    return rows.filter(Q(asks=True) | Q(asked_why__isnull=False) | Q(weighs=True)).order_by("pk")


def _waiting(debate, stages, sentence, in_mail, name, *more, due=None):
    debate.stage = stage = stages[debate.stage_id]
    debate.cycle = stage.cycle
    mail = "" if debate.openness == Openness.PUBLIC else in_mail % {"stage": stage}
    url = debate.address(name, *more)
    return Waiting(sentence % {"question": debate}, url, stage.cycle.title, due, str(stage), mail)
