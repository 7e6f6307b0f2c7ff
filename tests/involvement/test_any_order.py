"""Whatever people do in whatever order, no stage opens without an agreement or an override (promise 8; R9, R10, R20).

A small model beside the product says what each step should do; the product must do just that, and refuse the rest.
"""

from dataclasses import dataclass, field
from functools import partial

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from cycle import ledger
from cycle.models import Event
from cycle.moves import Refused
from feedback.finishing import finish_stage
from involvement.leaving import end_part
from involvement.membership import add_member
from involvement.models import Agreement, Override, Signature
from involvement.signing import sign
from involvement.status import statuses_of
from tests import build

KINDS = ("needs", "strategy")
PARTIES = ("users", "commissioners", "providers")
NEWCOMER = "councillors"
SPEAKER = {"users": "bea", "commissioners": "ann", "providers": "pat", NEWCOMER: "cara"}
WAY = ("begin", "draft_whole", "propose", "everybody_signs", "finish")
kinds = st.sampled_from(KINDS)
positions = st.sampled_from(["agree", "agree", "reserve", "decline"])


@dataclass
class Model:
    """What one stage ought to be: its state, its draft, and for each party of what is proposed its answer."""

    state: str = "not yet"
    draft: frozenset | None = None  # who is named in it
    asked: frozenset | None = None  # who is named in what is proposed
    answers: dict = field(default_factory=dict)  # party -> [position, whether a change came after it]
    left: frozenset = frozenset()  # who left after it was proposed

    @property
    def is_under_way(self):
        return self.state in ("preparing", "open")

    @property
    def word(self):
        if self.asked is None:
            return "none" if self.draft is None else "draft"
        answers = {party: answer for party, answer in self.answers.items() if party not in self.left}
        if "decline" in (position for position, _stale in answers.values()):
            return "declined"
        if set(answers) != self.asked - self.left:
            return "waiting"
        return "out of date" if any(stale for _position, stale in answers.values()) else "in force"

    def change(self):
        """Something that the agreement rests on has changed."""
        if self.is_under_way:
            self.answers = {party: [position, True] for party, (position, _stale) in self.answers.items()}


