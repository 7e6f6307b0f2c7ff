"""Who reaches which address: a table that people reviewed, against what the site does (promises 1, 2, 6).

`tests/access.csv` is written by hand: an address and a method in each row, a reader in each column, the status in the
cell. It is never derived from the code that decides. A new address without its rows fails here.
"""

import csv
from pathlib import Path

import pytest
from django.test import Client, TestCase

from . import world as worlds
from .addresses import all_addresses, all_names, asked

TABLE = Path(__file__).parent / "access.csv"
# They are asked for by other tests: one-time codes (tests/people) and the name that django-allauth looks up.
ELSEWHERE = {"account_confirm_login_code", "account_login"}


def reviewed():
    """The table: (address, method) -> {reader: status}."""
    with TABLE.open(newline="") as file:
        return {(row.pop("address"), row.pop("method")): row for row in csv.DictReader(file)}


class TestAccess(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.world = worlds.make()
        cls.addresses = all_addresses(cls.world)

    def clients(self):
        """A client for each reader, signed in where there is somebody to sign in."""
        found = {}
        for name in worlds.READERS:
            found[name] = Client()
            if person := self.world.reader(name):
                found[name].force_login(person)
        return found

    def test_every_cell_of_the_table_is_as_reviewed(self):
        table, clients, wrong, cells = reviewed(), self.clients(), [], 0
        for address in self.addresses:
            for method in ("GET", "POST"):
                expected = table.pop((address.key, method), None)
                if expected is None:
                    wrong.append(f"{address.key} {method} is not in the table")
                    continue
                for name, client in clients.items():
                    cells += 1
                    status = str(asked(client, address, method).status_code)
                    if status != expected[name]:
                        wrong.append(f"{address.key} {method} {name}: {status}, reviewed as {expected[name]}")
        print(f"\n{cells} cells")
        assert wrong == []
        assert list(table) == []

    def test_every_address_of_the_site_is_walked(self):
        assert all_names() - {address.name for address in self.addresses} - ELSEWHERE == set()


@pytest.mark.django_db
def test_an_ended_role_stops_working_at_the_next_request(client):
    world = worlds.make()
    cast, path = world.cast, world.hidden_cycle.get_absolute_url()
    client.force_login(cast.ann)
    assert client.get(path).status_code == 200
    seat = world.hidden_cycle.seats.get(person=cast.ann)
    type(seat).objects.filter(pk=seat.pk).update(from_date="2020-01-01", until_date="2020-01-02")
    assert client.get(path).status_code == 404


@pytest.mark.django_db
def test_a_person_who_may_no_longer_sign_in_is_out_at_once(client):
    cast = worlds.make().cast
    client.force_login(cast.ann)
    assert client.get("/cycles/new/").status_code == 200
    type(cast.ann).objects.filter(pk=cast.ann.pk).update(is_active=False)
    assert client.get("/cycles/new/").status_code == 302


@pytest.mark.django_db
def test_signing_out_everywhere_ends_every_session(client):
    cast = worlds.make().cast
    client.force_login(cast.ann)
    cast.ann.sign_out_everywhere()
    assert client.get("/cycles/new/").status_code == 302
