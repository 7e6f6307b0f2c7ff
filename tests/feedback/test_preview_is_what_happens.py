"""In worlds at random: what the page before saving shows is what then changes, and nobody else is told (R20)."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cycle.models import Event
from feedback.models import Contribution
from feedback.showing import shown
from involvement.signing import sign
from involvement.status import statuses_of
from people.models import Person
from tests import build
from tests.cycle.pages import signed_in

from .before import HELD, changed, edit_url, kept

STATES = ("not yet", "draft", "proposed", "half signed", "open", "spoken in", "declined", "stale", "finished")
KINDS = ("needs", "strategy", "priorities")


def bring(people, kind, state):
    """Bring the stage of this kind into this state."""
    here = people.stage(kind)
    if state == "draft":
        build.draft(here)
    elif state == "proposed":
        build.proposed(here)
    elif state in ("half signed", "declined"):
        party = build.proposed(here).parties.get(participant=people.users)
        sign(party, people.bea, "agree" if state == "half signed" else "decline", "No.")
    elif state != "not yet":
        build.opened(people.cycle, kind)
        here = people.stage(kind)
        if state == "spoken in":
            build.contribution(here, people.mia)
            build.contribution(here, people.pat, people.providers)
        if state == "stale":
            build.budget_cut(people.cycle)
        if state == "finished":
            build.contribution(here, people.mia)
            build.record(here)
            here.finish(people.ann)


def waited_for(stages):
    return {stage.pk: set(status.waits_for) for stage, status in zip(stages, statuses_of(stages).values(), strict=True)}


def with_notice(people):
    """The ids of those who find a new notice on their first page."""
    every = Person.objects.filter(email__isnull=False)
    return {each.pk for each in every if signed_in(each).get("/").context["unread"]}


def marked(stage, number):
    """How many contributions of the stage say that they were made before the event with this number."""
    rows = shown(Contribution.objects.in_stage(stage).for_list(), stage, None)
    day = Event.objects.get(cycle=stage.cycle, number=number).at
    return sum(row.since is not None and row.since.day == day for row in rows)


class TestPreviewIsWhatHappens(TestCase):
    @settings(max_examples=settings().max_examples // 10)
    @given(
        states=st.tuples(*[st.sampled_from(STATES)] * len(KINDS)),
        amounts=st.lists(st.sampled_from([450000, 489000, 390000]), min_size=1, max_size=3),
        held=st.booleans(),
    )
    def test_what_is_shown_is_what_changes(self, states, amounts, held):
        people = build.cast()
        line = build.record(people.stage("budget"), title="Meals 2023", amount=489000)
        for number, cost in enumerate(amounts):
            build.record(people.stage("testing"), title=f"Option {number}", cost_a_year=cost, paid_from=line)
        for kind, state in zip(KINDS, states, strict=True):
            bring(people, kind, state)
        for person in people.people().values():  # everybody has read what there was
            signed_in(person).post(f"/cycles/{people.cycle.slug}/notices/seen/", {"number": 10**6})
        self.the_same(people, line, changed(line, amount="400,000", **(HELD if held else {})))

    def the_same(self, people, line, form):
        ann, stages = signed_in(people.ann), list(people.cycle.stages.order_by("pk"))
        before, rows = waited_for(stages), Event.objects.count()
        answer = ann.post(edit_url(line), form)
        touched = answer.context["touched"] if answer.status_code == 200 else None
        if touched:
            assert (Event.objects.count(), with_notice(people)) == (rows, set())
            answer = ann.post(edit_url(line), kept(answer))
        assert answer.status_code == 302
        after = waited_for(stages)
        again = {pk: after[pk] - before[pk] for pk in after if after[pk] - before[pk]}
        shown_again = {each.stage.pk: set(each.parties) for each in touched.to_sign} if touched else {}
        assert shown_again == again
        told = with_notice(people)
        if touched and touched.stages:
            assert touched.told.notices == len(told)
        event = line.history().last()
        for each in touched.stages if touched else ():
            assert each.said == marked(each.stage, event.number)
