"""A stage with everything that a report can hold, made by the verbs; canaries mark what is not for everyone."""

from datetime import date

from feedback.finishing import finish_stage
from feedback.models import Contribution
from involvement.models import Override
from involvement.signing import sign
from tests import build

WITHHELD = "canary-withheld-record"
OFFICERS_ONLY = "canary-said-to-officers"
INVOLVED_ONLY = "canary-for-those-who-take-part"

CANARIES = {WITHHELD, OFFICERS_ONLY, INVOLVED_ONLY}
HOSTILE = (
    '<img src="http://127.0.0.1:{port}/x.png"><script>alert(1)</script><link rel=stylesheet href="file:///etc/passwd">'
)
MIXED = "Dysgu gyda’n gilydd 🍲 طعام ساخن 热饭 गरम खाना " + "Donaudampfschifffahrt" * 12


def rich_stage(cast, text="Hot food matters to me."):
    """A finished stage: two rounds, a reservation, a budget cut, answers of every outcome, some left waiting."""
    stage = cast.stage("needs")
    build.proposed(stage, cast.ann, decides_on=date(2023, 1, 23))
    _sign(stage, cast, "reserve", "We sign, but five weeks over Christmas are too short.")
    said = _contributions(stage, cast, text)
    need = build.record(stage, cast.ann, title="A hot meal at noon", summary=text, evidence="Forty letters.")
    build.withheld(stage, cast.ann, title=WITHHELD, summary=f"{WITHHELD} in its summary")
    build.record(stage, cast.ann, title=INVOLVED_ONLY, openness="involved")
    changed = need.revise(
        cast.ann, 1, "So that nobody has to heat a meal.", title="A hot meal at noon, or a frozen one"
    )
    _answers(said, cast, changed)
    build.record(
        cast.stage("context"),
        cast.ann,
        title="Prices of food",
        sort="national economy",
        hits=[stage],
        dated=date(2022, 11, 17),
    )
    build.budget_cut(cast.cycle, cast.ann)
    _sign(stage, cast)
    finish_stage(stage, cast.ann, reason="The cabinet meets on Monday; the rest is answered by post.")
    stage.begin(cast.ann, reason="A second group wants to be heard.")
    Override.open(stage, cast.ann, "The kitchen contract ends this week.")
    stage.refresh_from_db()
    return stage


def _sign(stage, cast, position="agree", words=""):
    """Have both parties sign what stands; the users in this position."""
    for party in stage.current_round.agreements.get(state="proposed").parties.select_related("participant"):
        party.agreement.round.stage = stage
        own = party.participant_id == cast.users.pk
        sign(party, cast.bea if own else cast.ann, *((position, words) if own else ("agree",)))
    stage.refresh_from_db(fields=["state", "round_number"])


def _contributions(stage, cast, text):
    give = Contribution.give
    return [
        give(stage, cast.bea, cast.users, sort="concern", text=text, voice="mandate", how_many=23,
             how_known="At our meeting on 6 December", dissent="Four of us would rather have it frozen."),
        give(stage, cast.mia, cast.users, sort="experience", text=f"My own words.\n\n{MIXED}", is_unnamed=True),
        give(stage, cast.cove, cast.users, sort="question", text="Who checks on people?", channel="paper"),
        give(stage, cast.mia, cast.users, sort="objection", text=OFFICERS_ONLY, openness="withheld"),
        give(stage, cast.mia, cast.users, sort="view", text=INVOLVED_ONLY, openness="involved"),
        give(stage, cast.pat, cast.providers, sort="idea", text="Two deliveries a week."),
    ]  # fmt: skip


def _answers(said, cast, changed):
    first = build.answer(said[0], cast.ann, "changed", changed_event=changed, text="You may choose.")
    first.judge(cast.bea, "answers", "Thank you.")
    weak = build.answer(said[1], cast.ann, "no change")
    weak.judge(cast.mia, "does not", "You did not read it.")
    build.answer(said[1], cast.ann, "later", text="We read it again.")
    build.answer(said[2], cast.ann, "no change", text="The drivers do.", because="It works well.")
