"""Who is who in a cycle: seats and parts, given and ended."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cycle.models import Event, Participant, Seat
from cycle.taking_part import seat_somebody
from people.models import Organisation, Person
from people.refusal import Refused
from tests.build import afresh, cast, group, person, record
from tests.cycle.pages import list_url, queries, said, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast()


def at(people, further=""):
    """The address of the page, or of one under it."""
    return f"/cycles/{people.cycle.slug}/people/{further}"


NEW_SEAT = {"email": "noor@example.org", "name": "Noor", "role": "officer", "limits": "Up to £10,000."}


@pytest.mark.req("R16")
def test_everybody_reads_who_decides_and_what_they_may_decide(people):
    people.cycle.seat(people.zoe, "decider", people.ann, limits="May not spend more than is in the budget.")
    page = words(signed_in().get(at(people)))
    for text in ("Ann", "Lead commissioner", "Zoe", "May not spend more than is in the budget.", "Meals Voice"):
        assert text in page


def test_one_person_who_takes_part_is_named_only_among_those_who_do(people):
    people.zoe.name = "Zoe Lark"
    people.zoe.save()
    first = people.cycle.admit(people.ann, "users", person=people.zoe)
    second = people.cycle.admit(people.ann, "users", person=person("Yan Lark"))
    assert (str(first), str(second)) == ("Somebody who uses the service", "Somebody who uses the service 2")
    for reader, named in ((people.mia, True), (None, False)):
        page = words(signed_in(reader).get(at(people)))
        assert ("Somebody who uses the service: Zoe Lark" in page) == named
        assert "Somebody who uses the service 2" in page
        assert "Lark" not in words(signed_in(reader).get(f"/cycles/{people.cycle.slug}/ledger/"))


def test_the_page_takes_the_same_queries_at_three_hundred_seats_and_parts(people):
    reader = signed_in(people.mia)
    once = queries(reader, at(people))
    crowd = Person.objects.bulk_create(Person(name=f"Person {number}") for number in range(300))
    Seat.objects.bulk_create(Seat(cycle=people.cycle, person=each, role="decider") for each in crowd)
    Participant.objects.bulk_create(
        Participant(cycle=people.cycle, person=each, name=each.name, standing="users") for each in crowd
    )
    assert queries(reader, at(people)) == once


# --- Seats ------------------------------------------------------------------------------------------------------------


@pytest.mark.req("R16")
def test_an_officer_gives_a_seat_to_somebody_new(people):
    answer = signed_in(people.ola).post(at(people, "seats/new/"), NEW_SEAT, follow=True)
    seat = Seat.objects.get(person__email="noor@example.org")
    assert said(answer) == ["Noor has a seat now."]
    assert (seat.role, seat.limits, seat.from_date) == ("officer", "Up to £10,000.", timezone.localdate())
    assert Event.objects.of(seat).get().by == people.ola


def test_a_seat_for_an_address_that_is_known_makes_no_second_person(people):
    sent = NEW_SEAT | {"email": "ZOE@example.org", "name": "Somebody else"}
    assert signed_in(people.ola).post(at(people, "seats/new/"), sent).status_code == 302
    assert [seat.person.name for seat in people.cycle.seats.filter(person=people.zoe)] == ["Zoe"]


def test_somebody_new_needs_a_name(people):
    answer = signed_in(people.ola).post(at(people, "seats/new/"), NEW_SEAT | {"name": ""})
    assert answer.status_code == 422
    assert "Nobody with this address is known here yet. Give the person’s name, too." in words(answer)
    assert 'value="noor@example.org"' in words(answer)


def test_nobody_has_the_same_seat_twice(people):
    answer = signed_in(people.ann).post(at(people, "seats/new/"), NEW_SEAT | {"email": "ola@example.org"})
    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors() == ["Ola has this seat already."]


def test_an_ended_seat_stops_working_on_the_next_request(people):
    form = list_url(people.stage("needs"), "record_new")
    ola = signed_in(people.ola)
    assert ola.get(form).status_code == 200
    seat = people.cycle.seats.get(person=people.ola)
    assert signed_in(people.ann).post(at(people, f"seats/{seat.pk}/end/")).url == at(people)
    assert ola.get(form).status_code == 403
    seat.refresh_from_db()
    assert seat.until_date == timezone.localdate() - timedelta(days=1)
    assert Event.objects.of(seat).last().verb == "seat ended"


@pytest.mark.req("R10")
def test_a_change_of_who_decides_is_what_agreements_rest_on(people):
    seat = people.cycle.seats.get(person=people.cara)
    signed_in(people.ann).post(at(people, f"seats/{seat.pk}/end/"))
    assert [event.material for event in Event.objects.of(seat)] == [True, True]


def test_somebody_always_runs_the_cycle(people):
    ann = signed_in(people.ann)
    for name in ("ola", "ann"):
        seat = people.cycle.seats.get(person=getattr(people, name))
        answer = ann.post(at(people, f"seats/{seat.pk}/end/"))
    assert answer.status_code == 422
    assert "Somebody has to run the cycle. Give another person a seat first." in words(answer)
    assert afresh(people.cycle).standing_of(people.ann).runs


def test_a_seat_ends_once(people):
    seat = people.cycle.seats.get(person=people.cara)
    answers = [signed_in(people.ann).post(at(people, f"seats/{seat.pk}/end/")).status_code for _click in "12"]
    assert answers == [302, 409]


def test_a_seat_of_another_cycle_is_not_found_here(people):
    assert signed_in(people.ann).post(at(people, "seats/999999/end/")).status_code == 404


# --- Parts ------------------------------------------------------------------------------------------------------------


def test_an_officer_brings_in_a_group(people):
    walkers = group("Walkers")
    answer = signed_in(people.ola).post(at(people, "participants/new/"), {"group": walkers.pk}, follow=True)
    assert said(answer) == ["Walkers takes part now."]
    made = people.cycle.participants.get(group=walkers)
    assert (made.standing, Event.objects.of(made).get().by) == ("users", people.ola)


def test_an_officer_brings_in_an_organisation_that_is_known_or_new(people):
    url, officer = at(people, "participants/new/?who=organisation"), signed_in(people.ola)
    known = {"standing": "staff", "organisation": people.provider.pk}
    new = {"standing": "providers", "name": "Frozen Foods", "sort": "provider"}
    assert [officer.post(url, sent).status_code for sent in (known, new)] == [302, 302]
    assert Organisation.objects.get(name="Frozen Foods").sort == "provider"
    names = people.cycle.participants.order_by("-pk").values_list("name", "standing")[:2]
    assert list(names) == [("Frozen Foods", "providers"), ("Hot Plate Ltd", "staff")]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"standing": "staff"}, "organisation"),
        ({"standing": "staff", "name": "Frozen Foods"}, "sort"),
        ({"standing": "users", "name": "Frozen Foods", "sort": "provider"}, "standing"),
    ],
)
def test_an_organisation_that_is_half_told_is_asked_for(people, sent, field):
    answer = signed_in(people.ola).post(at(people, "participants/new/?who=organisation"), sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_an_officer_brings_in_one_person(people):
    sent = {"standing": "users", "email": "noor@example.org", "name": "Noor"}
    assert signed_in(people.ola).post(at(people, "participants/new/?who=person"), sent).status_code == 302
    noor = Person.objects.get(email="noor@example.org")
    assert people.cycle.participants.get(person=noor).in_full(is_involved=True) == "Somebody who uses the service: Noor"
    again = signed_in(people.ola).post(at(people, "participants/new/?who=person"), sent)
    assert "Noor takes part already." in words(again)


def test_nothing_takes_part_twice_at_a_time_and_it_may_come_back(people):
    url, officer = at(people, "participants/new/"), signed_in(people.ola)
    sent = {"group": people.meals_voice.pk}
    again = officer.post(url, sent)
    assert (again.status_code, again.context["form"].non_field_errors()) == (422, ["Meals Voice takes part already."])
    assert officer.post(at(people, f"participants/{people.users.pk}/end/")).url == at(people)
    assert officer.post(url, sent).status_code == 302


def test_an_ended_part_stops_working_on_the_next_request(people):
    made = record(people.stage("needs"), openness="involved")
    mia = signed_in(people.mia)
    assert mia.get(made.get_absolute_url()).status_code == 200
    signed_in(people.ola).post(at(people, f"participants/{people.users.pk}/end/"))
    assert mia.get(made.get_absolute_url()).status_code == 404


def test_nothing_else_can_take_part(people):
    assert signed_in(people.ola).get(at(people, "participants/new/?who=robot")).status_code == 404


@pytest.mark.parametrize("name", ["mia", "cara", "zoe"])
def test_only_officers_say_who_takes_part(people, name):
    somebody = signed_in(getattr(people, name))
    seat = people.cycle.seats.get(person=people.ola)
    sent = ["seats/new/", "participants/new/", f"seats/{seat.pk}/end/", f"participants/{people.users.pk}/end/"]
    answers = [somebody.post(at(people, further), NEW_SEAT) for further in sent]
    assert {answer.status_code for answer in answers} == {403}
    assert "Give somebody a seat" not in words(somebody.get(at(people)))


def test_nobody_comes_or_goes_once_the_cycle_is_closed(people):
    people.cycle.close(people.ann, "It is over.")
    answer = signed_in(people.ann).get(at(people, "seats/new/"))
    assert answer.status_code == 403
    assert "This cycle is closed, so nothing in it can be changed." in words(answer)


def test_the_rules_are_the_cycles_own_whoever_asks(people):
    with pytest.raises(Refused, match="Only the officers who run this cycle can do this"):
        seat_somebody(people.cycle, people.mia, "officer", email="noor@example.org", name="Noor")
    assert Person.objects.at_address("noor@example.org") is None


def test_ending_a_part_asks_why_and_the_ledger_keeps_the_reason(people):
    officer, part = signed_in(people.ola), people.providers
    path = at(people, f"participants/{part.pk}/end/")
    assert f"End the part of {part}?" in words(officer.get(path))
    officer.post(path, {"reason": "The contract is over."})
    assert people.cycle.events.order_by("number").last().reason == "The contract is over."
