"""The register of groups: finding one, what its page says, how it was before, and the mandate of who speaks for it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from people.models import Group, GroupEdition, Mandate, Membership
from people.refusal import Conflict, Refused
from tests.build import cast, employed, group, member, person
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db

ABOUT = {
    "name": "Meals Voice", "constituency": "People who get meals at home", "is_user_controlled": "yes",
    "sector": "Adult social care", "experience": "used", "done_before": "It wrote a guide to good meetings.",
    "meets_when": "Each first Tuesday at 2pm", "meets_where": "Chapel hall", "joining": "Ask at the desk.",
    "version": "1",
}  # fmt: skip


@pytest.fixture
def people():
    return cast()


def at(people, further=""):
    return f"{people.meals_voice.get_absolute_url()}{further}"


def speaker(people):
    return people.meals_voice.memberships.get(person=people.bea)


# --- Finding a group --------------------------------------------------------------------------------------------------


@pytest.mark.req("R67")
def test_the_register_is_searched_by_words_by_who_runs_a_group_and_by_its_services(people):
    group("Walkers", "People who walk with a stick", sector="Health")
    group("Round the Table", "Families of people", is_user_controlled=False, sector="Adult social care")
    zoe = signed_in(people.zoe)
    found = {
        asked: [each.name for each in zoe.get(f"/groups/?{asked}").context["shown"]]
        for asked in ("words=STICK", "run_by=others", "sector=adult+social+care", "words=people&run_by=users", "")
    }
    assert found == {
        "words=STICK": ["Walkers"],
        "run_by=others": ["Round the Table"],
        "sector=adult+social+care": ["Meals Voice", "Walkers", "Round the Table"],
        "words=people&run_by=users": ["Meals Voice", "Walkers"],
        "": ["Meals Voice", "Walkers", "Round the Table"],
    }
    assert [each.name for each in zoe.get("/groups/?sector=Health").context["shown"]] == ["Walkers"]
    assert "No group fits what you asked for." in words(zoe.get("/groups/?words=nobody"))


def test_the_way_on_keeps_what_was_asked_for(people):
    Group.objects.bulk_create(
        Group(name=f"Group {number}", constituency="Some", sector="Health") for number in range(30)
    )
    zoe = signed_in(people.zoe)
    first = zoe.get("/groups/?sector=Health&words=group")
    on = f"?words=group&amp;sector=Health&amp;after={first.context['shown'].more}"
    assert on in first.content.decode()
    rest = zoe.get(on.replace("&amp;", "&").join(["/groups/", ""]))
    assert (len(first.context["shown"]), len(rest.context["shown"])) == (25, 5)


def test_a_search_takes_the_same_queries_at_three_hundred_groups(people):
    zoe, asked = signed_in(people.zoe), "/groups/?words=e&run_by=users"
    once = queries(zoe, asked)
    Group.objects.bulk_create(
        Group(name=f"Ever {number}", constituency="Some", sector="Health") for number in range(300)
    )
    assert queries(zoe, asked) == once


# --- What the page says, and how it was -------------------------------------------------------------------------------


@pytest.mark.req("R67")
def test_who_keeps_the_group_writes_what_its_page_says_and_everybody_signed_in_reads_it(people):
    cove = signed_in(people.cove)
    assert "Change what this page says" in words(cove.get(at(people)))
    answer = cove.post(at(people, "edit/"), ABOUT | {"new_host": "Valley Network"}, follow=True)
    assert said(answer) == ["The group’s page is saved."]
    page = words(signed_in(people.zoe).get(at(people)))
    for told in ("Adult social care", "Has worked with those who plan services for years", "Chapel hall",
                 "Each first Tuesday at 2pm", "Ask at the desk.", "Valley Network",
                 "It wrote a guide to good meetings."):  # fmt: skip
        assert told in page
    assert "Change what this page says" not in page


def test_only_who_keeps_it_writes_it(people):
    for name in ("mia", "bea", "ann", "zoe"):
        somebody = signed_in(getattr(people, name))
        assert {
            somebody.get(at(people, "edit/")).status_code,
            somebody.post(at(people, "edit/"), ABOUT).status_code,
        } == {403}
    with pytest.raises(Refused, match="Only the group’s convenor or chair"):
        people.meals_voice.rewrite(people.mia, 1, sector="Health")


def test_the_second_of_two_writers_gets_both_texts_and_nothing_is_lost(people):
    cove = signed_in(people.cove)
    cove.post(at(people, "edit/"), ABOUT)
    late = cove.post(at(people, "edit/"), ABOUT | {"meets_where": "By phone"})
    assert late.status_code == 409
    page = words(late)
    assert "Cove saved a change on" in page
    assert ("Chapel hall" in page, 'value="By phone"' in page) == (True, True)
    again = cove.post(at(people, "edit/"), ABOUT | {"meets_where": "By phone", "version": "2"})
    assert again.status_code == 302
    assert Group.objects.get(pk=people.meals_voice.pk).meets_where == "By phone"
    with pytest.raises(Conflict):
        people.meals_voice.rewrite(people.cove, 1, sector="Health")


def test_a_form_that_cannot_be_taken_comes_back_as_typed(people):
    cove = signed_in(people.cove)
    both = cove.post(at(people, "edit/"), ABOUT | {"host": people.provider.pk, "new_host": "Valley Network"})
    assert (both.status_code, list(both.context["form"].errors)) == (422, ["new_host"])
    long = cove.post(at(people, "edit/"), ABOUT | {"joining": "x" * 2001})
    assert (long.status_code, list(long.context["form"].errors)) == (422, ["joining"])
    group("Walkers")
    taken = cove.post(at(people, "edit/"), ABOUT | {"name": "Walkers"})
    assert (taken.status_code, list(taken.context["form"].errors)) == (422, ["name"])


def test_a_sector_keeps_the_letters_in_which_it_was_written_first(people):
    group("Walkers", sector="Adult social care")
    people.meals_voice.rewrite(people.cove, 1, sector="adult  SOCIAL care")
    assert Group.objects.sectors() == ["Adult social care"]


@pytest.mark.req("R67")
def test_years_later_one_sees_how_the_page_was_who_changed_it_and_when(people):
    made = Group.start(people.ann, name="Walkers", constituency="People who walk", convenor_name="Noor")
    noor = made.first_keeper
    made.rewrite(noor, 1, constituency="People who walk with a stick", host=people.provider)
    made.set_signing_rule(noor, "two")
    member(people.mia, made)
    page = words(signed_in(people.mia).get(f"{made.get_absolute_url()}history/"))
    for told in ("Ann started the page. It said:", "Noor changed the page:", "People who walk with a stick",
                 "Hot Plate Ltd", "Two people who may sign for it"):  # fmt: skip
        assert told in page
    hidden = words(signed_in(people.zoe).get(f"{made.get_absolute_url()}history/"))
    assert ("Noor" in hidden, "Somebody who keeps the group’s page changed the page:" in hidden) == (False, True)


def test_a_page_from_before_editions_keeps_what_it_said(people):
    people.meals_voice.rewrite(people.cove, 1, sector="Health")
    first, second = people.meals_voice.editions.order_by("number")
    assert (first.by, first.sector, second.by, second.sector) == (None, "", people.cove, "Health")
    assert "before its changes were kept" in words(signed_in(people.mia).get(at(people, "history/")))


def test_saving_what_stands_already_makes_no_edition(people):
    people.meals_voice.rewrite(people.cove, 1, sector="Health")
    people.meals_voice.rewrite(people.cove, 2, sector="Health")
    assert people.meals_voice.editions.count() == 2
    assert Group.objects.get(pk=people.meals_voice.pk).version == 2


def test_a_history_without_changes_says_so_and_a_long_one_has_pages(people):
    cove = signed_in(people.cove)
    assert "Nobody has changed this page since it was made." in words(cove.get(at(people, "history/")))
    for number in range(30):
        people.meals_voice.rewrite(people.cove, number + 1, meets_when=f"Day {number}")
    first = cove.get(at(people, "history/"))
    assert len(first.context["entries"]) == 25
    rest = cove.get(at(people, f"history/{first.context['older_url']}"))
    assert [entry.edition.number for entry in rest.context["entries"]] == [6, 5, 4, 3, 2, 1]


def test_the_database_refuses_to_change_or_delete_an_edition(people):
    people.meals_voice.rewrite(people.cove, 1, sector="Health")
    for change in (lambda: GroupEdition.objects.update(sector="Other"), lambda: GroupEdition.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


# --- Roles and mandates -----------------------------------------------------------------------------------------------


@pytest.mark.req("R67")
def test_a_group_has_a_secretary_and_a_treasurer_and_a_place_may_have_its_last_day(people):
    cove, day = signed_in(people.cove), timezone.localdate() + timedelta(days=30)
    for name, role in (("Sia", "secretary"), ("Tom", "treasurer")):
        sent = {"name": name, "role": role, "until_date_day": day.day, "until_date_month": day.month,
                "until_date_year": day.year}  # fmt: skip
        assert cove.post(at(people, "members/new/"), sent).status_code == 302
    page = words(cove.get(at(people)))
    assert ("Secretary, keeps the papers" in page, "Treasurer, keeps the money" in page) == (True, True)
    tom = Membership.objects.get(role="treasurer")
    assert tom.until_date == day
    assert cove.post(at(people, f"members/{tom.pk}/end/")).status_code == 302
    assert not Membership.objects.active().filter(pk=tom.pk).exists()


def test_a_place_that_is_over_already_is_not_given(people):
    yesterday = timezone.localdate() - timedelta(days=1)
    with pytest.raises(Refused, match="The last day has passed already"):
        people.meals_voice.add_member(people.cove, name="Ivy", until_date=yesterday)


def test_a_place_with_a_last_day_is_not_given_twice_and_does_not_keep_the_group_alone(people):
    soon = timezone.localdate() + timedelta(days=3)
    for _each in range(2):
        if _each:
            with pytest.raises(Refused, match="has this place in the group already"):
                people.meals_voice.add_member(people.cove, name="Zoe", email="zoe@example.org", role="chair")
        else:
            people.meals_voice.add_member(
                people.cove, name="Zoe", email="zoe@example.org", role="chair", until_date=soon
            )
    with pytest.raises(Refused, match="Somebody has to keep the group’s page"):
        people.meals_voice.end_membership(people.cove, people.meals_voice.memberships.get(person=people.cove))


@pytest.mark.req("R67", "R68")
def test_a_representative_has_a_mandate_and_an_earlier_one_stays_on_record(people):
    cove, place = signed_in(people.cove), speaker(people)
    assert "No mandate is written down yet." in words(cove.get(at(people)))
    for say in ("May agree to menus.", "May agree to menus and times."):
        sent = {"words": say, "given_by": "The members’ meeting", "given_on_day": 3, "given_on_month": 5,
                "given_on_year": 2024}  # fmt: skip
        assert cove.post(at(people, f"members/{place.pk}/mandate/"), sent).status_code == 302
    page = words(signed_in(people.mia).get(at(people)))
    assert "May agree to menus and times." in page
    assert "Given by: The members’ meeting, 3 May 2024" in page
    history = words(signed_in(people.ola).get(at(people, "history/")))
    assert ("May agree to menus." in history, "May agree to menus and times." in history) == (True, True)
    for reader in (people.zoe, people.pat):
        for further in ("", "history/"):
            assert "May agree to menus" not in words(signed_in(reader).get(at(people, further)))


def test_only_who_keeps_the_group_writes_a_mandate_and_only_of_who_speaks_for_it(people):
    about = {"words": "May sign.", "given_by": "All", "given_on": timezone.localdate()}
    with pytest.raises(Refused, match="Only the group’s convenor or chair"):
        Mandate.write(speaker(people), people.bea, **about)
    with pytest.raises(Refused, match="Only a chair or a representative has a mandate"):
        Mandate.write(people.meals_voice.memberships.get(person=people.mia), people.cove, **about)
    with pytest.raises(Refused, match="that is today or before"):
        Mandate.write(speaker(people), people.cove, **about | {"given_on": timezone.localdate() + timedelta(days=1)})
    speaker(people).end()
    with pytest.raises(Refused, match="has ended"):
        Mandate.write(speaker(people), people.cove, **about)
    assert signed_in(people.mia).get(at(people, f"members/{speaker(people).pk}/mandate/")).status_code == 403


def test_a_mandate_of_another_group_is_not_found(people):
    place = employed(people.zoe, people.provider)
    assert signed_in(people.cove).get(at(people, f"members/{place.pk}/mandate/")).status_code == 404
    assert person("Nobody").memberships.count() == 0
