"""The outbox: each letter goes once, is tried again when the mail server fails, and is given up after two days."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from people import outbox
from people.models import Mail, Person
from people.models.mail import LEASE, PAUSES
from tests import build
from tests.cycle.pages import said, signed_in, words
from tests.people.test_inviting import NOWHERE

pytestmark = pytest.mark.django_db
TEMPLATE = "people/email/letter_made.txt"


@pytest.fixture
def mia():
    return build.person("Mia", "mia@example.org")


def put(person, key="one", **over):
    return outbox.put(person, key, "A letter", TEMPLATE, {"by": "Cove", "group": "Meals Voice"}, **over)


def later(mail, much):
    """Let so much time pass for this mail."""
    Mail.objects.filter(pk=mail.pk).update(try_at=timezone.now() - much)


def test_what_is_put_out_goes_once_and_its_words_are_blanked(mia, mailoutbox):
    mail = put(mia)
    assert (mail.state, "Cove has made a letter for you" in mail.body) == ("waits", True)
    assert (outbox.send_due(), outbox.send_due()) == (1, 0)
    mail.refresh_from_db()
    assert (mail.state, mail.body, mail.tries) == ("sent", "", 1)
    (sent,) = mailoutbox
    assert (sent.to, sent.subject, sent.extra_headers["Message-ID"]) == (
        ["mia@example.org"], "A letter", mail.message_id
    )  # fmt: skip


def test_one_thing_is_written_once(mia, mailoutbox):
    assert put(mia) == put(mia)
    outbox.send_due()
    assert put(mia).state == "sent"
    assert (outbox.send_due(), len(mailoutbox)) == (0, 1)


def test_what_is_taken_back_is_not_sent(mia, mailoutbox):
    def put_and_fail():
        with transaction.atomic():
            put(mia)
            Person.objects.create(name="Nobody", email="mia@example.org")

    with pytest.raises(IntegrityError):
        put_and_fail()
    assert (Mail.objects.count(), outbox.send_due(), mailoutbox) == (0, 0, [])


def test_who_has_no_address_or_may_not_sign_in_gets_nothing(mia, mailoutbox):
    assert put(build.person("Dilys")) is None
    mail = put(mia)
    Person.objects.filter(pk=mia.pk).update(is_active=False)
    assert outbox.send_due() == 0
    mail.refresh_from_db()
    assert (mail.state, mail.fault, mailoutbox) == ("given up", "no address", [])


def test_a_mail_server_that_fails_is_tried_again_after_longer_and_longer_pauses(mia, settings, mailoutbox):
    mail, working = put(mia), settings.MAILERS
    settings.MAILERS = NOWHERE
    waits = []
    for _each in PAUSES:
        assert outbox.send_due() == 0
        mail.refresh_from_db()
        waits.append(mail.try_at - timezone.now())
        assert outbox.send_due() == 0  # not before its time
        later(mail, timedelta(seconds=1))
    assert [round(wait / timedelta(minutes=1)) for wait in waits] == [1, 5, 15, 60, 180, 360, 720, 1440]
    assert (mail.state, mail.fault) == ("waits", "ConnectionRefusedError")
    assert outbox.waiting_since() == mail.made_at
    settings.MAILERS = working
    assert outbox.send_due() == 1
    assert (outbox.waiting_since(), len(mailoutbox)) == (None, 1)


def test_after_the_last_pause_it_is_given_up_and_counted(mia, settings, capsys):
    mail = put(mia)
    settings.MAILERS = NOWHERE
    for _each in range(len(PAUSES) + 1):
        outbox.send_due()
        later(mail, timedelta(seconds=1))
    mail.refresh_from_db()
    assert (mail.state, mail.tries, "Cove" in mail.body) == ("given up", len(PAUSES) + 1, True)
    assert list(Mail.objects.given_up()) == [mail]


def test_a_letter_that_somebody_has_in_hand_is_left_alone_until_they_are_surely_dead(mia, mailoutbox):
    mail = put(mia)
    assert (mail.take(), mail.take(), outbox.send(mail), outbox.send_due()) == (True, False, None, 0)
    Mail.objects.filter(pk=mail.pk).update(leased_until=timezone.now() - LEASE)
    assert (outbox.send_due(), len(mailoutbox)) == (1, 1)
    assert mailoutbox[0].extra_headers["Message-ID"] == mail.message_id


def test_lines_in_a_subject_cannot_add_a_header(mia, mailoutbox):
    outbox.put(mia, "one", "Hello\r\nBcc: all@example.org", TEMPLATE, {"by": "Cove", "group": "Voice"})
    outbox.send_due()
    assert (mailoutbox[0].subject, mailoutbox[0].recipients()) == (
        "Hello Bcc: all@example.org", ["mia@example.org"]
    )  # fmt: skip


# --- What one chooses to get ------------------------------------------------------------------------------------------


def test_what_is_written_to_me_is_mine_to_choose(mia):
    browser = signed_in(mia)
    page = browser.get("/post/")
    assert "Our e-mails go to mia@example.org." in words(page)
    assert page.context["form"].initial == {"post": "at once"}
    assert said(browser.post("/post/", {"post": "never"}, follow=True)) == ["Your choice is saved."]
    assert Person.objects.get(pk=mia.pk).post == "never"
    assert browser.post("/post/", {"post": "always"}).status_code == 422


def test_a_link_in_the_letter_ends_letters_without_signing_in_and_by_one_click_of_a_mail_program(mia, mailoutbox):
    put(mia, may_be_stopped=True)
    outbox.send_due()
    headers = mailoutbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = headers["List-Unsubscribe"].strip("<>").removeprefix("http://testserver")
    nobody = signed_in()
    assert "Do you want no more e-mails" in words(nobody.get(address))
    assert Person.objects.get(pk=mia.pk).post == "at once"  # a program that only looks at links changes nothing
    assert "We write you no more e-mails." in words(nobody.post(address, {"List-Unsubscribe": "One-Click"}))
    assert Person.objects.get(pk=mia.pk).post == "never"
    assert nobody.post("/post/stop/anything/").status_code == 404
