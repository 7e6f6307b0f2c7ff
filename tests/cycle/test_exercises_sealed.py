"""While an exercise is open nobody learns what a ballot says, whatever happens in whatever order (R45).

The first test turns every sealed ballot upside down behind the product's back: not one letter of any page, print or
export may change for anybody but the giver. The second one takes steps in any order.
"""

import re
from collections import Counter

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle import ranking
from cycle.moves import Refused
from tests import build
from tests.cycle.pages import signed_in

pytestmark = pytest.mark.django_db
READERS = (None, "bea", "cove", "ola")  # mia and pat give ballots of their own
OF_STAGE = ("stage", "stage_work", "stage_report", "briefing", "stage_history", "contributions",
            "stage_sheet", "keying")  # fmt: skip
OF_CYCLE = ("cycle", "ledger", "newcomer", "cycle_way", "where_we_are", "notices", "information_line")
OF_EXERCISE = ("exercise_items", "exercise_closing", "exercise_ballot", "exercise_results", "priorities_agreed",
               "exercise_keying", "exercise_paper")  # fmt: skip
ANEW_EACH_TIME = re.compile(
    rb'name="(csrfmiddlewaretoken|token)" value="[^"]*"|nonce="[^"]*"|(token|value)="[0-9a-f-]{36}"'
)


def addresses(stage, exercises, with_print):
    here = [stage.cycle.slug, stage.kind_slug]
    yield "/"
    yield from (reverse(name, args=here[:1]) for name in OF_CYCLE)
    yield from (reverse(name, args=here) for name in OF_STAGE)
    yield from (reverse("export_file", args=[*here, form]) for form in ("csv", "json"))
    yield reverse("work_export_file", args=[*here, "json"])  # a workbook has the same rows, and the second it was made
    yield from (reverse(name, args=[*here, "exercises"]) for name in ("records", "records_file"))
    if with_print:
        yield reverse("stage_report_pdf", args=here)
    for exercise in exercises:
        yield exercise.get_absolute_url()
        yield from (exercise.get_url(name) for name in OF_EXERCISE)


def all_that_is_read(paths):
    """(reader, path) -> status and body, without what is another one at each request."""
    cast, stage, exercises = paths
    found = {}
    for name in READERS:
        client = signed_in(name and getattr(cast, name))
        for path in addresses(stage, exercises, with_print=name is None):
            answer = client.get(path)
            found[name, path] = (answer.status_code, ANEW_EACH_TIME.sub(b"", answer.getvalue()))
    return found


def turn_upside_down(exercise):
    """Let every ballot say the opposite, without a trace."""
    for ballot in exercise.ballots.all():
        for choice in ballot.choices.all():
            type(choice).objects.filter(pk=choice.pk).update(value=9 - choice.value)
        for pair in ballot.pairs.all():
            other = {"first": "second", "second": "level", "level": "first"}[pair.prefers]
            type(pair).objects.filter(pk=pair.pk).update(prefers=other)
        if ballot.is_abstention:
            type(ballot).objects.filter(pk=ballot.pk).update(is_abstention=False)


@pytest.mark.req("R45")
def test_no_page_print_or_export_differs_by_what_a_sealed_ballot_says():
    cast = build.cast()
    stage = build.opened(cast.cycle, "priorities")
    exercises = [
        build.open_exercise(stage, title=f"By {method}", method=method) for method in ("rank", "points", "pairs")
    ]
    for exercise in exercises:
        build.ballot(exercise, cast.mia, cast.users, "Hot meals", "A low price")
        build.ballot(exercise, cast.pat, cast.providers, "More choice", "A low price")
        build.on_paper(exercise, "A low price", "Hot meals", by=cast.cove)
        build.on_paper(exercise)
    seen = cast, stage, exercises
    all_that_is_read(seen)  # what is kept from the first request on is there now
    before = all_that_is_read(seen)
    for exercise in exercises:
        turn_upside_down(exercise)
    after = all_that_is_read(seen)
    assert [key for key in before if before[key] != after[key]] == []
    assert Counter(status for status, _body in before.values())[200] > 100
    for exercise in exercises:  # and once they are closed, it does make a difference
        exercise.close(cast.ann)
    assert any(before[key] != value for key, value in all_that_is_read(seen).items())


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("vote"), st.sampled_from(["mia", "bea", "pat", "ann"]), st.permutations([0, 1, 2])),
        st.tuples(st.just("paper"), st.sampled_from(["users", "providers"]), st.permutations([0, 1, 2])),
        st.tuples(st.just("open"), st.sampled_from(["ann", "mia"]), st.none()),
        st.tuples(st.just("close"), st.sampled_from(["ola", "bea"]), st.none()),
    ),
    max_size=14,
)
PARTY = {"mia": "users", "bea": "users", "pat": "providers", "ann": "commissioners"}


def walk(cast, exercise, steps):
    """Take the steps beside a state and ballots as they ought to be. Returns whether it closed."""
    state, ballots, items = "preparing", {}, list(exercise.items.all())
    for number, (step, who, order) in enumerate(steps):
        try:
            if step in ("open", "close"):
                getattr(exercise, step)(getattr(cast, who))
                state = {"open": "open", "close": "closed"}[step]
            else:
                said = {items[item]: place for place, item in enumerate(order, start=1)}
                key, party = _put(cast, exercise, step, who, said, number)
                ballots[key] = (party, said)
        except Refused:
            pass
        assert exercise.afresh().state == state
        assert (exercise.results is None) == (state != "closed")
        assert sum(vars(exercise.turnout).values()) == len(ballots)
    if state == "closed":
        users = [said for party, said in ballots.values() if party == "users"]
        others = [said for party, said in ballots.values() if party != "users"]
        assert exercise.results.users == ranking.rank(items, users)
        assert exercise.results.professionals == ranking.rank(items, others)
    return state == "closed"


def _put(cast, exercise, step, who, said, number):
    """Give a ballot, one's own or on paper: its key among all, and its party."""
    if step == "paper":
        exercise.put_in(cast.ann, getattr(cast, who), said, channel="paper")
        return number, who
    own = exercise.ballot_of(getattr(cast, who))
    exercise.vote(getattr(cast, who), getattr(cast, PARTY[who]), said, version=own.version if own else 0)
    return who, PARTY[who]


def test_in_any_order_of_steps_it_is_sealed_until_it_is_closed():
    cast = build.cast()
    exercise = build.exercise(build.opened(cast.cycle, "priorities"))
    closed = []

    @settings(max_examples=60)
    @given(steps=STEPS)
    def in_this_order(steps):
        with transaction.atomic():
            closed.append(walk(cast, exercise.afresh(), [("open", "ann", None), *steps][len(steps) % 2 :]))
            transaction.set_rollback(True)

    in_this_order()
    assert any(closed)
    assert not all(closed)
