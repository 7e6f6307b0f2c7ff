"""The pages of promises: the register, one promise, what waits for whom, the next cycle, and the end of one (R78)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from feedback.closing import close_cycle
from feedback.models import Promise
from tests import build
from tests.cycle.pages import queries, said, signed_in, words
from tests.feedback.pages import answer_typed, url

pytestmark = pytest.mark.django_db
FAR = {"due_on_day": "1", "due_on_month": "2", "due_on_year": "2190"}


def typed(people, **over):
    plain = {"what": "I promise it.", "owner": people.ann.pk, "to": [people.users.pk], "ground": "seat"}
    return plain | {"authority": "I run it.", "openness": "public"} | FAR | over


def waits(person):
    return {row.sentence: row.why for row in signed_in(person).get("/").context["waiting"]}


@pytest.mark.req("R78")
def test_a_promise_is_made_on_its_page_and_stands_in_both_registers(people, needs):
    answer = signed_in(people.ann).post(url(needs, "promise_new"), typed(people), follow=True)
    assert said(answer) == ["Your promise is written down, with its day."]
    for register in (url(needs, "stage_promises"), reverse("promises", args=[people.cycle.slug])):
        assert "I promise it." in words(signed_in().get(register))


@pytest.mark.req("R78")
def test_a_promise_beyond_ones_limits_is_made_and_the_page_says_so(people, needs):
    people.cycle.seat(people.ola, "decider", people.ann, limits="May not promise money.")
    browser = signed_in(people.ola)
    assert "May not promise money." in words(browser.get(url(needs, "promise_new")))
    browser.post(url(needs, "promise_new"), typed(people, ground="beyond", authority="I will ask the cabinet."))
    page = words(signed_in().get(Promise.objects.get().get_absolute_url()))
    assert "This is more than the one who promised it may decide alone." in page


@pytest.mark.parametrize(
    ("over", "sentence"),
    [
        ({"to": []}, "Say to whom you promise it."),
        ({"openness": "withheld"}, "have to be able to read it"),
        ({"due_on_year": "2020"}, "Choose a day"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(people, needs, over, sentence):
    answer = signed_in(people.ann).post(url(needs, "promise_new"), typed(people, **over))
    assert answer.status_code == 422
    assert "I promise it." in words(answer)
    assert Promise.objects.count() == 0


def test_an_answer_that_says_later_is_in_the_register_at_once(people, needs):
    contribution = build.contribution(needs)
    day = {"later_by_day": "1", "later_by_month": "3", "later_by_year": "2190"}
    sent = answer_typed(outcome="later", because="", text="We ask the kitchen.", **day)
    signed_in(people.ann).post(url(needs, "answer", contribution.pk), sent)
    page = words(signed_in().get(url(needs, "stage_promises")))
    assert "We ask the kitchen." in page
    assert "1 March 2190" in page
    assert "What was promised for it" in words(signed_in().get(contribution.get_absolute_url()))


@pytest.mark.req("R78")
@pytest.mark.parametrize(
    ("state", "shown"),
    [("", 4), ("open", 2), ("late", 1), ("kept", 1), ("broken", 1), ("partly", 0), ("differ", 1), ("nonsense", 4)],
)
def test_the_register_shows_what_it_is_asked_for(people, needs, state, shown):
    build.promise(needs)
    build.late_promise(needs, owner=people.ola)
    build.concluded(build.promise(needs), "broken")
    build.promise_verdict(build.concluded(build.promise(needs)), people.bea)
    answer = signed_in().get(url(needs, "stage_promises"), {"state": state})
    assert len(answer.context["rows"]) == shown
    mine = signed_in().get(url(needs, "stage_promises"), {"owner": people.ola.pk})
    assert len(mine.context["rows"]) == 1


def test_what_is_not_open_is_counted_and_not_told(people, needs):
    build.promise(needs, openness="involved", what="canary")
    page = words(signed_in().get(url(needs, "stage_promises")))
    assert "1 more promise is not open to you." in page
    assert "canary" not in page


def test_a_register_takes_the_same_queries_for_one_for_three_and_for_thirty(people, needs):
    counts = []
    for number in (1, 2, 27):
        for _each in range(number):
            build.promise_verdict(build.concluded(build.promise(needs)), people.bea)
        counts.append(queries(signed_in(people.mia), url(needs, "stage_promises")))
    assert counts[1] == counts[2] == counts[0], counts


@pytest.mark.req("R78")
def test_a_late_promise_waits_on_the_first_page_of_its_owner_and_of_nobody_else(people, needs):
    build.late_promise(needs, owner=people.ola, what="I promise to look.")
    told = {
        name: [each for each in waits(who) if "I promise to look." in each] for name, who in people.people().items()
    }
    assert {name for name, found in told.items() if found} == {"ola"}
    assert waits(people.ola)["Say what came of your promise: “I promise to look.”"] == "Needs assessment. It is late."


def test_a_promise_whose_owner_has_no_seat_any_more_waits_for_all_officers(people, needs):
    build.late_promise(needs, owner=people.cara, what="I promise to look.")
    people.cycle.end_seat(people.ann, people.cycle.seats.get(person=people.cara), "She left.")
    people.afresh()
    sentence = "Nobody carries this promise out any more: “I promise to look.”"
    assert [sentence in waits(who) for who in (people.ann, people.ola, people.bea)] == [True, True, False]


@pytest.mark.req("R78")
def test_those_promised_to_are_asked_on_their_first_page_until_they_have_said_it(people, needs):
    contribution = build.contribution(needs, people.mia)
    promise = build.concluded(build.promise(needs, contributions=[contribution], to=[people.users]))
    sentence = "Say whether this promise to you was kept: “I promise hot meals.”"
    assert [sentence in waits(who) for who in (people.bea, people.mia, people.cove)] == [True, True, False]
    signed_in(people.bea).post(promise.address("promise_verdict"), {"verdict": "kept"})
    build.promise_verdict(promise, people.mia, "kept")
    assert [sentence in waits(who) for who in (people.bea, people.mia)] == [False, False]


@pytest.mark.req("R78")
def test_both_views_stand_on_the_page_and_so_does_every_day(people, needs):
    promise = build.promise(needs)
    promise.postpone(people.ann, timezone.localdate() + timedelta(days=400), "The van broke down.")
    build.concluded(promise, "kept", outcome="All have it.")
    build.promise_verdict(promise, people.bea, "broken", "Three have not.")
    page = words(signed_in().get(promise.get_absolute_url()))
    for part in ("All have it.", "Three have not.", "The van broke down.", "the first day was 1 January 2030",
                 "1 of 1 to whom it was promised sees it otherwise."):  # fmt: skip
        assert part in page


@pytest.mark.req("R78", "R87")
def test_the_next_cycle_shows_what_was_promised_before_and_not_kept(people, needs):
    build.concluded(build.promise(needs, what="I promise two vans."), "broken")
    build.concluded(build.promise(needs, what="I promise one cup."))
    build.promise(needs, what="canary", openness="involved")
    following = build.cycle(people.ann, people.council, title="Meals again", sector="adult social CARE")
    page = words(signed_in().get(following.get_absolute_url()))
    assert "Promised before, and not kept yet" in page
    assert "I promise two vans." in page
    assert "I promise one cup." not in page
    assert "canary" not in page
    other = build.cycle(people.ann, people.council, title="Roads", sector="Roads")
    assert "Promised before" not in words(signed_in().get(other.get_absolute_url()))


@pytest.mark.req("R78")
def test_a_cycle_does_not_close_over_a_promise_without_a_reason_that_all_read(people):
    promise = build.promise(people.stage("needs"))
    address, browser = reverse("cycle_closing", args=[people.cycle.slug]), signed_in(people.ann)
    assert browser.post(address, {"reason": "It is done."}).status_code == 422
    sent = {"reason": "It is done.", "carried_because": "The contract runs on.", "unreviewed_because": "No time."}
    assert browser.post(address, sent).status_code == 302
    page = words(signed_in().get(promise.get_absolute_url()))
    assert "The cycle is closed, and this promise is carried on." in page
    assert "The contract runs on." in page
    assert not Promise.objects.get().refusal("kept", people.ann)


def test_a_cycle_without_open_promises_closes_as_before(people):
    build.concluded(build.promise(people.stage("needs")))
    close_cycle(people.cycle, people.ann, "It is done.", unreviewed_because="Nobody was left.")
    assert people.cycle.is_closed


@pytest.mark.req("R78")
def test_the_report_of_the_stage_and_where_we_are_tell_of_promises(people, needs):
    build.concluded(build.promise(needs, what="I promise two vans."), "broken")
    build.late_promise(needs)
    assert "I promise two vans." in words(signed_in().get(url(needs, "stage_report")))
    where = signed_in().get(reverse("where_we_are", args=[people.cycle.slug])).context["report"]
    assert [(late.count, late.is_promised) for late in where.late] == [(1, True)]


@pytest.fixture
def on_paper(people):
    """Meals Voice, for which only Paula speaks now, who has no e-mail. Returns Paula."""
    people.meals_voice.memberships.filter(role__in=["representative", "chair"]).delete()
    paula = build.person("Paula")
    build.member(paula, people.meals_voice, "representative")
    return paula


@pytest.mark.req("R70", "R78")
def test_the_convenor_of_a_group_that_speaks_on_paper_asks_it_and_puts_in_how_it_sees_a_promise(
    people, needs, on_paper
):
    promise = build.concluded(build.promise(needs))
    sentence = "Ask your group whether this promise was kept: “I promise hot meals.”"
    assert [sentence in waits(who) for who in (people.cove, people.ann, people.mia)] == [True, False, False]
    browser = signed_in(people.cove)
    page = words(browser.get(promise.get_absolute_url()))
    assert [part for part in ("Put in how they see it", "Who said it?", "Paula, for") if part not in page] == []
    sent = browser.post(promise.address("promise_verdict"), {"verdict": "broken", "words": "They came cold."})
    assert (sent.status_code, promise.verdicts.count()) == (422, 0)
    told = {"voice": f"party-{people.users.pk}-{on_paper.pk}", "verdict": "broken", "words": "They came cold."}
    sent = browser.post(promise.address("promise_verdict"), told, follow=True)
    assert said(sent) == ["It is put in. What Paula says stands beside what the authority says."]
    assert sentence not in waits(people.cove)
    given = promise.verdicts.get()
    assert (given.participant, given.told_by, given.by) == (people.users, on_paper, people.cove)
    assert "Paula said it on paper or face to face, and Cove put it in." in words(sent)
    anybody = words(signed_in().get(promise.get_absolute_url()))
    assert "They said it on paper or face to face, and it was put in for them." in anybody
    assert "Paula" not in anybody


def test_a_convenor_puts_in_nothing_for_those_who_have_e_mail(people, needs, on_paper):
    build.member(people.bea, people.meals_voice, "representative")
    promise = build.concluded(build.promise(needs))
    assert not any("Ask your group" in row for row in waits(people.cove))
    offered = signed_in(people.cove).get(promise.get_absolute_url()).context["form"].fields["voice"].choices
    assert [label for _key, label in offered] == [f"Paula, for {people.users}"]
    forged = {"voice": f"party-{people.users.pk}-{people.bea.pk}", "verdict": "kept"}
    assert signed_in(people.cove).post(promise.address("promise_verdict"), forged).status_code == 422
    assert promise.verdicts.count() == 0


def test_nobody_else_puts_in_what_a_group_says_of_a_promise(people, needs, on_paper):
    promise = build.concluded(build.promise(needs))
    told = {"voice": f"party-{people.users.pk}-{on_paper.pk}", "verdict": "kept"}
    statuses = [
        signed_in(who).post(promise.address("promise_verdict"), told).status_code
        for who in (people.ann, people.mia, people.pat, people.zoe)
    ]
    assert (statuses, promise.verdicts.count()) == ([403, 403, 403, 403], 0)
