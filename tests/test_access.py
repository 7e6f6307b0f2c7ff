"""Who reaches which address, and what stands there (promises 1, 2, 4, 6): each reader asks for every address once.

`tests/access.csv` is written by hand: an address and a method in each row, a reader in each column, the status in the
cell. It is never derived from the code that decides. A new address without its rows fails here. Each answer is searched
for canaries: none reaches a reader to whom it is closed, and each reaches those to whom it is open.
"""

import csv
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.db import connection

from . import world as worlds
from .addresses import all_addresses, all_names, asked
from .leaks import canaries_in, leaks, unseen

TABLE = Path(__file__).parent / "access.csv"
# They are asked for by other tests: one-time codes (tests/people) and the name that django-allauth looks up.
ELSEWHERE = {"account_confirm_login_code", "account_login"}


def reviewed():
    """The table: (address, method) -> {reader: status}."""
    with TABLE.open(newline="") as file:
        return {(row.pop("address"), row.pop("method")): row for row in csv.DictReader(file)}


@dataclass
class Seen:
    """What a walk over every address by one reader came across."""

    world: worlds.World
    statuses: dict[tuple[str, str], str] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)  # canary -> names of the URLs where

    def note(self, address, method, response):
        self.statuses[address.key, method] = str(response.status_code)
        for word in canaries_in(response):
            self.words.setdefault(word, set()).add(address.name)


def walkers():
    """Everybody on SQLite; on PostgreSQL, whose rules are the same code, three of them, and everybody by night."""
    few = worlds.READERS if connection.vendor == "sqlite" else ("nobody", "mia", "ann")
    return [pytest.param(name, marks=[] if name in few else [pytest.mark.nightly]) for name in worlds.READERS]


@pytest.mark.django_db
@pytest.mark.parametrize("name", walkers())
def test_a_reader_reaches_what_was_reviewed_and_reads_nothing_that_is_closed(name, client):
    seen = Seen(worlds.make())
    addresses = all_addresses(seen.world)
    if person := seen.world.reader(name):
        client.force_login(person)
    for address in addresses:
        for method in ("GET", "POST"):
            seen.note(address, method, asked(client, address, method))
    print(f"\n{name}: {len(seen.statuses)} cells, {len(seen.world.canaries)} canaries, {len(addresses)} addresses")
    assert seen.statuses == {cell: statuses[name] for cell, statuses in reviewed().items()}
    assert leaks(seen.world, name, seen.words) == []
    assert unseen(seen.world, name, seen.words) == []


@pytest.mark.django_db
def test_every_address_of_the_site_is_walked():
    walked = {address.name for address in all_addresses(worlds.make())}
    assert all_names() - walked - ELSEWHERE == set()


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
