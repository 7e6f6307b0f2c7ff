"""The pages of user groups: the list, a new one, who belongs to it, and who may read that."""

import pytest

from people.models import Group, Membership, Person
from people.refusal import Refused
from tests.build import cast, group, member, person
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db

ABOUT = {
    "name": "Walkers",
    "constituency": "People who walk with a stick",
    "is_user_controlled": "yes",
    "convenor_name": "Noor",
    "convenor_email": "noor@example.org",
}


@pytest.fixture
def people():
    return cast()


def at(people, further=""):
    return f"{people.meals_voice.get_absolute_url()}{further}"


# --- The list, and a new one ------------------------------------------------------------------------------------------


def test_the_list_tells_for_whom_each_group_speaks_and_how_many_belong_to_it(people):
    page = words(signed_in(people.zoe).get("/groups/"))
    assert "Speaks for: People who get meals at home" in page
    assert "3 people belong to it." in page
    assert signed_in().get("/groups/").url == "/sign-in/?next=/groups/"


def test_a_list_without_groups_says_so():
    assert "There is no group yet." in words(signed_in(person("Zoe")).get("/groups/"))


def test_the_list_takes_the_same_queries_at_one_three_and_three_hundred_rows(people):
    reader = signed_in(people.zoe)
    once = queries(reader, "/groups/")
    for name in ("Second", "Third"):
        member(person(f"Member of {name}"), group(name, host=people.provider))
    assert queries(reader, "/groups/") == once
    Group.objects.bulk_create(Group(name=f"Group {number}", constituency="Some") for number in range(297))
    assert queries(reader, "/groups/") == once
    first = reader.get("/groups/")
    assert len(reader.get("/groups/", {"after": first.context["shown"].more}).context["shown"]) == 25
    assert "There are no more." in words(reader.get("/groups/", {"after": 10**9}))


def test_a_commissioner_starts_a_group_with_the_convenor_who_keeps_it(people):
    sent = ABOUT | {"host": people.provider.pk}
    answer = signed_in(people.ann).post("/groups/new/", sent, follow=True)
    made = Group.objects.get(name="Walkers")
    noor = Person.objects.get(email="noor@example.org")
    assert answer.redirect_chain == [(made.get_absolute_url(), 302)]
    assert (made.is_user_controlled, made.host, made.is_kept_by(noor)) == (True, people.provider, True)
    page = words(signed_in(people.zoe).get(made.get_absolute_url()))
    assert "People who walk with a stick" in page
    assert "Hot Plate Ltd" in page


def test_whoever_is_no_commissioner_is_told_so(people):
    for name in ("zoe", "cove", "cara"):
        somebody = signed_in(getattr(people, name))
        for answer in (somebody.get("/groups/new/"), somebody.post("/groups/new/", ABOUT)):
            assert answer.status_code == 403
            assert "Only a commissioner can start a group’s page here." in words(answer)


def test_a_former_commissioner_starts_none(people):
    people.ann.memberships.get().end()
    assert signed_in(people.ann).get("/groups/new/").status_code == 403


def test_what_is_missing_or_taken_is_said(people):
    ann = signed_in(people.ann)
    empty = ann.post("/groups/new/", {"name": "Kept as typed"})
    assert (empty.status_code, 'value="Kept as typed"' in words(empty)) == (422, True)
    taken = ann.post("/groups/new/", ABOUT | {"name": "Meals Voice"})
    assert (taken.status_code, list(taken.context["form"].errors)) == (422, ["name"])


# --- Who belongs to it, and who may read that -------------------------------------------------------------------------


def test_names_are_for_members_and_for_officers_whom_the_group_works_with(people):
    reads = {name: "Cove" in words(signed_in(each).get(at(people))).split("<main")[1]
             for name, each in people.people().items()}  # fmt: skip
    assert {name for name, does in reads.items() if does} == {"ann", "ola", "bea", "mia", "cove"}
    page = words(signed_in(people.zoe).get(at(people)))
    assert "Convenor, supports the group" in page
    assert "Names are for the members, and for the officers whom the group works with." in page


def test_officers_stop_reading_names_when_the_group_leaves_the_cycle(people):
    people.cycle.end_part(people.ann, people.users)
    assert "Cove" not in words(signed_in(people.ola).get(at(people)))


def test_a_group_page_tells_where_it_takes_part_as_far_as_one_may_know():
    people = cast(published=False)
    assert "Community meals" in words(signed_in(people.mia).get(at(people)))
    page = words(signed_in(people.zoe).get(at(people)))
    assert "Community meals" not in page
    assert "The group takes part in nothing that you can read." in page


