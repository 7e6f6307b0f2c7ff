"""Every page that showed somebody answers when that person was forgotten, and reads "Member 1" in her place."""

import pytest
from django.utils import timezone

from feedback.privacy.forgetting import forget
from people.models import Person
from tests.addresses import all_addresses, asked
from tests.test_access import reviewed
from tests.world import make

pytestmark = pytest.mark.django_db

NAME = "Mia Morganwood"
# Her files and her wishes are gone, what nobody had answered yet is withdrawn, and she gets no letter: these say so,
# 403 or 404.
ENDED = ("answer", "attachment", "contribution", "member_letter", "verdict", "draft", "job", "hiding", "look",
         "training_wish")  # fmt: skip


@pytest.mark.parametrize(
    "reader", [*(pytest.param(name, marks=pytest.mark.nightly) for name in ("nobody", "cove")), "ann"]
)
def test_every_page_answers_and_none_says_her_name(reader, client):
    world = make()
    Person.objects.filter(pk=world.cast.mia.pk).update(name=NAME)
    mia, addresses = Person.objects.get(pk=world.cast.mia.pk), all_addresses(world)
    mia.panel_places.filter(left_at=None).update(left_at=timezone.now(), left_because="She moved.")
    forget(mia, with_words=True)
    if person := world.reader(reader):
        client.force_login(person)
    wanted, odd, named = reviewed(), {}, []
    for address in addresses:
        response = asked(client, address, "GET")
        said, status = response.body.decode("utf-8", "replace"), str(response.status_code)
        has_ended = address.name.startswith(ENDED) and status in ("200", "403", "404")
        if status != wanted[address.key, "GET"][reader] and not has_ended:
            odd[address.key] = status
        if NAME in said:
            named.append(address.key)
    assert (odd, named) == ({}, [])
