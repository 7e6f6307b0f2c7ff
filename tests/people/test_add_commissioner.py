"""The first person comes in by a command, because nobody is there yet who could bring them in."""

import re

import pytest
from django.core.management import CommandError, call_command

from people.models import Membership, Organisation, Person
from tests.build import authority, person, provider
from tests.cycle.pages import signed_in

pytestmark = pytest.mark.django_db

FIRST = {"email": "gwen@example.org", "name": "Gwen", "authority": "Valley Council"}


def add(capsys, **changes):
    """What the command says."""
    call_command("add_commissioner", **FIRST | changes)
    return capsys.readouterr().out.strip()


def rows():
    return Person.objects.count(), Organisation.objects.count(), Membership.objects.count()


def test_on_an_empty_installation_the_first_commissioner_signs_in_and_starts_a_cycle(client, capsys, mailoutbox):
    assert add(capsys) == "Gwen is a commissioner of Valley Council and can sign in now."
    client.post("/sign-in/", {"email": "gwen@example.org"})
    code = re.search(r"\b\d{6}\b", mailoutbox[-1].body)[0]
    client.post("/sign-in/code/", {"code": code})
    assert client.get("/cycles/new/").status_code == 200


def test_a_second_time_changes_nothing(capsys):
    add(capsys)
    assert add(capsys, email="GWEN@example.org", name="Other") == "Gwen is a commissioner of Valley Council already."
    assert rows() == (1, 1, 1)


def test_somebody_and_an_authority_that_are_known_here_stay_as_they_are(capsys):
    known, council = person("Gwen", "gwen@example.org"), authority()
    add(capsys, name="Another name")
    place = Membership.objects.get()
    assert (place.person, place.person.name, place.organisation) == (known, "Gwen", council)


def test_a_second_commissioner_comes_in_the_same_way(capsys):
    add(capsys)
    add(capsys, email="hugh@example.org", name="Hugh")
    assert rows() == (2, 1, 2)


def test_one_whose_place_has_ended_gets_a_new_one(capsys):
    add(capsys)
    Membership.objects.get().end()
    assert signed_in(Person.objects.get()).get("/cycles/new/").status_code == 403
    add(capsys)
    assert signed_in(Person.objects.get()).get("/cycles/new/").status_code == 200


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"email": "gwen"}, "Enter a valid email address."),
        ({"name": " "}, "This field cannot be blank."),
        ({"authority": ""}, "This field cannot be blank."),
        ({"authority": "Hot Plate Ltd"}, "There is an organisation of this name, and it is not a public authority."),
        ({"email": "old@example.org"}, "The person with this address may no longer sign in."),
    ],
)
def test_what_cannot_be_is_a_sentence_and_leaves_nothing_behind(capsys, changes, sentence):
    provider("Hot Plate Ltd")
    Person.objects.create_user("old@example.org", "Old", is_active=False)
    before = rows()
    with pytest.raises(CommandError) as refused:
        add(capsys, **changes)
    assert (str(refused.value), rows()) == (sentence, before)