def test_a_group_page_takes_the_same_queries_at_three_hundred_members(people):
    reader = signed_in(people.mia)
    once = queries(reader, at(people))
    crowd = Person.objects.bulk_create(Person(name=f"Person {number}") for number in range(300))
    Membership.objects.bulk_create(Membership(person=each, group=people.meals_voice, role="member") for each in crowd)
    assert queries(reader, at(people)) == once


def test_the_convenor_adds_a_member_who_signs_in_and_one_on_paper(people):
    cove = signed_in(people.cove)
    online = {"name": "Noor", "email": "noor@example.org", "role": "representative"}
    answer = cove.post(at(people, "members/new/"), online, follow=True)
    assert said(answer) == ["Noor belongs to the group now."]
    assert cove.post(at(people, "members/new/"), {"name": "Ivy", "role": "member"}).status_code == 302
    ivy = Person.objects.get(name="Ivy")
    assert (ivy.email, people.meals_voice.has_member(ivy)) == (None, True)
    assert "Takes part on paper" in words(cove.get(at(people)))


def test_an_address_that_is_known_makes_no_second_person(people):
    sent = {"name": "Another name", "email": "ZOE@example.org", "role": "member"}
    assert signed_in(people.cove).post(at(people, "members/new/"), sent).status_code == 302
    assert people.meals_voice.has_member(people.zoe)
    again = signed_in(people.cove).post(at(people, "members/new/"), sent)
    assert again.status_code == 422
    assert again.context["form"].non_field_errors() == ["Zoe has this place in the group already."]


def test_only_who_keeps_the_group_adds_and_ends(people):
    place = people.meals_voice.memberships.get(person=people.bea)
    for name in ("mia", "ann", "zoe"):
        somebody = signed_in(getattr(people, name))
        answers = [
            somebody.get(at(people, "members/new/")),
            somebody.post(at(people, "members/new/"), {"name": "Ivy", "role": "member"}),
            somebody.post(at(people, f"members/{place.pk}/end/")),
        ]
        assert {answer.status_code for answer in answers} == {403}
        assert "Only the group’s convenor or chair can do this." in words(answers[0])


def test_a_commissioner_is_no_role_in_a_group(people):
    answer = signed_in(people.cove).post(at(people, "members/new/"), {"name": "Ivy", "role": "commissioner"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["role"])


def test_an_ended_place_stops_working_on_the_next_request(people):
    mia = signed_in(people.mia)
    assert "Cove" in words(mia.get(at(people)))
    place = people.meals_voice.memberships.get(person=people.mia)
    assert signed_in(people.cove).post(at(people, f"members/{place.pk}/end/")).url == at(people)
    assert "Cove" not in words(mia.get(at(people)))
    again = signed_in(people.cove).post(at(people, f"members/{place.pk}/end/"))
    assert (again.status_code, "This has ended already." in words(again)) == (409, True)


def test_a_member_may_leave(people):
    place = people.meals_voice.memberships.get(person=people.mia)
    assert signed_in(people.mia).post(at(people, f"members/{place.pk}/end/")).status_code == 302
    assert not people.meals_voice.has_member(people.mia)


def test_somebody_always_keeps_the_group(people):
    place = people.meals_voice.memberships.get(person=people.cove)
    answer = signed_in(people.cove).post(at(people, f"members/{place.pk}/end/"))
    assert answer.status_code == 403
    assert "Somebody has to keep the group’s page. Add another convenor or chair first." in words(answer)


def test_what_is_not_there_is_not_found(people):
    cove = signed_in(people.cove)
    assert cove.get("/groups/999999/").status_code == 404
    assert cove.get("/groups/999999/members/new/").status_code == 404
    assert cove.post(at(people, "members/999999/end/")).status_code == 404
    assert cove.get(at(people, "members/1/end/")).status_code == 405


def test_the_rules_are_the_groups_own_whoever_asks(people):
    said = {"name": "Walkers", "constituency": "Some", "convenor_name": "Noor"}
    with pytest.raises(Refused, match="Only a commissioner can start a group’s page here"):
        Group.start(people.mia, **said)
    with pytest.raises(Refused, match="Only the group’s convenor or chair can do this"):
        people.meals_voice.add_member(people.mia, name="Ivy")
    assert not Group.objects.filter(name="Walkers").exists()
