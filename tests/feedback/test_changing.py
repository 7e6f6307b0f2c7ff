"""What the giver does with their own words: corrects, withdraws, brings back; and stays unnamed in all of it (R71)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cycle.models import Event
from feedback import changing
from feedback.models import Contribution
from people.refusal import Refused
from tests import build
from tests.build import giving
from tests.cycle.pages import signed_in, words
from tests.feedback.pages import about, contribution_typed, url

pytestmark = pytest.mark.django_db


def page_of(contribution, who):
    return words(signed_in(who).get(about(contribution)))


def ledger_words(contribution):
    return " ".join(Event.objects.of(contribution).values_list("payload", flat=True))


@pytest.mark.req("R71")
def test_a_correction_leaves_the_earlier_words_with_their_day_and_reason(people, needs):
    made = build.contribution(needs, people.mia, text="It comes at five.")
    typed = {"text": "It comes at four.", "because": "I mixed up the days.", "seen": "0"}
    signed_in(people.mia).post(about(made, "correction"), typed)
    for who in (None, people.bea, people.ann):
        page = page_of(made, who)
        shown = ("It comes at four.", "It comes at five.", "I mixed up the days.", "1 earlier wording")
        assert [text for text in shown if text not in page] == []
    assert "comes at" not in ledger_words(made)
    assert "mixed up" not in ledger_words(made)


def test_only_who_said_it_or_put_it_in_corrects_it(people, needs):
    own = build.contribution(needs, people.mia)
    entered = build.contribution(needs, people.cove, channel="paper", given_by=people.mia)
    allowed = {who: [not changing.refusal_to_correct(each, getattr(people, who)) for each in (own, entered)]
               for who in ("mia", "cove", "bea", "ann", "zoe")}  # fmt: skip
    assert allowed == {
        "mia": [True, True], "cove": [False, True], "bea": [False] * 2, "ann": [False] * 2, "zoe": [False] * 2,
    }  # fmt: skip
    assert signed_in(people.bea).get(about(own, "correction")).status_code == 403


def test_after_an_answer_a_correction_is_a_new_contribution_and_nothing_typed_is_lost(people, needs):
    made = build.contribution(needs, people.mia)
    build.answer(made)
    typed = {"text": "Other words", "because": "Because", "seen": "0"}
    answer = signed_in(people.mia).post(about(made, "correction"), typed)
    assert (answer.status_code, "Other words" in words(answer)) == (409, True)
    assert "What you want to add is a new contribution." in words(answer)
    assert "Say something new about it" in page_of(made, people.mia)


def test_two_who_correct_at_once_do_not_overwrite_each_other(people, needs):
    made = build.contribution(needs, people.cove, channel="paper", given_by=people.mia, text="First")
    giving.corrected(made, people.mia, "Second")
    with pytest.raises(Refused) as refused:
        changing.correct(made, people.cove, "Third", "Because", 0)
    assert refused.value.conflict
    made.refresh_from_db()
    assert made.text == "Second"


@pytest.mark.req("R71")
def test_what_is_withdrawn_keeps_its_place_and_shows_its_words_to_the_giver_alone(people, needs):
    made = build.contribution(needs, people.mia, text="Secret words", voice="wider", how_known="Secret ways",
                              dissent="Secret dissent", limits="Secret limits")  # fmt: skip
    giving.corrected(made, text="Secret again", because="Secret reason")
    signed_in(people.mia).post(about(made, "withdrawal"), {"reason": ""})
    made.refresh_from_db()
    assert (made.state, made.text, made.how_known, made.dissent, made.limits) == ("withdrawn", "", "", "", "")
    for who in (None, people.bea, people.cove, people.ann):
        page = page_of(made, who) + words(signed_in(who).get(url(needs)))
        assert ("Secret" in page, "This was withdrawn" in page) == (False, True)
    assert "Secret again" in page_of(made, people.mia)
    assert Contribution.objects.in_stage(needs).unanswered().count() == 0
    assert Contribution.objects.in_stage(needs).visible_to(people.ann, needs.cycle).count() == 1
    assert "Secret" not in ledger_words(made)


def test_it_is_brought_back_within_a_week_as_it_was(people, needs):
    made = build.contribution(needs, people.mia, text="Words", voice="wider", how_known="We asked", dissent="Two")
    giving.withdrawn(made)
    assert signed_in(people.ann).post(about(made, "withdrawal_end")).status_code == 403
    signed_in(people.mia).post(about(made, "withdrawal_end"))
    made.refresh_from_db()
    assert (made.state, made.text, made.how_known, made.dissent) == ("waits", "Words", "We asked", "Two")
    assert (made.originals.count(), made.withdrawn_at) == (0, None)
    giving.withdrawn(made)
    Contribution.objects.update(withdrawn_at=timezone.now() - timedelta(days=8))
    assert signed_in(people.mia).post(about(made, "withdrawal_end")).status_code == 403
    assert "Bring it back" not in page_of(made, people.mia)


def test_an_answered_one_comes_back_answered_and_asks_for_no_verdict_meanwhile(people, needs):
    made = build.contribution(needs, people.mia)
    build.answer(made)
    made.refresh_from_db()
    giving.withdrawn(made)
    assert Contribution.objects.to_judge(people.mia).count() == 0
    changing.bring_back(Contribution.objects.get(), people.mia)
    assert Contribution.objects.get().state == "answered"


@pytest.mark.req("R71")
def test_unnamed_stays_unnamed_whatever_is_done_with_it(people, needs):
    made = build.contribution(needs, people.mia, is_unnamed=True)
    giving.corrected(made)
    giving.withdrawn(made, reason="I am tired.")
    changing.bring_back(Contribution.objects.get(), people.mia)
    assert set(Event.objects.of(made).values_list("by", flat=True)) == {None}
    for who in (None, people.bea, people.ann):
        page = page_of(made, who)
        assert ("Mia" in page, "I am tired." in page) == (False, True)


def test_a_paper_givers_convenor_withdraws_it_for_them(people, needs):
    paula = build.person("Paula", email=None)
    build.member(paula, people.meals_voice)
    made = build.contribution(needs, people.ola, people.users, channel="phone", given_by=paula)
    assert giving.withdrawn(made, people.cove).state == "withdrawn"


@pytest.mark.req("R68")
def test_how_it_was_gathered_stands_beside_the_words_on_the_page_and_in_print(people, needs):
    typed = contribution_typed(
        voice="mandate", how_known="At our meeting", gathered="vote", gathered_on_day="3", gathered_on_month="5",
        gathered_on_year="2023", how_many="38", how_many_answered="31", dissent="Two like it cold.",
        limits="Nobody in hospital.",
    )  # fmt: skip
    wrong = signed_in(people.bea).post(url(needs, "contribution_new"), typed | {"how_many_answered": "39"})
    assert "No more people can have answered than were asked." in words(wrong)
    signed_in(people.bea).post(url(needs, "contribution_new"), typed)
    made = Contribution.objects.get()
    shown = ("We voted", "At our meeting", "3 May 2023", "38", "31", "Two like it cold.", "Nobody in hospital.")
    for page in (page_of(made, None), words(signed_in().get(url(needs, "stage_report")))):
        assert [text for text in shown if text not in page] == []


def test_of_a_view_of_ones_own_nobody_is_asked_how_it_was_gathered(people, needs):
    typed = contribution_typed(how_known="Left over", how_many="not a number", limits="Left over")
    signed_in(people.mia).post(url(needs, "contribution_new"), typed)
    made = Contribution.objects.get()
    assert (made.how_known, made.how_many, made.limits, made.gathered) == ("", None, "", "")


@pytest.mark.req("R71")
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "Everybody who takes part in this cycle sees the name Mia. Others read “Somebody from Meals Voice”."),
        ({"is_unnamed": "on"}, "Only the convenor of Meals Voice sees the name Mia."),
        ({"openness": "withheld"}, "They see the name Mia with it."),
        ({"openness": "withheld", "is_unnamed": "on"}, "Nobody sees the name Mia with it."),
    ],
)
def test_before_it_is_sent_the_writer_reads_who_will_see_what(people, needs, said, told):
    typed = contribution_typed(**said)
    del typed["send"]
    page = words(signed_in(people.mia).post(url(needs, "contribution_new"), typed))
    assert (told in page, "It is not sent yet." in page, "The meals come cold." in page) == (True, True, True)
    assert Contribution.objects.count() == 0


# --- About a record ---------------------------------------------------------------------------------------------------


@pytest.mark.req("R68")
def test_something_is_said_about_a_record_and_stands_on_its_page(people, needs):
    record, other = build.record(needs, title="A hot meal"), build.record(needs, title="A chat")
    key = f"{record.SLUG}/{record.pk}"
    page = words(signed_in(people.mia).get(record.get_absolute_url()))
    assert f"contributions/new/?about={key}" in page
    signed_in(people.mia).post(url(needs, "contribution_new"), contribution_typed(about=key, text="On Sundays too."))
    build.contribution(needs, people.mia, text="About nothing.")
    made = Contribution.objects.get(text="On Sundays too.")
    assert ("On Sundays too." in words(signed_in().get(record.get_absolute_url()))) is True
    assert ("On Sundays too." in words(signed_in().get(other.get_absolute_url()))) is False
    assert ("A hot meal" in page_of(made, None)) is True
    chosen = words(signed_in().get(f"{url(needs)}?about={key}"))
    assert ("On Sundays too." in chosen, "About nothing." in chosen) == (True, False)


def test_what_is_about_something_closed_does_not_say_what(people, needs):
    record = build.withheld(needs, title="Secret title")
    made = build.contribution(needs, people.ann, people.commissioners, about=record)
    page = page_of(made, people.mia)
    assert ("Secret title" in page, "something that is not open to you" in page) == (False, True)
    assert "Secret title" in page_of(made, people.ola)
    key = f"{record.SLUG}/{record.pk}"
    form = signed_in(people.mia).get(f"{url(needs, 'contribution_new')}?about={key}")
    assert "Secret title" not in words(form)
    signed_in(people.mia).post(url(needs, "contribution_new"), contribution_typed(about=key))
    assert Contribution.objects.latest("pk").about_id is None
