"""The invitation: whoever is brought in by address is told so by e-mail, and a failing mail server loses nothing."""

import logging

import pytest
from django.core.management import call_command

from config.logs import DiscreetFormatter
from people.models import Group, Person
from tests import build
from tests.cycle.pages import said, signed_in, words

TOLD = "An e-mail tells them how to sign in."
NOT_TOLD = "The e-mail that tells them could not be sent yet. We keep trying. You can tell them how to sign in."
NOWHERE = {
    "default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": {"host": "localhost", "port": 1}}
}
SITE = "http://testserver/sign-in/"


@pytest.fixture
def cast(transactional_db):
    return build.cast()


def member(cast, **over):
    sent = {"name": "Hazel", "email": "hazel@example.org", "role": "member"} | over
    return signed_in(cast.cove).post(f"{cast.meals_voice.get_absolute_url()}members/new/", sent, follow=True)


def at(cast, further):
    return f"{cast.cycle.get_absolute_url()}people/{further}"


def test_a_new_member_is_told_who_where_and_how_and_no_secret(cast, mailoutbox, settings):
    assert said(member(cast)) == [f"Hazel belongs to the group now. {TOLD}"]
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["hazel@example.org"], "You are invited")
    assert [line for line in mail.body.splitlines() if line] == [
        "Hello Hazel,",
        "Cove has brought you in: Meals Voice. Your part there: Member.",
        "On this site you can read what is planned, say what you think, and see what came of it. Go to:",
        f"    {SITE}",
        "Type in this address: hazel@example.org. A code comes to you by e-mail, and you type it in. "
        "You need no password.",
        "You need not do anything, and you need no reason to say no. Tell Cove, or look here for what you belong to "
        f"and how to leave it: {settings.SITE_URL}/you/",
        "If you do not know who this is from, you need not do anything.",
        "In the Round",
    ]


@pytest.mark.parametrize(
    ("who", "further", "sent", "to_what"),
    [
        ("ann", "seats/new/", {"name": "Hugh", "email": "hugh@example.org", "role": "officer"}, "Community meals"),
        ("ann", "participants/new/?who=person",
         {"name": "Hugh", "email": "hugh@example.org", "standing": "staff"}, "Community meals"),
    ],
)  # fmt: skip
def test_who_gets_a_seat_or_takes_part_is_told(cast, mailoutbox, who, further, sent, to_what):
    answer = signed_in(getattr(cast, who)).post(at(cast, further), sent, follow=True)
    assert said(answer)[0].endswith(TOLD)
    assert [(mail.to, f"Ann has brought you in: {to_what}." in mail.body) for mail in mailoutbox] == [
        (["hugh@example.org"], True)
    ]


@pytest.mark.req("R16")
def test_somebody_who_has_been_here_is_told_of_the_second_place_as_such(cast, mailoutbox):
    signed_in(cast.zoe)
    member(cast, email="zoe@example.org", role="representative")
    (mail,) = mailoutbox
    for told in ("Cove has brought you in: Meals Voice.", "Your part there: Representative, may sign for the group.",
                 "You have been here before.", "how to leave it: "):  # fmt: skip
        assert told in mail.body


def test_the_convenor_of_a_new_group_is_told(cast, mailoutbox):
    sent = {"name": "Walkers", "constituency": "Some", "is_user_controlled": "yes", "convenor_name": "Noor",
            "convenor_email": "noor@example.org"}  # fmt: skip
    signed_in(cast.ann).post("/groups/new/", sent)
    assert [(mail.to, "Ann has brought you in: Walkers." in mail.body) for mail in mailoutbox] == [
        (["noor@example.org"], True)
    ]


def test_a_group_or_a_body_that_takes_part_gets_no_mail(cast, mailoutbox):
    other = build.group("Walkers")
    answer = signed_in(cast.ann).post(at(cast, "participants/new/?who=group"), {"group": other.pk}, follow=True)
    assert (said(answer), mailoutbox) == (["Walkers takes part now."], [])


def test_nobody_is_written_to_who_has_no_address_may_not_sign_in_or_did_it_themselves(cast, mailoutbox):
    assert said(member(cast, name="Ivy", email="")) == ["Ivy belongs to the group now."]
    Person.objects.create_user("gone@example.org", "Gwen", is_active=False)
    assert said(member(cast, email="gone@example.org")) == ["Gwen belongs to the group now."]
    assert said(member(cast, email="cove@example.org")) == ["Cove belongs to the group now."]
    assert mailoutbox == []


def test_what_is_refused_sends_nothing(cast, mailoutbox):
    assert member(cast, role="king").status_code == 422
    assert member(cast, email="mia@example.org").status_code == 422
    assert mailoutbox == []


def test_a_failing_mail_server_loses_nothing_and_the_officer_is_told_without_an_address_in_the_log(
    cast, settings, caplog
):
    settings.MAILERS = NOWHERE
    caplog.set_level(logging.DEBUG)
    assert said(member(cast)) == [f"Hazel belongs to the group now. {NOT_TOLD}"]
    assert cast.meals_voice.has_member(Person.objects.get(email="hazel@example.org"))
    lines = [DiscreetFormatter().format(record) for record in caplog.records]
    assert [line.split(": ", 1)[1] for line in lines if "people.outbox" in line] == [
        "An e-mail could not be sent: ConnectionRefusedError"
    ]
    assert [line for line in lines if "hazel" in line.lower()] == []


def test_markup_and_lines_in_names_stay_words(cast, mailoutbox):
    Group.objects.filter(pk=cast.meals_voice.pk).update(name="Meals\r\nBcc: all@example.org <b>Voice</b>")
    assert member(cast, name="Hazel <script>").status_code == 200
    (mail,) = mailoutbox
    assert (mail.recipients(), mail.subject) == (["hazel@example.org"], "You are invited")
    assert "Hello Hazel <script>," in mail.body


def test_the_first_commissioner_is_told_when_the_command_knows_the_site(transactional_db, mailoutbox, capsys):
    first = {"email": "gwen@example.org", "name": "Gwen", "authority": "Valley Council"}
    call_command("add_commissioner", **first, site="https://rounds.example.org")
    assert capsys.readouterr().out.splitlines()[-1] == TOLD
    (mail,) = mailoutbox
    assert "Valley Council has brought you in: In the Round." in mail.body
    assert "    https://rounds.example.org" in mail.body.splitlines()
    call_command("add_commissioner", **first, site="https://rounds.example.org")
    assert len(mailoutbox) == 1


def test_a_member_with_an_address_is_told_that_a_letter_was_made_and_not_its_code(cast, mailoutbox):
    place = cast.meals_voice.memberships.get(person=cast.mia)
    page = signed_in(cast.cove).post(f"{cast.meals_voice.get_absolute_url()}members/{place.pk}/letter/")
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["mia@example.org"], "A letter was made for you")
    assert "Cove has made a letter for you, for the group Meals Voice." in mail.body
    assert [sign for sign in (page.context["code"], page.context["letter"].number) if sign in mail.body] == []


def test_the_sign_in_page_that_the_mail_names_leads_on(cast, mailoutbox, client):
    member(cast)
    assert "I have a letter with a code" in words(client.get(SITE))
