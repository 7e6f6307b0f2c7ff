"""The pages on which a change of control is worked through, and the marks that it leaves on its stages (R31)."""

import pytest
from django.urls import reverse

from cycle.models import Survival
from tests import build
from tests.cycle.pages import confirmed, list_url, queries, record_typed, said, signed_in
from tests.involvement.pages import address, links, words

pytestmark = pytest.mark.django_db
SAID = ("holds", "People still need to eat.", "The new cabinet, 14 May")
TYPED = {"outcome": "holds", "words": SAID[1], "said_by": SAID[2], "seen": "0"}


@pytest.fixture
def people():
    """Two stages are open."""
    cast = build.cast()
    for kind in ("needs", "strategy"):
        build.opened(cast.cycle, kind)
    return cast


def form_url(begun, kind="needs"):
    return reverse("survival", args=[begun.event.cycle.slug, begun.event.number, kind])


def judged(begun, outcome="holds", kind="needs", by=None):
    """Judge one stage of a reassessment. Returns its Survival."""
    survival = begun.survivals.get(stage__kind_slug=kind)
    survival.judge(by or build.lead(begun.event.cycle), outcome, *SAID[1:], seen=survival.stamp, reason="Again.")
    return survival


@pytest.mark.req("R31")
def test_recording_a_change_of_control_leads_to_what_has_to_be_looked_at(people):
    here = people.stage("context")
    form = record_typed(here.kind.record, title="New majority", sort="control")
    answer = confirmed(signed_in(people.ann), list_url(here, "record_new"), form)
    assert said(answer) == [
        "“New majority” is saved. The agreements of 2 stages rest on it and have to be looked at again."
    ]
    shown = words(answer)
    assert "What survives the change of control" in shown
    assert "0 of 2 stages looked at again." in shown
    assert links(answer).count(form_url(answer.context["look"].reassessment)) == 2


@pytest.mark.req("R31")
def test_everybody_reads_what_changed_what_was_agreed_and_what_became_of_it(people):
    begun = build.change_of_control(people.cycle)
    judged(begun, "ends", by=people.ola)
    page = signed_in().get(begun.get_absolute_url())
    shown = words(page)
    for sentence in (
        "1 of 2 stages looked at again: 1 ends.", "What changed: New majority",
        "Where it comes from The count of votes",
        "Stages that it changes Every stage", "Needs assessment It does not survive", "People still need to eat.",
        "Said by: The new cabinet, 14 May. Put in by Ola on", "Nobody has looked at it again yet.",
        "Its agreement now Changed since it was signed", f"Purpose {build.WORDS['purpose']}",
        f"What it rests on {build.WORDS['fixed']} {build.WORDS['fixed_because']}",
        f"Who decides in the end {build.WORDS['who_decides']}",
    ):  # fmt: skip
        assert sentence in shown
    for nobodys in ("Look at it again", "Judge it in another way", "Next:"):
        assert nobodys not in shown


def test_each_outcome_is_counted_in_one_line(people):
    build.begin(people.stage("testing"))
    begun = build.change_of_control(people.cycle)
    for kind, outcome in {"needs": "holds", "strategy": "changes", "testing": "ends"}.items():
        judged(begun, outcome, kind)
    look = signed_in().get(begun.get_absolute_url()).context["look"]
    assert look.progress == "3 of 3 stages looked at again: 1 holds, 1 holds with changes, 1 ends"


@pytest.mark.req("R31")
def test_an_officer_is_led_from_one_stage_to_the_next(people):
    begun, ann = build.change_of_control(people.cycle), signed_in(people.ann)
    answer = ann.post(form_url(begun), TYPED, follow=True)
    assert answer.redirect_chain == [(form_url(begun, "strategy"), 302)]
    assert said(answer) == ["“Needs assessment” is saved: It holds as it is. Now the next one."]
    assert answer.context["form"]["said_by"].value() == "The new cabinet, 14 May"
    answer = ann.post(form_url(begun, "strategy"), TYPED | {"outcome": "ends"}, follow=True)
    assert answer.redirect_chain == [(begun.get_absolute_url(), 302)]
    assert said(answer)[0].endswith("is saved: It does not survive. Every stage is looked at now.")
    assert list(begun.survivals.values_list("outcome", flat=True)) == ["holds", "ends"]


@pytest.mark.parametrize(
    ("outcome", "kind", "next_url"), [("ends", "needs", "stage_finish"), ("changes", "needs", "stage")]
)
def test_an_officer_reads_what_to_do_next_and_the_stage_stays_open(people, outcome, kind, next_url):
    begun = build.change_of_control(people.cycle)
    judged(begun, outcome, kind)
    page = signed_in(people.ola).get(begun.get_absolute_url())
    assert "Next:" in words(page)
    assert address(next_url, people.stage(kind)) in links(page)
    assert people.stage(kind).is_open


def test_a_form_that_is_not_filled_in_comes_back_with_what_was_typed(people):
    begun = build.change_of_control(people.cycle)
    answer = signed_in(people.ann).post(form_url(begun), TYPED | {"said_by": ""})
    assert answer.status_code == 422
    assert SAID[1] in words(answer)
    assert not Survival.objects.filter(event__isnull=False).exists()


def test_another_judgement_asks_for_its_reason(people):
    begun = build.change_of_control(people.cycle)
    survival, ann = judged(begun), signed_in(people.ann)
    again = TYPED | {"outcome": "ends", "seen": survival.stamp}
    assert "Why do you judge it in another way now?" in words(ann.get(form_url(begun)))
    answer = ann.post(form_url(begun), again)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])
    assert ann.post(form_url(begun), again | {"reason": "They met again."}).status_code == 302
    survival.refresh_from_db()
    assert (survival.outcome, survival.event.reason) == ("ends", "They met again.")


