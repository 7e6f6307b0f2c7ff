"""What waits for whom on their first page, and why."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import build
from tests.cycle.pages import queries, signed_in, words

pytestmark = pytest.mark.django_db
SIGN = "Read the agreement, and sign it or say why not: Needs assessment"
AGAIN = "Read what changed, and sign again or say why not: Needs assessment"


def waiting(person):
    """The sentences that wait for this person on their first page, in their order."""
    return [row.sentence for row in signed_in(person).get("/").context["waiting"]]


@pytest.mark.req("R9")
def test_a_new_agreement_waits_for_those_who_may_sign_it_for_their_convenor_and_for_nobody_else(people):
    build.proposed(people.stage("needs"))
    bring = "Help Meals Voice to read the agreement and sign it or say why not: Needs assessment"
    expected = {name: [] for name in people.people()}
    expected |= {"ann": [SIGN], "ola": [SIGN], "bea": [SIGN], "cove": [bring, "Say for whom you work: Meals Voice"]}
    assert {name: waiting(person) for name, person in people.people().items()} == expected


@pytest.mark.req("R20")
def test_a_cut_brings_an_agreement_back_to_those_who_signed_it_and_says_what_changed(people):
    build.record(people.stage("budget"), title="Meals 2023-24")
    build.opened(people.cycle, "needs")
    assert waiting(people.bea) == []
    build.budget_cut(people.cycle)
    row = signed_in(people.bea).get("/").context["waiting"][0]
    day = f"{timezone.localdate():%-d %B}"
    assert (row.sentence, row.url) == (AGAIN, people.stage("needs").get_absolute_url())
    assert row.why == f"Changed on {day}: Meals 2023-24. You may sign for Meals Voice."


def test_a_change_that_is_withheld_is_told_without_its_name(people):
    build.withheld(people.stage("budget"), title="Secret line")
    build.opened(people.cycle, "needs")
    build.budget_cut(people.cycle)
    told = {name: signed_in(getattr(people, name)).get("/").context["waiting"][0].why for name in ("bea", "ann")}
    assert ["Secret line" in told["bea"], "Secret line" in told["ann"]] == [False, True]
    assert told["bea"].startswith("Something changed on ")


@pytest.mark.req("R82")
def test_contributions_wait_for_their_owner_with_the_overdue_first(people):
    needs, context = (build.opened(people.cycle, kind) for kind in ("needs", "context"))
    build.contribution(context)
    old = timezone.localdate() - timedelta(days=60)
    late = build.contribution(needs, people.cove, channel="paper", given_on=old)
    build.contribution(needs)
    rows = signed_in(people.ann).get("/").context["waiting"]
    expected = [
        ("Answer 2 contributions: Needs assessment", "1 is overdue."),
        ("Answer 1 contribution: Operating context", ""),
    ]
    lapsed = (
        "Explain why the agreement lapsed: Needs assessment"  # an answer is so late that the agreement does not hold
    )
    assert [(row.sentence, row.why) for row in rows if row.sentence != lapsed] == expected
    assert rows[0].due == late.due_on
    assert "late" not in rows[1].why
    assert waiting(people.ola) == [lapsed]


@pytest.mark.req("R82")
def test_an_answer_waits_for_the_one_who_is_answered(people):
    needs = build.opened(people.cycle, "needs")
    given = build.contribution(needs, people.mia, text="The meals come cold.")
    assert waiting(people.mia) == []
    answer = build.answer(given)
    assert waiting(people.mia) == ["Say whether this answers you: “The meals come cold.”"]
    assert waiting(people.bea) == []
    answer.contribution = given
    answer.judge(people.mia, "answers")
    assert waiting(people.mia) == []


def test_many_answers_of_one_stage_wait_as_one_line_that_leads_to_all_of_them(people):
    needs = build.opened(people.cycle, "needs")
    for number in range(4):
        build.answer(build.contribution(needs, people.mia, text=f"Thing {number}"))
    assert waiting(people.mia) == ["Say whether these 4 answers answer you: Needs assessment"]
    url = signed_in(people.mia).get("/").context["waiting"][0].url
    assert len(signed_in(people.mia).get(url).context["said"]) == 4
    assert len(signed_in(people.bea).get(url).context["said"]) == 0


def test_a_stage_that_was_begun_or_declined_waits_for_its_officers(people):
    build.begin(people.stage("needs"))
    build.signed(build.proposed(people.stage("budget")), "decline", "We were not asked.")
    expected = [
        "Write and propose the agreement: Needs assessment",
        "Read why, and propose a new version: Overall budget",
    ]
    assert sorted(waiting(people.ola)) == sorted(expected)
    assert waiting(people.mia) == []
    whys = [row.why for row in signed_in(people.ola).get("/").context["waiting"]]
    assert "Commissioning team does not agree. Meals Voice does not agree." in whys


@pytest.mark.req("R14")
def test_a_withheld_record_waits_for_the_officer_who_keeps_it_back_from_its_day_on(people):
    build.withheld(people.stage("budget"), title="Price talks", review_on=date(2020, 1, 1))
    build.withheld(people.stage("needs"), title="Not yet", review_on=date(2190, 1, 1))
    build.withheld(people.stage("context"), title="Pressure", review_on=date(2021, 1, 1))
    sentence = "Look again at whether this has to stay withheld: "
    assert waiting(people.ann) == [f"{sentence}Price talks", f"{sentence}Pressure"]
    assert [waiting(person) for person in (people.ola, people.cara, people.mia, people.zoe)] == [[], [], [], []]


def test_nothing_waits_in_a_closed_cycle(people):
    build.withheld(people.stage("budget"), review_on=date(2020, 1, 1))
    people.cycle.close(people.ann, "It is done.")
    assert waiting(people.ann) == []


def test_the_first_page_says_in_which_of_several_cycles_something_waits(people):
    other = build.cycle(people.ann, people.council, title="Bathing at home")
    build.begin(build.stage(other, "needs"))
    row = signed_in(people.ann).get("/").context["waiting"][0]
    assert row.why.strip() == "(Bathing at home)"


def test_with_nothing_waiting_the_page_says_so_kindly(people):
    page = words(signed_in(people.mia).get("/"))
    assert "Nothing waits for you just now." in page
    assert "You do not take part in a cycle yet." in words(signed_in(people.zoe).get("/"))


def test_the_first_page_tells_what_moved_as_far_as_it_is_open_to_the_reader(people):
    build.withheld(people.stage("budget"), title="Secret line")
    build.record(people.stage("budget"), title="Open line")
    pages = {name: words(signed_in(getattr(people, name)).get("/")) for name in ("mia", "ann")}
    assert {name: ("Open line" in page, "Secret line" in page) for name, page in pages.items()} == {
        "mia": (True, False),
        "ann": (True, True),
    }


def test_a_stranger_reads_what_this_is_and_which_cycles_are_open_to_everyone(people):
    build.cycle(people.ann, people.council, title="Not open yet", published=False)
    page = words(signed_in().get("/"))
    assert [text in page for text in ("Community meals", "Sign in", "Not open yet", "Waiting for you")] == [
        True,
        True,
        False,
        False,
    ]


def test_the_first_page_takes_the_same_queries_at_one_and_three_busy_cycles(people):
    def busy(title):
        cycle = build.cycle(people.ann, people.council, title=title)
        build.admit(cycle, people.meals_voice)
        cycle = build.afresh(cycle)
        needs = build.opened(cycle, "needs")
        build.record(build.stage(cycle, "context"))
        build.withheld(build.stage(cycle, "budget"), review_on=date(2020, 1, 1))
        build.answer(build.contribution(needs, people.bea, build.users(cycle)))
        build.contribution(needs, people.bea, build.users(cycle))
        build.budget_cut(cycle)
        build.signed(build.proposed(build.stage(cycle, "strategy")), "decline", "No.")

    def asked():
        return {name: queries(signed_in(getattr(people, name)), "/") for name in ("ann", "bea", "mia")}

    busy("Meals at school")
    once = asked()
    busy("Bathing at home")
    busy("Day centres")
    assert asked() == once
    assert max(once.values()) < 84


def paper_member(cast):
    """Somebody of Meals Voice without an e-mail address, who said something that was answered."""
    pen = build.person("Pen Paper")
    build.member(pen, cast.meals_voice)
    here = build.opened(cast.cycle, "needs")
    said = build.contribution(here, cast.cove, cast.users, channel="paper", given_by=pen)
    build.answer(said)
    return said


def test_a_convenor_is_reminded_of_a_group_that_has_not_signed(client):
    cast = build.cast()
    build.proposed(cast.stage("needs"))
    client.force_login(cast.cove)
    assert b"Help Meals Voice to read the agreement" in client.get("/").content


@pytest.mark.req("R82")
def test_a_convenor_puts_in_whether_an_answer_answers_a_member_without_e_mail(client):
    cast = build.cast()
    said = paper_member(cast)
    client.force_login(cast.cove)
    assert b"Ask Pen Paper whether this is an answer" in client.get("/").content
    sent = {"verdict": "answers", "words": "", "number": 1}
    assert client.post(f"{said.get_absolute_url()}verdict/", sent).status_code == 302
    assert said.answers.get().verdict == "answers"
    assert b"Ask Pen Paper" not in client.get("/").content


def test_nobody_else_speaks_for_a_member_without_e_mail(client):
    cast = build.cast()
    said = paper_member(cast)
    for somebody in (cast.bea, cast.ann, cast.mia):
        client.force_login(somebody)
        assert client.post(f"{said.get_absolute_url()}verdict/", {"verdict": "answers", "number": 1}).status_code == 403


@pytest.mark.req("R31")
def test_officers_say_what_survives_a_change_of_control_until_every_stage_is_looked_at(people):
    for kind in ("needs", "strategy"):
        build.begin(people.stage(kind))
    begun = build.change_of_control(people.cycle)

    def asked(person):
        rows = signed_in(person).get("/").context["waiting"]
        return [(row.sentence, row.why, row.url) for row in rows if "change of control" in row.sentence]

    first, second = begun.survivals.all()
    url, why = begun.get_absolute_url(), "Changed: New majority."
    assert asked(people.ola) == [("Say what survives the change of control: 2 stages", why, url)]
    assert [asked(somebody) for somebody in (people.cara, people.bea, people.zoe)] == [[], [], []]
    first.judge(people.ann, "holds", "It goes on.", "The cabinet")
    assert asked(people.ola) == [(f"Say what survives the change of control: {second}", why, url)]
    second.judge(people.ann, "holds", "It goes on.", "The cabinet")
    assert asked(people.ola) == []


def test_a_change_of_control_that_was_put_down_wrongly_waits_for_nobody(people):
    build.begin(people.stage("needs"))
    begun = build.change_of_control(people.cycle)
    begun.record.revise(people.ann, 1, "I chose the wrong line.", sort="circumstances")
    assert [sentence for sentence in waiting(people.ann) if "change of control" in sentence] == []


def test_many_answers_to_ask_about_are_one_line_that_leads_to_their_list(client):
    cast = build.cast()
    said = paper_member(cast)
    for number in range(3):
        build.answer(
            build.contribution(
                said.stage, cast.cove, cast.users, text=f"Word {number}", channel="paper", given_by=said.given_by
            )
        )
    build.answer(build.contribution(said.stage, cast.mia, cast.users, text="Mine to judge"))
    row = next(row for row in signed_in(cast.cove).get("/").context["waiting"] if row.sentence.startswith("Ask"))
    assert row.sentence == "Ask members whether these 4 answers answer them: Needs assessment"
    listed = signed_in(cast.cove).get(row.url)
    assert {each.contribution.given_by.name for each in listed.context["said"]} == {"Pen Paper"}
    assert len(listed.context["said"]) == 4
    assert "Answered, and I still say or ask whether it is an answer" in words(listed)
    mine = signed_in(cast.mia).get(row.url)
    assert [each.contribution.text for each in mine.context["said"]] == ["Mine to judge"]


def test_of_a_long_list_the_end_is_folded_up(people):
    stages = [build.opened(people.cycle, kind) for kind in ("framework", "context", "needs", "budget")]
    for stage in stages:
        for number in range(3):
            build.answer(build.contribution(stage, people.mia, people.users, text=f"Thing {number}"))
    page = words(signed_in(people.mia).get("/"))
    shown, folded = page.split("And 4 more")
    assert (shown.count("Say whether this answers you"), folded.count("Say whether this answers you")) == (8, 4)