class AnyOrder(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.savepoint = transaction.savepoint_create()
        self.cast = build.cast()
        self.stages = {kind: self.cast.stage(kind) for kind in KINDS}
        self.models = {kind: Model() for kind in KINDS}
        self.said = 0
        self.gone = set()
        for stage in (*self.stages.values(), self.cast.stage("budget")):
            build.record(stage)

    def teardown(self):
        faults = list(ledger.faults(self.cast.cycle))
        transaction.savepoint_rollback(self.savepoint)
        assert faults == []

    def try_to(self, verb, is_legal):
        """Do it, and see that it is refused just when it ought to be. Returns whether it was done."""
        try:
            verb()
        except Refused:
            assert not is_legal
            return False
        assert is_legal
        return True

    def agreement(self, kind):
        return Agreement.objects.in_stage(self.stages[kind]).filter(state="proposed").last()

    @initialize(starts=st.tuples(*[st.sampled_from([4, 3, 5, 2, 1, 0])] * len(KINDS)))
    def start_somewhere(self, starts):
        """Each stage begins some steps along the usual way, so that few steps are spent on getting anywhere."""
        for kind, steps in zip(KINDS, starts, strict=True):
            for step in WAY[:steps]:
                getattr(self, step)(kind)
                self.stages[kind].refresh_from_db(fields=["state", "round_number"])

    @rule(kind=kinds)
    def begin(self, kind):
        stage, model = self.stages[kind], self.models[kind]
        if self.try_to(lambda: stage.begin(self.cast.ann, reason="Again."), not model.is_under_way):
            self.models[kind] = Model("preparing")

    @rule(kind=kinds, named=st.sets(st.sampled_from(PARTIES)).map(frozenset))
    def draft(self, kind, named):
        stage, model = self.stages[kind], self.models[kind]
        if self.try_to(lambda: Agreement.draft(stage, self.cast.ann), model.is_under_way):
            build.readiness(stage, self.cast.ann)
            draft = Agreement.objects.draft_now(stage)
            draft.round.stage = stage
            draft.write(self.cast.ann, draft.revision, **build.WORDS)
            draft.parties.all().delete()
            for name in sorted(named):
                self.try_to(
                    lambda name=name: draft.name_party(self.cast.ann, getattr(self.cast, name), **build.TERMS),
                    name not in self.gone,
                )
            model.draft = named - self.gone

    @rule(kind=kinds)
    def draft_whole(self, kind):
        self.draft(kind, frozenset(PARTIES[:2]))

    @rule(kind=kinds)
    def propose(self, kind):
        stage, model = self.stages[kind], self.models[kind]
        draft = Agreement.objects.draft_now(stage)
        if draft is None:
            assert model.draft is None
            return
        draft.round.stage = stage
        is_whole = {"users", "commissioners"} <= model.draft and not model.draft & self.gone
        if self.try_to(lambda: draft.propose(self.cast.ann), model.is_under_way and is_whole):
            model.asked, model.draft, model.answers, model.left = model.draft, None, {}, frozenset()

    @rule(
        kind=kinds,
        name=st.sampled_from([*PARTIES, NEWCOMER]),
        position=st.sampled_from(["agree", "agree", "reserve", "decline"]),
    )
    def sign(self, kind, name, position):
        model, agreement = self.models[kind], self.agreement(kind)
        party = agreement.parties.terms_of(getattr(self.cast, name)) if agreement else None
        if party is None or name in self.gone:
            return
        party.agreement = agreement
        self.said += 1
        for stranger in ("zoe", "mia", "cove"):
            person = getattr(self.cast, stranger)
            self.try_to(lambda by=person: sign(party, by, "decline", f"Words {self.said}"), is_legal=False)
        words = "" if position == "agree" else f"Words {self.said}"
        is_legal = model.is_under_way and model.asked is not None and model.answers.get(name) != ["agree", False]
        is_legal = is_legal or (model.is_under_way and model.asked is not None and position != "agree")
        if self.try_to(lambda: sign(party, getattr(self.cast, SPEAKER[name]), position, words), is_legal):
            model.answers[name] = [position, False]
            if model.state == "preparing" and model.word == "in force":
                model.state = "open"

    @rule(kind=kinds)
    def everybody_signs(self, kind):
        for name in sorted(self.models[kind].asked or ()):
            if name not in self.gone:
                self.sign(kind, name, "agree")

    @rule()
    def cut_the_budget(self):
        build.budget_cut(self.cast.cycle)
        for model in self.models.values():
            model.change()

    @rule(hit=st.sets(kinds))
    def feel_a_pressure(self, hit):
        build.record(self.cast.stage("context"), hits=[self.stages[kind] for kind in sorted(hit)])
        for kind in hit:
            self.models[kind].change()

    @rule(kind=kinds)
    def welcome(self, kind):
        model, agreement = self.models[kind], self.agreement(kind)
        if agreement is None:
            return
        agreement.round.stage = self.stages[kind]
        is_legal = model.is_under_way and model.asked is not None and NEWCOMER not in model.asked
        verb = partial(agreement.welcome, self.cast.ann, self.cast.councillors, must_sign=True, **build.TERMS)
        if self.try_to(verb, is_legal):
            model.change()
            model.asked |= {NEWCOMER}

    @rule()
    def a_party_leaves(self):
        if self.try_to(lambda: end_part(self.cast.cycle, self.cast.ann, self.cast.providers), not self.gone):
            self.gone = {"providers"}
            for model in self.models.values():
                if model.is_under_way and "providers" in (model.asked or ()):
                    model.left = frozenset(self.gone)
                    model.change()

    @rule()
    def the_convenor_changes(self):
        self.said += 1
        add_member(self.cast.meals_voice, self.cast.cove, name=f"Convenor {self.said}", role="convenor")
        for model in self.models.values():
            if "users" in (model.asked or ()):
                model.change()

    @rule(kind=kinds)
    def override(self, kind):
        stage, model = self.stages[kind], self.models[kind]
        if self.try_to(lambda: Override.open(stage, self.cast.ann, "It is urgent."), model.state == "preparing"):
            model.state = "open"

    @rule(kind=kinds)
    def finish(self, kind):
        stage, model = self.stages[kind], self.models[kind]
        if self.try_to(lambda: finish_stage(stage, self.cast.ann, "It is time."), model.state == "open"):
            model.state = "finished"

    @invariant()
    def every_stage_is_where_the_model_is_and_rightly_so(self):
        statuses = statuses_of(list(self.stages.values()))
        for kind, model in self.models.items():
            stage, status = self.stages[kind], statuses[self.stages[kind].pk]
            stage.refresh_from_db(fields=["state", "round_number"])
            assert (stage.state, status.word) == (model.state, model.word)
            if stage.is_open and not status.override:
                was_signed_by_all(stage)
            if model.is_under_way and status.is_in_force:
                was_signed_after_the_last_change(stage, status.agreement)


def was_signed_by_all(stage):
    versions = Agreement.objects.filter(round=stage.current_round).proposed()
    opened = Event.objects.filter(stage=stage, verb="stage opened").order_by("number").last()
    later = set(Event.objects.filter(verb="party welcomed").after(opened.number).values_list("thing_id", flat=True))
    signed = [[has_agreed(party) for party in needed(version) if party.pk not in later] for version in versions]
    assert any(all(each) for each in signed)


def was_signed_after_the_last_change(stage, agreement):
    rows = Event.objects.filter(cycle=stage.cycle, material=True).values_list("number", "stage_id", "reach")
    changed = max((number for number, pk, reach in rows if pk == stage.pk or reach == "cycle"), default=0)
    for party in needed(agreement):
        last = Signature.objects.filter(party=party).select_related("event").order_by("event__number").last()
        assert last.position != "decline"
        assert last.event.number > changed


def needed(agreement):
    left = Event.objects.filter(verb="party left").values("thing_id")
    return list(agreement.parties.filter(must_sign=True).exclude(pk__in=left))


def has_agreed(party):
    return Signature.objects.filter(party=party).exclude(position="decline").exists()


@pytest.mark.django_db
def test_no_order_of_steps_opens_a_stage_without_an_agreement_or_an_override():
    run_state_machine_as_test(AnyOrder, settings=settings(max_examples=30, stateful_step_count=20))


@pytest.mark.nightly
@pytest.mark.django_db
def test_no_order_of_steps_at_all_does():
    run_state_machine_as_test(AnyOrder, settings=settings(max_examples=500, stateful_step_count=60))
