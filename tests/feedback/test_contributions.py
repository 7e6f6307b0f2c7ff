"""Saying something in a stage: who may, in whose voice, under which name, and who reads it."""

import pytest

from feedback.models import Contribution
from involvement.models import Override
from tests import build
from tests.cycle.pages import queries, said, signed_in, words
from tests.feedback.pages import about, contribution_typed, entered_typed, url

pytestmark = pytest.mark.django_db


# --- Saying something oneself -----------------------------------------------------------------------------------------


@pytest.mark.req("R68", "R82")
def test_a_member_says_something_and_learns_by_when_an_answer_comes(people, needs):
    answer = signed_in(people.mia).post(url(needs, "contribution_new"), contribution_typed(), follow=True)
    given = Contribution.objects.get()
    assert (given.given_by, given.participant, given.voice, given.sort) == (people.mia, people.users, "own", "concern")
    assert given.due_on > given.given_on
    assert said(answer) == [f"Thank you. It is written down, and you get an answer by {given.due_on:%-d %B %Y}."]
    assert answer.redirect_chain[-1][0] == given.get_absolute_url()


@pytest.mark.req("R68")
def test_whoever_speaks_for_others_says_how_they_know(people, needs):
    address, browser = url(needs, "contribution_new"), signed_in(people.bea)
    refused = browser.post(address, contribution_typed(voice="mandate", text="We want it hot."))
    assert refused.status_code == 422
    assert "Say how you know what the others think." in words(refused)
    assert "We want it hot." in words(refused)
    how = {"how_known": "Our meeting on 3 May", "how_many": "38", "dissent": "Two like it frozen."}
    page = words(browser.post(address, contribution_typed(voice="mandate", **how), follow=True))
    shown = ["My group&#x27;s, which asked me to say it", "Our meeting on 3 May", "38", "Two like it frozen."]
    assert [text for text in shown if text not in page] == []


def test_a_double_click_is_one_contribution(people, needs):
    browser, sent = signed_in(people.mia), contribution_typed()
    first, second = (browser.post(url(needs, "contribution_new"), sent) for _click in range(2))
    assert first.url == second.url
    assert Contribution.objects.count() == 1


def test_a_form_that_another_person_has_sent_is_refused_and_shows_nothing_of_theirs(people, needs):
    build.contribution(needs, people.mia, openness="withheld", token=(sent := contribution_typed())["token"])
    assert signed_in(people.bea).post(url(needs, "contribution_new"), sent).status_code == 409
    assert Contribution.objects.count() == 1


def test_who_belongs_to_two_groups_chooses_for_whom_they_speak(people, needs):
    walkers = build.group("Walkers")
    build.member(people.mia, walkers)
    there = build.admit(people.cycle, walkers)
    browser, address = signed_in(people.mia), url(needs, "contribution_new")
    assert browser.post(address, contribution_typed()).status_code == 422
    browser.post(address, contribution_typed(participant=there.pk))
    assert Contribution.objects.get().participant == there
    assert browser.post(address, contribution_typed(participant=people.providers.pk)).status_code == 422


def test_somebody_who_takes_no_part_is_told_so_and_a_stranger_signs_in_first(people, needs):
    address = url(needs, "contribution_new")
    for answer in (signed_in(people.zoe).get(address), signed_in(people.zoe).post(address, contribution_typed())):
        assert answer.status_code == 403
        assert "Only people who take part in this cycle can say something here." in words(answer)
    assert signed_in().get(address).status_code == 302
    assert Contribution.objects.count() == 0


def test_nothing_is_asked_for_in_a_stage_that_is_not_open(people):
    shut = people.stage("needs")
    answer = signed_in(people.mia).get(url(shut, "contribution_new"))
    assert answer.status_code == 403
    assert "This stage is not open, so nothing is asked of anybody in it now." in words(answer)


def test_a_stage_that_was_finished_meanwhile_keeps_the_text_on_the_form(people, needs):
    build.record(needs)
    needs.finish(people.ann)
    answer = signed_in(people.mia).post(url(needs, "contribution_new"), contribution_typed())
    assert answer.status_code == 422
    assert "This stage is not open, so nothing is asked of anybody in it now." in words(answer)
    assert "The meals come cold." in words(answer)


@pytest.mark.req("R9")
def test_the_form_shows_what_was_agreed_and_says_when_that_has_changed(people, needs):
    address = url(needs, "contribution_new")
    page = words(signed_in(people.mia).get(address))
    agreed = [
        build.WORDS["open_to_change"],
        build.WORDS["fixed"],
        build.WORDS["fixed_because"],
        "Within 15 working days.",
    ]
    assert [text for text in agreed if text not in page] == []
    assert "Something has changed since" not in page
    build.budget_cut(people.cycle)
    assert "Something has changed since the agreement was signed." in words(signed_in(people.mia).get(address))


