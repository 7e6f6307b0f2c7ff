"""What is kept about people goes when its time is over, class by class, and nothing goes before (promise 33)."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.test import TestCase
from django.utils import timezone

from config.ticks import TICKS
from cycle.models import Cycle, LegalHold
from feedback.models import Contribution, EqualityAnswer
from feedback.privacy.retaining import due, each_night, retain
from involvement.models import Claim, ClaimStep
from people import jobs, outbox
from people.models import Draft, Job, Mail, OwnFile, Person, PrintedCode
from people.personal import Class
from people.privacy.old import _rule_of, day_of
from people.privacy.rules import RULES, rule_on
from people.privacy.taking_out import make_own_file
from tests import build
from tests.people.test_outbox import TEMPLATE
from tests.world import World, make

pytestmark = pytest.mark.django_db


def after(**much):
    """The clock, moved."""
    return timezone.now() + timedelta(**much)


def kept(now):
    """What would go at this moment, as {what: number}."""
    return {each.what: each.number for each in due(now)}


@pytest.fixture(autouse=True)
def everybody_belongs_somewhere(cast):
    """Zoe takes no part in anything, so she would be the first to go."""
    build.employed(cast.zoe, cast.provider)


@pytest.fixture
def mia(cast):
    """Mia, with something of each sort that is hers alone."""
    mia = cast.mia
    Draft.keep(mia, "00000000-0000-0000-0000-000000000007", "/x/", "Mine", "Half a word", "text=Half")
    mail = outbox.put(mia, "one", "A letter", TEMPLATE, {"by": "Cove", "group": "Meals Voice"})
    mail.give_up("no address")
    PrintedCode.make(mia, cast.cove)
    job = jobs.start(jobs.work(lambda progress: None), mia, "Something of mine")
    jobs.stop(job)
    make_own_file(jobs.Silent(), mia.pk)
    return mia


def test_every_class_has_a_rule_with_a_source_that_holds_today():
    today = timezone.localdate()
    assert [sort for sort in Class if rule_on(sort, today) is None] == []
    assert all(rule.source and rule.how_long for rule in RULES)


def test_nothing_goes_before_its_time(cast, mia):
    assert retain(after(days=6)) == []
    assert (Draft.objects.count(), Mail.objects.count(), OwnFile.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("days", "gone"),
    [
        (8, {"people.OwnFile"}),
        (91, {"people.OwnFile", "people.Mail", "people.PrintedCode"}),
        (366, {"people.OwnFile", "people.Mail", "people.PrintedCode", "people.Draft", "people.Job"}),
    ],
)
def test_each_goes_when_its_class_says_so_and_then_nothing_is_overdue(cast, mia, days, gone):
    now = after(days=days)
    assert set(kept(now)) == gone
    retain(now)
    assert kept(now) == {}


def test_what_still_waits_is_not_old(cast):
    outbox.put(cast.mia, "one", "A letter", TEMPLATE, {"by": "Cove", "group": "Meals Voice"})
    jobs.start(jobs.work(lambda progress: None), cast.mia, "Something of mine")
    assert retain(after(days=800)) == []
    assert (Mail.objects.count(), Job.objects.count()) == (1, 1)


def test_who_has_left_for_a_year_becomes_a_number_and_what_they_said_stays(cast):
    talk = build.opened(cast.cycle, "needs")
    said = build.contribution(talk, cast.mia, cast.users, text="The soup is cold.")
    cast.mia.memberships.get().end()
    Person.objects.update(joined_at=timezone.now() - timedelta(days=900))
    assert "people.Person" not in kept(after(days=360))
    retain(after(days=370))
    assert Person.objects.get(pk=cast.mia.pk).name == "Member 1"
    assert Contribution.objects.get(pk=said.pk).text == "The soup is cold."
    assert kept(after(days=370)) == {}


def test_who_has_a_seat_in_a_cycle_that_goes_on_is_not_forgotten(cast):
    cast.cara.memberships.get().end()
    Person.objects.update(joined_at=timezone.now() - timedelta(days=900))
    retain(after(days=800))
    assert Person.objects.get(pk=cast.cara.pk).name == "Cara"
    Cycle.objects.update(state="closed")
    retain(after(days=800))
    assert Person.objects.get(pk=cast.cara.pk).name.startswith("Officer")


def test_nothing_goes_of_those_who_have_to_do_with_a_cycle_that_is_held(cast, mia):
    hold = LegalHold.objects.create(cycle=cast.cycle, reason="A court looks at it.")
    assert retain(after(days=800)) == []
    hold.end()
    assert retain(after(days=800)) != []


def test_the_command_tells_first_and_then_acts(cast, mia, capsys):
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=400))
    call_command("retention", dry_run=True)
    assert "private: 1 of people.Draft" in capsys.readouterr().out
    assert Draft.objects.count() == 1
    call_command("retention")
    assert capsys.readouterr().out == "1 of people.Draft\n1 went.\n"
    assert Draft.objects.count() == 0


def test_the_rules_are_told_with_where_they_come_from(capsys):
    call_command("retention", rules=True)
    assert "money: 2557 days after it was made (not confirmed)" in capsys.readouterr().out


def test_a_hold_is_put_and_ended_by_a_command(cast, capsys):
    call_command("legal_hold", cast.cycle.slug, because="A court looks at it.")
    call_command("legal_hold")
    assert "because: A court looks at it." in capsys.readouterr().out
    call_command("legal_hold", cast.cycle.slug, end=True)
    assert not LegalHold.objects.active().exists()


def test_the_workers_do_it_each_night():
    assert [each.seconds for each in TICKS if each.do is each_night] == [24 * 60 * 60]


def test_a_night_takes_out_what_is_old(cast, mia):
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=400))
    each_night()
    assert Draft.objects.count() == 0


# What stays until its person is forgotten, by its own rule: how far somebody has read, and the address to sign in with.
WITHOUT_A_DAY = {"feedback.Seen", "account.EmailAddress", "account.EmailConfirmation"}


def test_whatever_goes_by_its_own_day_has_one_or_goes_with_another_row():
    now, silent = timezone.now(), set()
    for model in apps.get_models():
        rule = _rule_of(model, now)
        cascades = any(f.many_to_one and f.remote_field.on_delete is models.CASCADE for f in model._meta.local_fields)
        if rule and rule.days is not None and rule.since == "made" and day_of(model) is None and not cascades:
            silent.add(model._meta.label)
    assert silent <= WITHOUT_A_DAY


def test_a_claim_goes_after_seven_years_with_its_steps_and_its_photos(cast):
    claim = build.claimed(build.offer(build.opened(cast.cycle, "needs")), cast.mia)
    build.photographed(claim)
    (receipt,) = claim.receipts.all()
    storage, name = receipt.file.storage, receipt.file.name
    assert storage.exists(name)
    went = {what for what, _number in retain(after(days=7 * 365))}
    assert not went & {"involvement.Claim", "involvement.Receipt"}
    with TestCase.captureOnCommitCallbacks(execute=True):
        retain(after(days=7 * 365 + 5))
    assert (Claim.objects.count(), ClaimStep.objects.count(), storage.exists(name)) == (0, 0, False)


def test_answers_for_equality_are_taken_back_after_a_year(cast):
    EqualityAnswer.keep(cast.cycle, cast.mia, {"age": "65-84"})
    assert retain(after(days=364)) == []
    assert ("feedback.EqualityAnswer", 1) in retain(after(days=367))
    assert EqualityAnswer.own(cast.cycle, cast.mia) == {}


def test_nothing_is_overdue_in_a_whole_world_when_ten_years_have_passed(cast):
    make(World(cast))
    now = after(days=3653)
    retain(now)
    assert {each.what: each.number for each in due(now)} == {}
