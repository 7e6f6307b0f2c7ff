"""Before saving, a commissioner sees what it touches; afterwards just that is touched (R20, journey C4)."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cycle.models import Event
from tests import build
from tests.cycle.pages import list_url, said, signed_in, words
from tests.forms_on_pages import forms_of
from tests.hostile import BREAK_OUT, LIVE

from .before import HELD, WHY, changed, confirmed, edit_url, kept, previewed, record_typed


@pytest.fixture
def line(people):
    return build.record(people.stage("budget"), title="Meals 2023", amount=489000)


@pytest.fixture
def ann(people):
    return signed_in(people.ann)


@pytest.mark.req("R20")
def test_a_cut_shows_agreements_options_contributions_and_people_before_it_is_saved(people, line, ann):
    build.record(people.stage("testing"), title="Hot meals", cost_a_year=450000, paid_from=line)
    needs = build.opened(people.cycle, "needs")
    build.answer(build.contribution(needs, people.mia))
    build.contribution(needs, people.mia)
    rows = Event.objects.count()
    answer = ann.post(edit_url(line), changed(line, amount="400,000"))
    assert (answer.status_code, Event.objects.count()) == (200, rows)
    touched, page = answer.context["touched"], words(answer)
    assert [(str(each.stage), each.parties) for each in touched.stages] == [
        ("Needs assessment", ["Commissioning team", "Meals Voice"])
    ]
    assert touched.options == [("Hot meals", "It costs £450,000 a year, and there is £400,000.")]
    assert [(each.said, each.unanswered) for each in touched.stages] == [(2, 1)]
    assert (touched.told.notices, touched.told.parties) == (4, ["Commissioning team", "Meals Voice"])
    for sentence in ("Commissioning team, Meals Voice have to sign again.", "2 contributions. Still without",
                     "4 people get a notice", "£489,000", "£400,000", WHY, "Nothing is saved yet."):  # fmt: skip
        assert sentence in page
    line.refresh_from_db()
    assert line.amount == 489000


def test_the_confirmed_change_is_saved_as_it_was_typed(people, line, ann):
    build.opened(people.cycle, "needs")
    typed = changed(line, amount="£400,000", summary="First line.\r\n\r\n  Second, with “quotes” & <marks>")
    answer = confirmed(ann, edit_url(line), typed)
    assert said(answer) == [
        "“Meals 2023” is saved. The agreement of 1 stage rests on it and has to be looked at again."
    ]
    line.refresh_from_db()
    assert (line.amount, line.summary, line.history().last().reason) == (400000, typed["summary"], WHY)


def test_going_back_gives_the_form_as_it_was_filled(people, line, ann):
    build.opened(people.cycle, "needs")
    answer = ann.post(edit_url(line), changed(line, amount="400,000"))
    back = ann.post(edit_url(line), kept(answer) | {"back": "1"})
    form = back.context["form"]
    assert (back.status_code, form["amount"].value(), form["reason"].value()) == (200, "400,000", WHY)
    assert back.templates[0].name == "cycle/record_edit.html"
    assert list(form.errors) == []
    line.refresh_from_db()
    assert (line.amount, line.version) == (489000, 1)


def test_a_change_that_touches_nothing_is_saved_at_once(people, line, ann):
    assert ann.post(edit_url(line), changed(line, amount="400,000")).status_code == 302
    build.opened(people.cycle, "needs")
    assert ann.post(edit_url(line), changed(line, title="Meals, 2023")).status_code == 302
    assert ann.post(list_url(line.stage, "record_new"), record_typed(type(line))).status_code == 302


def test_an_option_that_would_not_fit_is_shown_even_when_no_stage_is_under_way(people, line, ann):
    build.record(people.stage("testing"), title="Hot meals", cost_a_year=450000, paid_from=line)
    touched = previewed(ann, edit_url(line), changed(line, amount="400,000"))
    assert (touched.stages, touched.options) == (
        [],
        [("Hot meals", "It costs £450,000 a year, and there is £400,000.")],
    )
    here = people.stage("testing")
    new = record_typed(here.kind.record, title="Too dear", cost_a_year="500,000") | {"paid_from": line.pk}
    touched = previewed(ann, list_url(here, "record_new"), new)
    assert touched.options == [("Too dear", "It costs £500,000 a year, and there is £489,000.")]
    assert confirmed(ann, list_url(here, "record_new"), new).status_code == 200
    assert [each.title for each in here.kind.record.objects.all()] == ["Hot meals", "Too dear"]


@pytest.mark.req("R19", "R20")
def test_a_new_pressure_shows_the_stages_that_it_hits_and_several_can_be_ticked(people, ann):
    needs, strategy = build.opened(people.cycle, "needs"), build.opened(people.cycle, "strategy")
    here = people.stage("context")
    form = record_typed(here.kind.record, title="Prices") | {"hits": [needs.pk, strategy.pk], "token": uuid.uuid4()}
    touched = previewed(ann, list_url(here, "record_new"), form)
    assert [each.stage for each in touched.stages] == [needs, strategy]
    confirmed(ann, list_url(here, "record_new"), form)
    assert list(here.kind.record.objects.get().hits.all()) == [needs, strategy]


def test_a_double_click_on_the_confirmation_makes_one_record(people, ann):
    needs, here = build.opened(people.cycle, "needs"), people.stage("context")
    url = list_url(here, "record_new")
    form = record_typed(here.kind.record) | {"hits": [needs.pk], "token": str(uuid.uuid4())}
    sent = kept(ann.post(url, form))
    first, second = (ann.post(url, sent) for _click in "12")
    assert first.url == second.url == here.kind.record.objects.get().get_absolute_url()
    assert here.kind.record.objects.get().history().count() == 1


# --- Meanwhile --------------------------------------------------------------------------------------------------------


def test_when_more_is_touched_meanwhile_the_list_is_shown_again_and_nothing_is_saved(people, line, ann):
    build.opened(people.cycle, "needs")
    first = ann.post(edit_url(line), changed(line, amount="400,000"))
    build.opened(people.cycle, "strategy")
    second = ann.post(edit_url(line), kept(first))
    assert second.status_code == 409
    assert "More is touched now than when you looked." in words(second)
    assert [str(each.stage) for each in second.context["touched"].stages] == [
        "Needs assessment",
        "Agree strategic framework",
    ]
    line.refresh_from_db()
    assert line.version == 1
    assert ann.post(edit_url(line), kept(second)).status_code == 302


def test_what_is_said_meanwhile_stops_nobody(people, line, ann):
    needs = build.opened(people.cycle, "needs")
    build.contribution(needs, people.mia)
    first = ann.post(edit_url(line), changed(line, amount="400,000"))
    build.contribution(needs, people.bea)
    assert ann.post(edit_url(line), kept(first)).status_code == 302


def test_a_made_up_confirmation_does_not_pass(people, line, ann):
    build.opened(people.cycle, "needs")
    for made_up in ("", "1", "x" * 32, "<script>"):
        assert ann.post(edit_url(line), changed(line, amount="400,000") | {"shown": made_up}).status_code == 409
    line.refresh_from_db()
    assert line.version == 1


def test_somebody_who_was_quicker_is_shown_before_and_after_the_preview(people, line, ann):
    build.opened(people.cycle, "needs")
    slow = changed(line, amount="400,000")
    sent = kept(ann.post(edit_url(line), slow))
    line.revise(people.ola, 1, "More.", amount=500000)
    for form in (slow, sent):
        answer = ann.post(edit_url(line), form)
        assert answer.status_code == 409
        assert ("Amount", "£500,000", "£400,000") in answer.context["beside"]
    again = slow | {"version": answer.context["form"]["version"].value()}
    assert confirmed(ann, edit_url(line), again).status_code == 200
    line.refresh_from_db()
    assert line.amount == 400000


@pytest.mark.parametrize("wrong", [{"reason": " "}, {"amount": "lots"}, {"summary": ""}])
def test_a_form_that_cannot_be_taken_is_told_so_before_any_preview(people, line, ann, wrong):
    build.opened(people.cycle, "needs")
    sent = kept(ann.post(edit_url(line), changed(line, amount="400,000")))
    for form in (changed(line, amount="400,000") | wrong, sent | wrong, sent | wrong | {"back": "1"}):
        answer = ann.post(edit_url(line), form)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(wrong))


# --- What it carries --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [BREAK_OUT + live for live in LIVE[:4]] + ["{{ 7|add:7 }}\r\n\t\u202eabc \U0001f6b2"])
def test_hostile_words_are_carried_unharmed_and_do_no_harm(people, line, ann, text):
    build.opened(people.cycle, "needs")
    answer = ann.post(edit_url(line), changed(line, amount="400,000", title=text[:160], summary=text, reason=text))
    (form,) = [form for form in forms_of(words(answer)) if "shown" in form.values]
    assert (form.values["summary"], form.values["reason"]) == (text, text)
    assert ann.post(edit_url(line), form.values).status_code == 302
    line.refresh_from_db()
    assert (line.summary, line.history().last().reason) == (text.strip(), text.strip())


def test_a_very_long_form_comes_through_whole(people, line, ann):
    build.opened(people.cycle, "needs")
    long = "Everybody reads this, and nobody skips a word. " * 12_000
    assert confirmed(ann, edit_url(line), changed(line, amount="400,000", summary=long)).status_code == 200
    line.refresh_from_db()
    assert line.summary == long.strip()


def test_only_what_the_form_asks_is_carried(people, line, ann):
    build.opened(people.cycle, "needs")
    extra = {"shown_before": "1", "csrfmiddlewaretoken": "x", "created_by": "1", "is_staff": "1"}
    answer = ann.post(edit_url(line), changed(line, amount="400,000") | extra)
    assert {name for name, _value in answer.context["kept"]} & set(extra) == set()


# --- Who is told ------------------------------------------------------------------------------------------------------


def test_those_on_paper_and_those_who_may_not_read_it_are_counted_apart(people, line, ann):
    paul = build.person("Paul On Paper")
    build.member(paul, people.meals_voice, "chair")
    build.opened(people.cycle, "needs")
    told = previewed(ann, edit_url(line), changed(line, amount="400,000")).told
    assert (told.notices, told.on_paper, told.may_not_read) == (3, 1, 0)  # ola, bea, cove; paul
    told = previewed(ann, edit_url(line), changed(line, amount="400,000", **HELD)).told
    assert (told.notices, told.on_paper, told.may_not_read) == (1, 0, 3)


def test_a_stage_that_nobody_has_signed_is_named_without_anybody_who_has_to_sign_again(people, line, ann):
    build.proposed(people.stage("needs"))
    answer = ann.post(edit_url(line), changed(line, amount="400,000"))
    assert [each.parties for each in answer.context["touched"].stages] == [[]]
    assert "nobody has to sign again for this. The agreement now: Waiting for signatures." in words(answer)


# --- What it costs ----------------------------------------------------------------------------------------------------


def test_a_preview_takes_the_same_queries_however_much_it_touches(people, line, ann):
    def asked():
        form = changed(line, amount="400,000")
        with CaptureQueriesContext(connection) as queries:
            assert ann.post(edit_url(line), form).status_code == 200
        return len(queries)

    def fill(*kinds):
        for kind in kinds:
            here = build.opened(people.cycle, kind)
            build.contribution(here, people.mia)
            build.record(people.stage("testing"), cost_a_year=450000, paid_from=line)

    fill("needs")
    ann.get("/")
    asked()
    once = asked()
    fill("strategy", "priorities", "testing")
    for number in range(12):
        build.member(build.person(f"Member {number}", f"m{number}@example.org"), people.meals_voice, "representative")
    assert asked() == once
    print(f"\n{once} queries")
    assert once < 90