@pytest.mark.req("R9")
def test_every_room_of_a_stage_that_was_opened_without_agreement_says_so(people):
    stage = build.begin(people.stage("testing"))
    Override.open(stage, people.ann, "The grant ends soon.")
    for name in ("contributions", "contribution_new"):
        page = words(signed_in(people.mia).get(url(stage, name)))
        assert "This stage was opened without a full agreement" in page
        assert "The grant ends soon." in page
    assert "There is no agreement for this stage." in page


# --- Putting in what somebody else said -------------------------------------------------------------------------------


@pytest.mark.req("R70")
def test_a_convenor_puts_in_what_a_member_wrote_on_paper(people, needs):
    address = url(needs, "contribution_new") + "?for=others"
    page = words(signed_in(people.cove).post(address, entered_typed(given_by=people.mia.pk), follow=True))
    given = Contribution.objects.get()
    assert (given.given_by, given.entered_by, given.channel) == (people.mia, people.cove, "paper")
    assert [text for text in ("On paper", "3 May 2023", "Mia, Meals Voice", "Cove") if text not in page] == []


@pytest.mark.req("R70")
def test_an_officer_puts_in_a_phone_call_of_nobody_by_name(people, needs):
    sent = entered_typed(channel="phone", participant=people.users.pk)
    signed_in(people.ola).post(url(needs, "contribution_new") + "?for=others", sent)
    given = Contribution.objects.get()
    assert (given.given_by, given.entered_by, given.channel) == (None, people.ola, "phone")


def test_a_name_goes_only_with_the_group_that_it_belongs_to(people, needs):
    sent = entered_typed(participant=people.users.pk, given_by=people.pat.pk)
    answer = signed_in(people.ann).post(url(needs, "contribution_new") + "?for=others", sent)
    assert answer.status_code == 422
    assert "This person does not belong to the group that you chose." in words(answer)


def test_what_is_said_tomorrow_is_not_put_in_today(people, needs):
    answer = signed_in(people.cove).post(
        url(needs, "contribution_new") + "?for=others", entered_typed(given_on_year="2190")
    )
    assert answer.status_code == 422


def test_a_member_puts_in_nobody_elses_words(people, needs):
    answer = signed_in(people.mia).post(url(needs, "contribution_new") + "?for=others", entered_typed())
    assert answer.status_code == 403
    assert "Only the convenor of the group or an officer can put in what somebody else said." in words(answer)


# --- Reading ----------------------------------------------------------------------------------------------------------


@pytest.mark.req("R71")
def test_names_are_for_those_who_take_part_and_unnamed_stays_unnamed(people, needs):
    named = build.contribution(needs, people.mia)
    unnamed = build.contribution(needs, people.mia, is_unnamed=True)
    full, part = "Mia, Meals Voice", "Somebody from Meals Voice"
    expected = {
        None: (part, part), people.zoe: (part, part), people.bea: (full, part), people.ann: (full, part),
        people.mia: (full, full), people.cove: (full, full),
    }  # fmt: skip
    for reader, names in expected.items():
        browser = signed_in(reader)
        pages = [words(browser.get(about(each))) for each in (named, unnamed)]
        assert [name in page for name, page in zip(names, pages, strict=True)] == [True, True]
        leaked = [page for name, page in zip(names, pages, strict=True) if name == part and full in page]
        assert leaked == []


@pytest.mark.req("R71")
def test_the_public_reads_no_members_name_on_any_page(people, needs):
    build.contribution(needs, people.mia)
    given = build.contribution(needs, people.cove, channel="paper", given_by=people.mia)
    answer = build.answer(given)
    answer.contribution = given
    answer.judge(people.mia, "does not", "No.")
    pages = [url(needs), about(given), people.cycle.get_absolute_url(), "/"]
    for reader in (None, people.zoe):
        shown = "".join(words(signed_in(reader).get(page)) for page in pages)
        assert [name for name in (">Mia", "Mia,", "Mia ", "Cove,", "Cove ", ">Cove") if name in shown] == []


@pytest.mark.req("R14")
def test_what_is_not_open_to_a_reader_is_counted_and_never_shown(people, needs):
    build.contribution(needs, people.mia, text="For everyone")
    build.contribution(needs, people.mia, text="For the involved", openness="involved")
    build.contribution(needs, people.bea, text="For officers one", openness="withheld")
    hidden = build.contribution(needs, people.bea, text="For officers two", openness="withheld")
    officers, involved = "more were given to the officers only.", "1 more was given to those who take part."
    public, member, officer = (words(signed_in(who).get(url(needs))) for who in (None, people.mia, people.ann))
    assert [f"2 {officers}" in page for page in (public, member, officer)] == [True, True, False]
    assert [involved in page for page in (public, member, officer)] == [True, False, False]
    assert ["For officers" in page for page in (public, member, officer)] == [False, False, True]
    assert ["For the involved" in page for page in (public, member, officer)] == [False, True, True]
    assert [signed_in(who).get(about(hidden)).status_code for who in (None, people.mia, people.bea)] == [404, 404, 200]


