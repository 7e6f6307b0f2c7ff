"""The pages of a hand-over: its form, itself, the word that it was read, and where it is told (R7)."""

import pytest
from django.urls import reverse

from tests import build
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db
WROTE = {
    "outputs": "Six needs.",
    "thinking": "We began with those who are never asked.",
    "still_open": "",
    "look_out_for": "The lunch club.",
}


@pytest.fixture
def people():
    return build.cast()


def address(name, stage, *more):
    return reverse(name, args=[stage.cycle.slug, stage.kind_slug, *more])


def wrote(people, **over):
    """What a browser sends for a hand-over to ola, for the strategy."""
    return WROTE | {"given_to": people.ola.pk, "for_stage": people.stage("strategy").pk} | over


@pytest.mark.req("R7")
def test_it_is_written_on_a_form_and_everybody_reads_it(people):
    needs = build.begin(people.stage("needs"))
    answer = signed_in(people.ann).post(address("handover_new", needs), wrote(people), follow=True)
    assert said(answer) == ["Your hand-over is written down. Ola is asked to read it."]
    page = words(signed_in().get(answer.redirect_chain[-1][0]))
    for sentence in ("Six needs.", WROTE["thinking"], "The lunch club.", "Ola has not read it yet."):
        assert sentence in page
    assert "What is still open" not in page
    assert "I have read it" not in page


def test_the_form_offers_everybody_else_with_a_seat_and_keeps_what_was_typed(people):
    needs = build.begin(people.stage("needs"))
    form = signed_in(people.ann).get(address("handover_new", needs)).context["form"]
    assert list(form.fields["given_to"].queryset) == [people.cara, people.ola]
    refused = signed_in(people.ann).post(address("handover_new", needs), wrote(people, thinking=" "))
    assert (refused.status_code, "Six needs." in words(refused)) == (422, True)
    assert refused.context["form"].errors == {"thinking": ["Fill in “The thinking behind it”."]}


def test_nobody_without_a_seat_finds_the_form_or_the_button(people):
    needs = build.begin(people.stage("needs"))
    history = address("stage_history", needs)
    for somebody, there in ((None, False), (people.bea, False), (people.cara, True), (people.ola, True)):
        assert ("Hand this stage over" in words(signed_in(somebody).get(history))) is there
    assert signed_in(people.bea).get(address("handover_new", needs)).status_code == 403
    not_begun = words(signed_in(people.ola).get(address("stage_history", people.stage("review"))))
    assert "This stage has not been begun, so there is nothing to hand over yet." in not_begun


@pytest.mark.req("R7")
def test_the_receiver_says_that_they_have_read_it_and_what_they_still_need(people):
    given = build.handover(people.stage("needs"), people.ann, people.ola)
    page = words(signed_in(people.ola).get(given.get_absolute_url()))
    assert ("I have read it" in page, "Take it back" in page) == (True, False)
    receipt = given.get_url("handover_receipt")
    refused = signed_in(people.ola).post(receipt, {"words": "x" * 4001})
    assert (refused.status_code, "x" * 4001 in words(refused)) == (422, True)
    assert said(signed_in(people.ola).post(receipt, {"words": "Who stopped?"}, follow=True)) == [
        "It is written down that you have read it."
    ]
    page = words(signed_in().get(given.get_absolute_url()))
    assert ("What Ola says to it" in page, "Who stopped?" in page) == (True, True)
    assert signed_in(people.ola).get(receipt).status_code == 403


def test_the_giver_takes_it_back_on_its_page(people):
    given = build.handover(people.stage("needs"), people.ann, people.ola)
    assert "Take it back" in words(signed_in(people.ann).get(given.get_absolute_url()))
    answer = signed_in(people.ann).post(given.get_url("handover_withdrawal"), follow=True)
    assert "It was taken back before anybody had read it." in words(answer)
    assert "I have read it" not in words(signed_in(people.ola).get(given.get_absolute_url()))


@pytest.mark.req("R7")
def test_both_stages_tell_of_it_in_their_history_and_in_their_reports(people):
    needs, strategy = people.stage("needs"), people.stage("strategy")
    given = build.handover(needs, people.ann, people.ola, strategy)
    told = {needs: "To go on with: Agree strategic framework", strategy: "What came of: Needs assessment"}
    for stage, sentence in told.items():
        page = words(signed_in().get(address("stage_history", stage)))
        assert (sentence in page, given.get_absolute_url() in page) == (True, True)
        report = words(signed_in().get(address("stage_report", stage)))
        for wanted in ("What was handed over", "From Ann to Ola", "A list of six needs.", "Ola has not read it yet."):
            assert wanted in report
    assert "From Ann to Ola" not in words(signed_in().get(address("stage_report", people.stage("budget"))))


@pytest.mark.req("R7")
def test_it_waits_on_the_first_page_of_the_receiver_until_they_have_read_it(people):
    given = build.handover(people.stage("needs"), people.ann, people.ola, people.stage("strategy"))
    wanted = "Read what Ann hands over to you: Needs assessment"

    def waits(person):
        return {row.sentence: row for row in signed_in(person).get("/").context["waiting"]}.get(wanted)

    assert [waits(person) for person in (people.ann, people.cara, people.bea)] == [None] * 3
    row = waits(people.ola)
    assert (row.url, row.why) == (given.get_absolute_url(), "You go on with it: Agree strategic framework.")
    given.receive(people.ola)
    assert waits(people.ola) is None


def test_a_history_and_a_first_page_ask_as_often_at_any_number_of_hand_overs(people):
    needs = build.begin(people.stage("needs"))
    urls = ("/", address("stage_history", needs), address("stage_report", needs))
    counts = []
    # From a page full of one sort of event on, only the length differs.
    for more in (26, 30):
        for _number in range(more):
            build.handover(needs, people.ann, people.ola, people.stage("strategy"))
        counts.append([queries(signed_in(people.ola), url) for url in urls])
    assert counts[0] == counts[1]


def end_of(people, name):
    seat = people.cycle.seats.get(person=getattr(people, name))
    return reverse("seat_end", args=[people.cycle.slug, seat.pk])


@pytest.mark.req("R7")
def test_ending_a_seat_asks_whether_they_handed_over_and_blocks_nothing(people):
    needs = build.begin(people.stage("needs"))
    page = words(signed_in(people.ann).get(end_of(people, "ola")))
    assert "Nothing has been handed over yet." in page
    assert "Ask Ola to write down what they know before the seat ends" in page
    assert address("handover_new", needs) in page
    own = words(signed_in(people.ola).get(end_of(people, "ola")))
    assert "Write down what you know before you go" in own
    assert signed_in(people.ann).post(end_of(people, "ola"), {"reason": "She moves on."}).status_code == 302
    assert not people.cycle.seats.get(person=people.ola).is_active


def test_ending_a_seat_says_nothing_of_it_when_there_is_nothing_to_hand_over(people):
    ann = signed_in(people.ann)
    assert "Nothing has been handed over yet." not in words(ann.get(end_of(people, "ola")))
    needs = build.begin(people.stage("needs"))
    assert "Nothing has been handed over yet." not in words(ann.get(end_of(people, "cara")))
    given = build.handover(needs, people.ola, people.ann)
    assert "Nothing has been handed over yet." not in words(ann.get(end_of(people, "ola")))
    given.withdraw(people.ola)
    assert "Nothing has been handed over yet." in words(ann.get(end_of(people, "ola")))