def test_nothing_different_is_nothing_new(people):
    begun = build.change_of_control(people.cycle)
    survival = judged(begun)
    same = TYPED | {"seen": survival.stamp, "reason": "I looked."}
    answer = signed_in(people.ann).post(form_url(begun), same, follow=True)
    assert said(answer) == ["Nothing was different, so nothing was changed."]


def test_the_second_of_two_judges_sees_both_texts_and_loses_none(people):
    begun = build.change_of_control(people.cycle)
    survival, ola = judged(begun), signed_in(people.ola)
    answer = ola.post(form_url(begun), TYPED | {"outcome": "ends", "words": "No money."})
    assert answer.status_code == 409
    assert [(each.before, each.now) for each in answer.context["apart"]] == [
        ("It holds as it is", "It does not survive"), ("People still need to eat.", "No money."),
    ]  # fmt: skip
    assert answer.context["form"]["seen"].value() == str(survival.stamp)
    assert "No money." in words(answer)


def test_a_stage_that_was_not_under_way_has_no_page(people):
    begun = build.change_of_control(people.cycle)
    assert signed_in(people.ann).get(form_url(begun, "budget")).status_code == 404


def test_a_change_that_was_put_down_wrongly_asks_nothing_any_more(people):
    begun = build.change_of_control(people.cycle)
    begun.record.revise(people.ann, 1, "I chose the wrong line.", sort="circumstances")
    ann = signed_in(people.ann)
    shown = words(ann.get(begun.get_absolute_url()))
    assert "So nothing has to be looked at again." in shown
    assert "Look at it again" not in shown
    assert ann.get(form_url(begun)).status_code == 403
    assert "after the change of control" not in words(ann.get(address("stage", people.stage("needs"))))


# --- The marks --------------------------------------------------------------------------------------------------------


@pytest.mark.req("R31")
@pytest.mark.parametrize("room", ["stage", "contributions", "stage_report", "stage_history"])
def test_every_room_of_a_stage_says_what_became_of_it(people, room):
    begun = build.change_of_control(people.cycle)
    waits = "Has to be looked at again after the change of control “New majority”."
    assert waits in words(signed_in().get(address(room, people.stage("needs"))))
    judged(begun)
    shown = words(signed_in().get(address(room, people.stage("needs"))))
    assert waits not in shown
    assert "Looked at again after the change of control “New majority”. It holds as it is." in shown
    assert "Why: People still need to eat." in shown
    assert waits in words(signed_in().get(address(room, people.stage("strategy"))))


@pytest.mark.req("R14", "R31")
def test_who_may_not_read_the_change_reads_that_there_was_one_and_nothing_more(people):
    begun = build.change_of_control(people.cycle, make=build.withheld)
    here = address("stage", people.stage("needs"))
    waits = "This stage has to be looked at again, after a change that is not open to you."
    assert waits in words(signed_in(people.mia).get(here))
    judged(begun)
    for somebody in (None, people.mia):
        shown = words(signed_in(somebody).get(here))
        assert "This stage was looked at again, after a change that is not open to you." in shown
        assert [word for word in ("New majority", *SAID[1:]) if word in shown] == []
        assert signed_in(somebody).get(begun.get_absolute_url()).status_code == 404
        assert begun.get_absolute_url() not in links(signed_in(somebody).get(people.cycle.get_absolute_url()))
    assert "People still need to eat." in words(signed_in(people.cara).get(here))


def test_a_later_round_does_not_bear_the_mark_of_an_earlier_one_and_its_report_does(people):
    begun = build.change_of_control(people.cycle)
    needs = people.stage("needs")
    build.record(needs)
    needs.finish(people.ann)
    sentence = "Not looked at again after the change of control “New majority”: the round had ended before."
    assert sentence in words(signed_in().get(address("stage", needs)))
    judged(begun)
    build.begin(needs, people.ann, "There is more to ask.")
    assert "after the change of control" not in words(signed_in().get(address("stage", needs)))
    report = words(signed_in().get(address("stage_report", needs)))
    assert "What survives a change of control Round 1 Looked at again after the change of control" in report
    assert "This round has ended since." in words(signed_in().get(begun.get_absolute_url()))


@pytest.mark.req("R31")
def test_the_page_of_the_cycle_leads_there_while_it_waits_and_afterwards(people):
    begun = build.change_of_control(people.cycle)
    home = people.cycle.get_absolute_url()
    shown = words(signed_in().get(home))
    assert "After the change of control “New majority” each stage that was under way is looked at again." in shown
    assert "0 of 2 stages looked at again" in shown
    judged(begun)
    judged(begun, kind="strategy")
    shown = words(signed_in().get(home))
    assert "each stage that was under way is looked at again" not in shown
    assert "What survives “New majority”" in shown


def test_the_pages_take_the_same_queries_at_one_and_at_three_changes_and_at_more_stages(people):
    begun = build.change_of_control(people.cycle)
    judged(begun)
    reader = signed_in(people.zoe)
    urls = [begun.get_absolute_url(), address("stage", people.stage("needs")), people.cycle.get_absolute_url()]
    once = [queries(reader, url) for url in urls]
    for kind in ("budget", "testing"):
        build.begin(people.stage(kind))
        judged(build.change_of_control(people.cycle))
    more = [queries(reader, url) for url in [Survival.objects.last().reassessment.get_absolute_url(), *urls[1:]]]
    assert more == once
