"""The pages of the information line: what each reader sees of it, challenging and replying (R14, R41)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cycle.models import Participant
from involvement.models import Challenge
from tests import build
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db
SECRET, TELLS = "Highest price of all", "The price is six pounds."


@pytest.fixture
def secret(cast):
    return build.withheld(cast.stage("budget"), title=SECRET, summary=TELLS)


def line(cast):
    return reverse("information_line", args=[cast.cycle.slug])


def new_url(record):
    return f"{record.get_absolute_url()}challenges/new/"


def reply_typed(record, **over):
    """What a browser sends for the reply that it stays."""
    day = {"review_on_day": "6", "review_on_month": "5", "review_on_year": "2031"}
    return {"outcome": "stays", "words": "The talks go on.", "version": record.version, **day} | over


@pytest.mark.req("R14")
def test_everybody_reads_why_by_whom_and_until_when_and_only_those_with_a_seat_read_what(cast, secret):
    for somebody in (None, cast.zoe, cast.mia):
        text = words(signed_in(somebody).get(line(cast)))
        assert all(part in text for part in ("One budget line", "It names a bidder.", "Ann decided", "1 January 2030"))
        assert [SECRET in text, TELLS in text] == [False, False]
    assert SECRET in words(signed_in(cast.cara).get(line(cast)))


@pytest.mark.req("R41")
def test_an_amount_that_is_not_told_stands_there_with_its_name_and_reason(cast):
    build.in_part(cast.stage("budget"), title="The saving")
    text = words(signed_in().get(line(cast)))
    assert all(part in text for part in ("The saving", "The council has not said it yet.", "Ann decided this."))


@pytest.mark.req("R14")
def test_a_review_whose_day_has_passed_is_told_as_such(cast, secret):
    late = "The day to look at it again has passed"
    assert late not in words(signed_in().get(line(cast)))
    type(secret).objects.update(review_on=date(2020, 1, 1))
    assert late in words(signed_in().get(line(cast)))


def test_the_way_to_challenge_is_shown_to_those_who_may(cast, secret):
    shown = {
        name: new_url(secret) in words(signed_in(person).get(line(cast))) for name, person in cast.people().items()
    }
    assert {name for name, there in shown.items() if there} == {"cara", "bea", "mia", "cove", "pat"}
    listed = reverse("records", args=[cast.cycle.slug, "budget", secret.SLUG])
    assert new_url(secret) in words(signed_in(cast.mia).get(listed))
    assert line(cast) in words(signed_in().get(listed))


def test_the_line_does_not_ask_a_group_that_waits_for_its_reply_to_challenge_again(cast, secret):
    build.challenge(secret, cast.mia)
    shown = {
        name: new_url(secret) in words(signed_in(person).get(line(cast))) for name, person in cast.people().items()
    }
    assert {name for name, there in shown.items() if there} == {"cara", "pat"}


@pytest.mark.req("R14")
def test_a_member_challenges_what_she_cannot_read_and_everybody_reads_her_words_without_her_name(cast, secret):
    form = words(signed_in(cast.mia).get(new_url(secret)))
    assert [SECRET in form, "It names a bidder." in form] == [False, True]
    answer = signed_in(cast.mia).post(new_url(secret), {"words": "It is our money."}, follow=True)
    assert said(answer)[0].startswith("Thank you. You get a reply by ")
    url = Challenge.objects.get().get_absolute_url()
    for somebody in (None, cast.zoe):
        text = words(signed_in(somebody).get(url))
        assert ["It is our money." in text, "Somebody from Meals Voice" in text, SECRET in text] == [True, True, False]
        assert "Mia" not in text
    assert "Mia, Meals Voice" in words(signed_in(cast.pat).get(url))


def test_the_words_of_one_who_could_read_it_are_for_those_who_can(cast, secret):
    asked = build.challenge(secret, cast.cara, cast.councillors, words="Six pounds is no secret.")
    for somebody, reads in ((None, False), (cast.mia, False), (cast.ola, True), (cast.cara, True)):
        client = signed_in(somebody)
        for url in (asked.get_absolute_url(), line(cast), reverse("stage_report", args=[cast.cycle.slug, "budget"])):
            assert ("Six pounds" in words(client.get(url))) == reads
    build.reply(asked, outcome="opened")
    assert "Six pounds" in words(signed_in().get(line(cast)))


def test_one_person_who_takes_part_is_not_named_outside(cast, secret):
    cast.cycle.admit(cast.ann, Participant.Standing.STAFF, person=cast.zoe)
    cast.afresh()
    secret.stage.cycle = cast.cycle
    asked = build.challenge(secret, cast.zoe, cast.cycle.participants.get(person=cast.zoe))
    for url in (asked.get_absolute_url(), line(cast), reverse("ledger", args=[cast.cycle.slug])):
        assert "Zoe" not in words(signed_in().get(url))


def test_a_second_challenge_of_the_same_group_gets_a_sentence_and_keeps_what_was_typed(cast, secret):
    build.challenge(secret, cast.mia)
    assert signed_in(cast.bea).get(new_url(secret)).status_code == 403
    answer = signed_in(cast.bea).post(new_url(secret), {"words": "We want to know."})
    assert answer.status_code == 422
    assert ["waits for the reply" in words(answer), "We want to know." in words(answer)] == [True, True]


def test_whoever_belongs_to_two_chooses_for_whom_they_speak(cast, secret):
    other = build.admit(cast.cycle, build.group("Carers"))
    build.member(cast.mia, other.group)
    assert "For whom do you speak?" in words(signed_in(cast.mia).get(new_url(secret)))
    signed_in(cast.mia).post(new_url(secret), {"words": "Please.", "participant": other.pk})
    assert Challenge.objects.get().participant == other


@pytest.mark.req("R14")
def test_an_officer_replies_and_opens_it_with_one_form(cast, secret):
    asked = build.challenge(secret, cast.mia)
    url = asked.address("challenge_reply")
    assert TELLS in words(signed_in(cast.ola).get(url))
    typed = reply_typed(secret, outcome="opened", words="You are right. Here it is.")
    answer = signed_in(cast.ola).post(url, typed, follow=True)
    assert said(answer) == ["Your reply is there. Everybody can read the whole of it now."]
    text = words(signed_in().get(line(cast)))
    assert all(part in text for part in (SECRET, "You are right. Here it is.", "It is open to everyone now"))


def test_what_stays_is_asked_for_its_day(cast, secret):
    asked = build.challenge(secret, cast.mia)
    answer = signed_in(cast.ann).post(
        asked.address("challenge_reply"), {"outcome": "stays", "words": "No.", "version": 1}
    )
    assert (answer.status_code, "It has to lie ahead." in words(answer)) == (422, True)


def test_the_second_of_two_officers_sees_both_replies(cast, secret):
    asked = build.challenge(secret, cast.mia)
    build.reply(asked, cast.ola, words="Ola says wait.")
    answer = signed_in(cast.ann).post(
        asked.address("challenge_reply"), reply_typed(secret, words="Ann says wait, too.")
    )
    assert answer.status_code == 409
    assert ["Ola says wait." in words(answer), "Ann says wait, too." in words(answer)] == [True, True]
    assert signed_in(cast.ann).get(asked.address("challenge_reply")).status_code == 403


def test_an_officer_whose_text_is_old_reads_it_again_and_keeps_the_reply(cast, secret):
    asked = build.challenge(secret, cast.mia)
    secret.revise(cast.ola, 1, "More.", summary="It names the firm, too.")
    typed = reply_typed(secret, version=1, outcome="opened", words="Here it is.")
    answer = signed_in(cast.ann).post(asked.address("challenge_reply"), typed)
    assert answer.status_code == 409
    assert ["It names the firm, too." in words(answer), "Here it is." in words(answer)] == [True, True]
    again = signed_in(cast.ann).post(asked.address("challenge_reply"), typed | {"version": 2})
    assert again.status_code == 302


def test_there_is_no_challenge_to_what_is_shown_or_in_a_cycle_that_one_may_not_know(cast, secret):
    assert signed_in(cast.mia).get(new_url(build.record(cast.stage("budget")))).status_code == 404
    hidden = build.cycle(cast.ann, cast.council, published=False, title="Another")
    kept = build.withheld(build.stage(hidden, "budget"))
    assert [signed_in(cast.mia).get(url).status_code for url in (new_url(kept), line(cast))] == [404, 200]
    assert signed_in(cast.mia).get(reverse("information_line", args=[hidden.slug])).status_code == 404


@pytest.mark.req("R14")
def test_the_report_of_the_stage_tells_the_challenge_and_its_reply(cast, secret):
    report = reverse("stage_report", args=[cast.cycle.slug, "budget"])
    assert "Challenges to what is kept back" not in words(signed_in().get(report))
    build.reply(build.challenge(secret, cast.mia), words="The talks go on.")
    text = words(signed_in().get(report))
    assert all(part in text for part in ("Challenges to what is kept back", "It is our money.", "The talks go on."))
    assert SECRET not in text


def test_the_record_s_page_tells_its_challenges(cast, secret):
    asked = build.challenge(secret, cast.mia)
    text = words(signed_in(cast.ann).get(secret.get_absolute_url()))
    assert ["It is our money." in text, asked.address("challenge_reply") in text] == [True, True]


def test_the_movements_come_in_pages_and_the_further_ones_tell_nothing_else(cast):
    for number in range(30):
        build.withheld(cast.stage("needs"), title=f"Thing {number}")
    first = signed_in(cast.ann).get(line(cast))
    further = signed_in(cast.ann).get(f"{line(cast)}?before={first.context['shown'].more}")
    assert [len(page.context["movements"]) for page in (first, further)] == [25, 5]
    assert "What is kept back now" not in words(further)


def test_the_page_asks_as_much_for_thirty_as_for_one(cast):
    def some(number):
        for _number in range(number):
            for made in (build.withheld(cast.stage("needs")), build.in_part(cast.stage("budget"))):
                build.challenge(made, cast.mia)
                build.reply(build.challenge(made, cast.pat, cast.providers))

    some(1)
    few = {name: queries(signed_in(person), line(cast)) for name, person in cast.people().items()}
    some(12)
    assert {name: queries(signed_in(person), line(cast)) for name, person in cast.people().items()} == few


@pytest.mark.req("R14")
def test_a_challenge_waits_for_the_officers_and_its_reply_for_the_one_who_asked(cast, secret):
    asked = build.challenge(secret, cast.mia)
    Challenge.objects.update(due_on=timezone.localdate() - timedelta(days=3))
    sentence = "Reply to a challenge to show one budget line: Overall budget"
    for name, person in cast.people().items():
        rows = [(row.sentence, row.why) for row in signed_in(person).get("/").context["waiting"]]
        rows = [row for row in rows if row[0] != "Say for whom you work: Meals Voice"]  # a convenor is asked that
        assert rows == ([(sentence, "The reply is overdue.")] if name in ("ann", "ola") else [])
    build.reply(asked)
    (row,) = signed_in(cast.mia).get("/").context["waiting"]
    assert (row.sentence, row.url) == (
        "Read the reply to your challenge to show one budget line: Overall budget", asked.get_absolute_url()
    )  # fmt: skip
    assert signed_in(cast.ola).get("/").context["waiting"] == []


@pytest.mark.parametrize(("days", "is_new"), [(13, True), (15, False)])
def test_a_reply_is_new_for_two_weeks(cast, secret, days, is_new):
    asked, then = build.challenge(secret, cast.mia), timezone.now() - timedelta(days=days)
    Challenge.objects.filter(pk=asked.pk).update(
        outcome="stays", reply="Not yet.", review_on=date(2031, 1, 1), replied_by=cast.ann, replied_at=then
    )
    assert bool(signed_in(cast.mia).get("/").context["waiting"]) == is_new


def test_a_review_waits_first_for_the_one_who_keeps_it_back_and_for_all_when_that_one_has_gone(cast, secret):
    type(secret).objects.update(review_on=date(2020, 1, 1))
    sentence = f"Look again at whether this has to stay withheld: {SECRET}"

    def waiting():
        people = {"ann": cast.ann, "ola": cast.ola, "mia": cast.mia}
        rows = {name: signed_in(each).get("/").context["waiting"] for name, each in people.items()}
        return {name for name, found in rows.items() if sentence in [row.sentence for row in found]}

    assert waiting() == {"ann"}
    cast.cycle.end_seat(cast.ola, cast.cycle.seats.get(person=cast.ann))
    assert waiting() == {"ola"}


def test_what_is_shown_in_part_comes_back_on_the_day_that_the_last_reply_gave(cast):
    made = build.in_part(cast.stage("budget"), title="The saving")
    asked, then = build.challenge(made, cast.mia), timezone.now() - timedelta(days=30)
    day = timezone.localdate() - timedelta(days=2)
    Challenge.objects.filter(pk=asked.pk).update(
        outcome="stays", reply="Not yet.", review_on=day, replied_by=cast.ola, replied_at=then
    )
    sentence = "Look again at whether a part of this has to stay back: The saving"
    assert [row.sentence for row in signed_in(cast.ola).get("/").context["waiting"]] == [sentence]
    assert signed_in(cast.ann).get("/").context["waiting"] == []
    assert "The day to look at it again has passed" in words(signed_in().get(line(cast)))
    build.reply(build.challenge(made, cast.mia, words="And now?"), cast.ola)
    assert signed_in(cast.ola).get("/").context["waiting"] == []
