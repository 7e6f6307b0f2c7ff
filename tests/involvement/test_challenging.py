"""Challenging what is kept back: who may, by when a reply is due, and how the line moves with the reply (R14)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cycle import ledger
from cycle.due import add_working_days
from cycle.models import Event
from cycle.models.record import Conflict
from cycle.moves import Refused
from involvement import challenging
from involvement.models import Challenge
from tests import build

pytestmark = pytest.mark.django_db
LATER = date(2031, 5, 6)


@pytest.fixture
def secret(cast):
    return build.withheld(cast.stage("budget"), title="Highest price")


def test_only_those_who_take_part_and_do_not_run_it_may_challenge(cast, secret):
    allowed = {name for name, person in cast.people().items() if not challenging.refusal(secret, person)}
    assert allowed == {"cara", "bea", "mia", "cove", "pat"}
    for somebody in (cast.ann, cast.ola, cast.zoe):
        with pytest.raises(Refused):
            build.challenge(secret, somebody)
    assert not Challenge.objects.exists()


def test_one_speaks_only_for_what_one_belongs_to(cast, secret):
    with pytest.raises(Refused, match="that you belong to"):
        build.challenge(secret, cast.pat, cast.users)


def test_a_reply_is_due_as_the_stage_has_agreed(cast, secret):
    usual = build.challenge(secret, cast.mia)
    build.opened(cast.cycle, "needs", answer_days=4)
    agreed = build.challenge(build.withheld(cast.stage("needs")), cast.mia)
    today = timezone.localdate()
    assert [each.due_on for each in (usual, agreed)] == [add_working_days(today, 15), add_working_days(today, 4)]


def test_a_group_has_one_challenge_waiting_at_a_time_and_another_after_the_reply(cast, secret):
    first = build.challenge(secret, cast.mia)
    assert build.challenge(secret, cast.mia) == first
    with pytest.raises(Refused, match="Meals Voice has asked for this already"):
        build.challenge(secret, cast.bea)
    twice = Challenge.objects.get(pk=first.pk)
    twice.pk, twice.number = None, 9
    with pytest.raises(IntegrityError), transaction.atomic():
        twice.save(force_insert=True)
    build.challenge(secret, cast.pat, cast.providers)
    build.reply(first)
    assert build.challenge(secret, cast.bea, words="And now?").number == 3


def test_nothing_that_is_shown_can_be_challenged_and_nothing_in_a_closed_cycle(cast, secret):
    with pytest.raises(Refused, match="Nothing of this is kept back"):
        build.challenge(build.record(cast.stage("budget")), cast.mia)
    cast.cycle.close(cast.ann, "It is over.")
    with pytest.raises(Refused, match="closed"):
        build.challenge(secret, cast.mia)


def test_a_reply_that_it_stays_gives_the_record_its_new_day(cast, secret):
    answered = build.reply(build.challenge(secret, cast.mia), review_on=LATER)
    secret.refresh_from_db()
    assert (answered.outcome, answered.review_on, secret.review_on, secret.is_withheld) == ("stays", LATER, LATER, True)


@pytest.mark.parametrize(("outcome", "openness"), [("opened", "public"), ("narrowed", "involved")])
def test_a_reply_moves_the_line_in_the_same_step(cast, secret, outcome, openness):
    answered = build.reply(build.challenge(secret, cast.mia), cast.ola, outcome)
    secret.refresh_from_db()
    assert (answered.outcome, secret.openness, secret.withheld_by, secret.review_on) == (outcome, openness, None, None)
    verbs = list(Event.objects.order_by("-number").values_list("verb", flat=True)[:3])
    assert verbs == ["challenge replied to", "line shown", "record revised"]


def test_what_is_opened_but_for_its_amount_is_not_called_open(cast):
    line = build.withheld(
        cast.stage("budget"), status="undisclosed", amount=None, undisclosed_because="It is not known."
    )
    assert build.reply(build.challenge(line, cast.mia), outcome="opened").outcome == "narrowed"


def test_what_is_shown_in_part_is_changed_first(cast):
    line = build.in_part(cast.stage("budget"))
    asked = build.challenge(line, cast.mia)
    with pytest.raises(Refused, match="Change it first"):
        build.reply(asked, outcome="opened")
    line.revise(cast.ann, 1, "It is known.", status="firm", amount=5, undisclosed_because="")
    with pytest.raises(Refused, match="It is open to everyone now"):
        build.reply(asked)
    assert build.reply(asked, outcome="opened").outcome == "opened"


@pytest.mark.parametrize("day", [None, date(2020, 1, 1), timezone.localdate()])
def test_what_stays_needs_a_day_that_lies_ahead(cast, secret, day):
    with pytest.raises(Refused, match="lie ahead"):
        build.reply(build.challenge(secret, cast.mia), review_on=day)


def test_only_officers_reply_with_words_and_only_once(cast, secret):
    asked = build.challenge(secret, cast.mia)
    for somebody in (cast.cara, cast.bea, cast.zoe):
        with pytest.raises(Refused, match="Only the officers"):
            build.reply(asked, somebody)
    with pytest.raises(Refused, match="Write a reply"):
        build.reply(asked, words=" ")
    build.reply(asked)
    with pytest.raises(Refused) as late:
        build.reply(asked, cast.ola, "opened")
    secret.refresh_from_db()
    assert (late.value.conflict, secret.is_withheld) == (True, True)


def test_an_officer_who_read_an_older_text_replies_again(cast, secret):
    asked = build.challenge(secret, cast.mia)
    secret.revise(cast.ola, 1, "More.", summary="It names the firm, too.")
    with pytest.raises(Conflict):
        challenging.reply(asked, cast.ann, "opened", "Here it is.", version=1)
    asked.refresh_from_db()
    assert not asked.is_answered


def test_the_database_itself_keeps_a_reply_whole_and_as_it_was(cast, secret):
    asked = build.challenge(secret, cast.mia)
    with pytest.raises(IntegrityError), transaction.atomic():
        Challenge.objects.filter(pk=asked.pk).update(reply="Half a reply.")
    build.reply(asked)
    for change in ({"reply": "Other words."}, {"outcome": "opened", "review_on": None}, {"words": "Not I."}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Challenge.objects.filter(pk=asked.pk).update(**change)


def test_the_ledger_says_who_asked_for_whom_and_what_was_replied(cast, secret):
    build.reply(build.challenge(secret, cast.mia))
    asked, replied = (Event.objects.get(verb=verb) for verb in ("line challenged", "challenge replied to"))
    assert (asked.by, asked.acting_for, asked.title) == (cast.mia, "Meals Voice", "one budget line")
    assert (replied.by, replied.said["after"]["outcome"]) == (cast.ann, "stays")
    assert list(ledger.faults(cast.cycle)) == []


def test_a_reply_is_overdue_from_the_day_after(cast, secret):
    asked = build.challenge(secret, cast.mia)
    Challenge.objects.filter(pk=asked.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    asked.refresh_from_db()
    assert (asked.is_overdue, build.reply(asked).is_overdue) == (True, False)