def test_the_list_is_chosen_by_sort_party_and_answer(people, needs):
    build.contribution(needs, text="An idea of ours", sort="idea")
    build.contribution(needs, people.pat, people.providers, text="A view of Pat", sort="view")
    build.answer(build.contribution(needs, text="A question answered", sort="question"))
    texts = ("An idea of ours", "A view of Pat", "A question answered")
    expected = {
        "": (True, True, True),
        "?sort=idea": (True, False, False),
        f"?party={people.providers.pk}": (False, True, False),
        "?answered=no": (True, True, False),
        "?answered=yes": (False, False, True),
        "?sort=nonsense&party=x&answered=%00": (True, True, True),
    }
    for query, shown in expected.items():
        page = words(signed_in().get(url(needs) + query))
        assert (query, tuple(text in page for text in texts)) == (query, shown)


def test_htmx_gets_the_list_alone(people, needs):
    build.contribution(needs, text="Only this")
    whole = words(signed_in().get(url(needs)))
    part = words(signed_in().get(url(needs), headers={"HX-Request": "true"}))
    assert ("<h1" in whole, "<h1" in part, "Only this" in part) == (True, False, True)


def test_the_list_goes_on_where_a_page_ends_and_keeps_what_was_chosen(people, needs):
    given = [build.contribution(needs, sort="idea", text=f"Idea number {number:02}.") for number in range(27)]
    page = signed_in().get(url(needs) + "?sort=idea")
    assert page.context["older_url"] == f"?sort=idea&after={given[2].pk}"
    rest = words(signed_in().get(url(needs) + page.context["older_url"]))
    assert ["Idea number 01." in rest, "Idea number 00." in rest, "Idea number 02." in rest] == [True, True, False]


@pytest.mark.parametrize("reader", [None, "mia", "ann"])
def test_the_list_takes_the_same_queries_at_one_three_and_three_hundred(people, needs, reader):
    build.budget_cut(people.cycle)
    needs.cycle = build.afresh(people.cycle)
    browser = signed_in(reader and getattr(people, reader))
    first = build.contribution(needs, people.mia)
    build.answer(first, outcome="changed")
    once = queries(browser, url(needs))
    for openness in ("public", "withheld"):
        build.answer(build.contribution(needs, people.bea, openness=openness), outcome="changed")
    assert queries(browser, url(needs)) == once
    same = ("cycle", "stage", "round", "participant", "sort", "text", "given_by", "entered_by", "due_on", "owner")
    fields = {name: getattr(first, name) for name in same}
    Contribution.objects.bulk_create(Contribution(**fields, event_number=0) for _number in range(296))
    build.answer(build.contribution(needs, people.mia), outcome="changed")
    assert queries(browser, url(needs)) == once


# --- What changed since -----------------------------------------------------------------------------------------------


@pytest.mark.req("R20")
def test_what_was_said_before_the_money_changed_says_so(people, needs):
    line = build.record(people.stage("budget"), title="Meals 2023-24")
    before = build.contribution(needs)
    build.budget_cut(people.cycle)
    after = build.contribution(needs)
    earlier, later = (words(signed_in().get(about(each))) for each in (before, after))
    assert ["Said before the change of" in page for page in (earlier, later)] == [True, False]
    assert f'<a class="govuk-link" href="{line.get_absolute_url()}">Meals 2023-24</a>' in earlier


def test_a_change_of_something_withheld_is_told_without_its_name(people, needs):
    build.withheld(people.stage("budget"), title="Secret line")
    given = build.contribution(needs)
    build.budget_cut(people.cycle)
    page = words(signed_in(people.mia).get(about(given)))
    assert ["something that is not open to you" in page, "Secret line" in page] == [True, False]


def test_one_contribution_is_found_only_in_its_own_stage(people, needs):
    given = build.contribution(needs)
    assert signed_in().get(url(people.stage("budget"), "contribution", given.pk)).status_code == 404


def test_somebody_who_takes_part_alone_is_called_so_and_not_from_somebody(people, needs):
    alone = people.cycle.admit(people.ann, "users", person=people.zoe)
    people.afresh()
    said = build.contribution(people.stage("needs"), people.zoe, alone)
    assert said.name_for(None) == "Somebody who uses the service"
    assert said.name_for(people.mia) == "Zoe, Somebody who uses the service"
    assert people.cycle.events.order_by("number").last().acting_for == ""
