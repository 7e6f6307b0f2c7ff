import re

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from people.models import Person
from people.sign_in import InvitationOnlyAdapter

pytestmark = pytest.mark.django_db

ASK, ENTER = "/sign-in/", "/sign-in/code/"


@pytest.fixture
def hazel():
    """Somebody who was invited."""
    return Person.objects.create_user(email="hazel@example.org", name="Hazel")


def newest_code(mailoutbox):
    """Return the code in the newest mail."""
    return re.search(r"\b\d{6}\b", mailoutbox[-1].body)[0]


def test_the_code_from_the_mail_signs_one_in(client, hazel, mailoutbox):
    assert client.post(ASK, {"email": "Hazel@Example.org"}).url == ENTER
    assert client.post(ENTER, {"code": newest_code(mailoutbox)}).url == "/"
    assert client.session["_auth_user_id"] == str(hazel.pk)


def test_a_code_works_once(client, hazel, mailoutbox):
    client.post(ASK, {"email": hazel.email})
    code = newest_code(mailoutbox)
    client.post(ENTER, {"code": code})
    client.post("/sign-out/")
    assert client.post(ENTER, {"code": code}).url == ASK
    assert "_auth_user_id" not in client.session


def test_a_code_works_only_in_the_browser_that_asked_for_it(client, hazel, mailoutbox):
    client.post(ASK, {"email": hazel.email})
    assert Client().post(ENTER, {"code": newest_code(mailoutbox)}).url == ASK


def test_a_code_works_for_ten_minutes(client, hazel, mailoutbox):
    client.post(ASK, {"email": hazel.email})
    session = client.session
    session["account_login"]["state"]["stages"]["login_by_code"]["data"]["at"] -= 601
    session.save()
    assert client.post(ENTER, {"code": newest_code(mailoutbox)}).url == ASK


def test_three_wrong_codes_and_a_new_one_is_needed(client, hazel, mailoutbox):
    client.post(ASK, {"email": hazel.email})
    right = newest_code(mailoutbox)
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    assert [client.post(ENTER, {"code": wrong}).status_code for _ in range(3)] == [422, 422, 302]
    assert client.post(ENTER, {"code": right}).url == ASK


def test_an_unknown_address_looks_like_a_known_one_and_gets_no_mail(hazel, mailoutbox):
    def shown(address):
        client = Client()
        sent = client.post(ASK, {"email": address})
        page = client.get(sent.url).content.decode().replace(address, "the address")
        return sent.status_code, re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', r"\1", page)

    assert shown("nobody@example.org") == shown(hazel.email)
    assert [mail.to for mail in mailoutbox] == [[hazel.email]]


def test_somebody_who_may_not_sign_in_any_more_gets_no_code(client, hazel, mailoutbox):
    Person.objects.update(is_active=False)
    assert client.post(ASK, {"email": hazel.email}).url == ENTER
    assert mailoutbox == []


def test_an_address_gets_three_codes_in_a_minute(hazel, mailoutbox):
    answers = [Client().post(ASK, {"email": hazel.email}).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 422]
    assert len(mailoutbox) == 3


def test_an_address_that_is_none_is_answered_with_422_and_stays_typed(client):
    answer = client.post(ASK, {"email": "hazel at home"})
    assert answer.status_code == 422
    assert 'value="hazel at home"' in answer.content.decode()


def test_signing_in_leads_on_to_the_page_that_was_asked_for(client, hazel, mailoutbox):
    client.post(f"{ASK}?next=/about/", {"email": hazel.email, "next": "/about/"})
    assert client.post(ENTER, {"code": newest_code(mailoutbox), "next": "/about/"}).url == "/about/"


@pytest.mark.parametrize(
    "address", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_off_the_site(client, hazel, mailoutbox, address):
    client.post(ASK, {"email": hazel.email, "next": address})
    assert client.post(ENTER, {"code": newest_code(mailoutbox), "next": address}).url == "/"


@pytest.mark.parametrize(
    "name", ["account_signup", "account_email", "account_change_password", "account_reset_password"]
)
def test_there_is_no_page_to_sign_up_to_keep_addresses_or_passwords(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_nobody_makes_an_account_for_themselves(rf):
    assert InvitationOnlyAdapter().is_open_for_signup(rf.get("/")) is False
