"""The money of a group: who writes it down, what the group knows of it, who reads it, and that nothing is lost."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from feedback.moving.guard import unguarded
from involvement.models import Allocation, Spending
from people.models import Group
from people.refusal import Refused
from tests import build
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db

TYPED = {
    "amount": "1,200", "purpose": "Meetings and taxis", "given_by": "A grant of the council", "from_date_day": 1,
    "from_date_month": 4, "from_date_year": 2026, "until_date_day": 31, "until_date_month": 3, "until_date_year": 2027,
    "holder": "host", "control": "none",
}  # fmt: skip
PAID = {"amount": "45.50", "spent_on_day": 3, "spent_on_month": 5, "spent_on_year": 2026, "what_for": "Taxis for six"}


def at(cast, further=""):
    return f"{cast.meals_voice.get_absolute_url()}money/{further}"


@pytest.fixture
def cast(cast):
    """The cast, with a treasurer (tom) in the group."""
    cast.tom = build.person("Tom", "tom@example.org")
    build.member(cast.tom, cast.meals_voice, "treasurer")
    return cast


@pytest.fixture
def held(cast):
    """1,200 pounds that the host holds, of which 45.50 was paid."""
    made = build.allocation(cast.meals_voice, cast.tom)
    build.spending(made, cast.tom)
    return Allocation.objects.of(cast.meals_voice).get()


# --- Writing it down --------------------------------------------------------------------------------------------------


@pytest.mark.req("R75")
def test_the_treasurer_writes_down_what_is_set_aside_and_paid_and_members_read_what_is_left(cast):
    tom = signed_in(cast.tom)
    assert "No money is written down for this group." in words(tom.get(at(cast)))
    answer = tom.post(at(cast, "new/"), TYPED, follow=True)
    assert said(answer) == ["The money is written down."]
    made = Allocation.objects.get()
    assert said(tom.post(at(cast, f"{made.pk}/payments/new/"), PAID, follow=True)) == ["The payment is written down."]
    for reader in (cast.mia, cast.cove, cast.ola):
        page = words(signed_in(reader).get(at(cast)))
        for told in ("£1,200", "£45.50", "£1,154.50", "The host", "The group has no say"):
            assert told in page
        detail = words(signed_in(reader).get(at(cast, f"{made.pk}/")))
        for told in ("A grant of the council", "From 1 April 2026 until 31 March 2027", "Taxis for six", "Tom"):
            assert told in detail


@pytest.mark.req("R75")
def test_an_officer_writes_down_what_the_authority_sets_aside_and_the_treasurer_is_told(
    cast, mailoutbox, django_capture_on_commit_callbacks
):
    ola = signed_in(cast.ola)
    typed = {name: value for name, value in TYPED.items() if name != "given_by"} | {"holder": "authority"}
    with django_capture_on_commit_callbacks(execute=True):
        assert ola.post(at(cast, "new/"), typed).status_code == 302
    made = Allocation.objects.get()
    assert (made.authority, made.given_by) == (cast.council, "Valley Council")
    page = words(signed_in(cast.mia).get(at(cast, f"{made.pk}/")))
    assert "The authority has written it down itself." in page
    assert "The authority: Valley Council" in page
    (mail,) = mailoutbox
    assert (mail.to, "1,200" in mail.body, at(cast, f"{made.pk}/") in mail.body) == (["tom@example.org"], False, True)
    assert ola.post(at(cast, f"{made.pk}/payments/new/"), PAID).status_code == 302


def test_who_may_do_it_for_the_group_and_for_the_authority_says_for_which(cast):
    build.member(cast.ola, cast.meals_voice, "treasurer")
    ola = signed_in(cast.ola)
    assert "For whom do you write this down?" in words(ola.get(at(cast, "new/")))
    assert list(ola.post(at(cast, "new/"), TYPED).context["form"].errors) == ["writes_for"]
    for way in ("group", str(cast.council.pk)):
        assert ola.post(at(cast, "new/"), TYPED | {"writes_for": way}).status_code == 302
    assert list(Allocation.objects.order_by("pk").values_list("authority", flat=True)) == [None, cast.council.pk]


def test_nobody_else_writes_money_down(cast, held):
    asked = {name: signed_in(person).post(at(cast, "new/"), TYPED) for name, person in cast.people().items()}
    statuses = {name: answer.status_code for name, answer in asked.items()}
    yes = dict.fromkeys(("ann", "ola", "cove"), 302)
    assert statuses == yes | dict.fromkeys(("bea", "mia"), 403) | dict.fromkeys(("cara", "pat", "zoe"), 404)
    with pytest.raises(Refused, match="Only the group’s treasurer, chair or convenor, or an officer"):
        build.allocation(cast.meals_voice, cast.mia)
    with pytest.raises(Refused, match="Only the group’s treasurer, chair or convenor can"):
        build.allocation(cast.meals_voice, cast.ola)
    with pytest.raises(Refused, match="writes down money"):
        build.allocation(cast.meals_voice, cast.tom, cast.council)
    with pytest.raises(Refused, match="writes down money"):
        build.spending(held, cast.ola)  # the authority did not write this sum down, so its payments are not its own
    assert signed_in(cast.mia).get(at(cast, f"{held.pk}/payments/new/")).status_code == 403


@pytest.mark.parametrize(
    ("over", "field"),
    [({"amount": "0"}, "amount"), ({"amount": "lots"}, "amount"), ({"given_by": ""}, "given_by"),
     ({"until_date_year": 2025}, "until_date"), ({"holder": "?"}, "holder"), ({"amount": "10000000000000"}, "amount")],
)  # fmt: skip
def test_what_cannot_be_taken_is_said_and_the_form_stays_as_typed(cast, over, field):
    answer = signed_in(cast.tom).post(at(cast, "new/"), TYPED | over)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_what_is_not_paid_yet_is_not_written_down(cast, held):
    day = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused, match="today or before"):
        build.spending(held, cast.tom, spent_on=day)
    typed = PAID | {"spent_on_day": day.day, "spent_on_month": day.month, "spent_on_year": day.year}
    assert signed_in(cast.tom).post(at(cast, f"{held.pk}/payments/new/"), typed).status_code == 422


def test_more_than_there_is_is_said_in_words(cast, held):
    build.spending(held, cast.tom, amount=Decimal(2000))
    assert "More was paid than was set aside." in words(signed_in(cast.mia).get(at(cast, f"{held.pk}/")))


# --- What the group itself knows --------------------------------------------------------------------------------------


@pytest.mark.req("R75")
def test_the_group_itself_says_what_it_was_told_and_nobody_for_it(cast, held):
    assert "It has not said what it was told." in words(signed_in(cast.mia).get(at(cast, f"{held.pk}/")))
    tom = signed_in(cast.tom)
    assert tom.post(at(cast, f"{held.pk}/told/"), {"told": "sum"}).status_code == 302
    page = words(signed_in(cast.ola).get(at(cast, f"{held.pk}/")))
    assert "“We were told the sum, and not what is spent”" in page
    for person in (cast.cove, cast.ola, cast.mia):
        with pytest.raises(Refused, match="Only the group’s chair or treasurer"):
            held.say_told(person, "all")
        assert signed_in(person).get(at(cast, f"{held.pk}/told/")).status_code == 403


# --- Striking out -----------------------------------------------------------------------------------------------------


def test_a_wrong_line_is_struck_out_with_a_reason_and_stays_to_be_read(cast, held):
    paid, tom = Spending.objects.get(), signed_in(cast.tom)
    url = at(cast, f"{held.pk}/payments/{paid.pk}/striking/")
    assert list(tom.post(url, {"because": ""}).context["form"].errors) == ["because"]
    assert tom.post(url, {"because": "It was paid by somebody else."}).status_code == 302
    page = words(signed_in(cast.mia).get(at(cast, f"{held.pk}/")))
    assert "It was paid by somebody else." in page
    assert Allocation.objects.of(cast.meals_voice).get().left == 1200
    with pytest.raises(Refused, match="struck out already"):
        paid.strike(cast.tom, "Again.")
    assert tom.post(at(cast, f"{held.pk}/striking/"), {"because": "Written twice."}).status_code == 302
    assert Allocation.objects.filter(group=cast.meals_voice).totals() == (0, 0)
    with pytest.raises(Refused, match="nothing is added"):
        build.spending(Allocation.objects.of(cast.meals_voice).get(), cast.tom)


def test_the_database_keeps_every_line_as_it_was_written(cast, held):
    for change in (
        lambda: Allocation.objects.update(amount=1), lambda: Spending.objects.update(amount=1),
        lambda: Spending.objects.all().delete(), lambda: Allocation.objects.update(holder="group"),
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    with pytest.raises(IntegrityError), transaction.atomic():
        Allocation.objects.update(told="all")


# --- Who reads it -----------------------------------------------------------------------------------------------------


@pytest.mark.req("R75")
def test_the_group_chooses_who_reads_about_its_money(cast, held):
    pages = (at(cast), at(cast, f"{held.pk}/"), at(cast)[:-1] + ".csv")

    def seen(person=None):
        return [signed_in(person).get(url).status_code for url in pages]

    assert (seen(), seen(cast.zoe), seen(cast.cara), seen(cast.mia)) == ([404] * 3, [404] * 3, [404] * 3, [200] * 3)
    tom = signed_in(cast.tom)
    assert tom.post(at(cast, "openness/"), {"to": "sums"}).status_code == 302
    assert seen() == [200, 200, 404]
    page = words(signed_in().get(pages[1]))
    assert ("£1,154.50" in page, "Taxis for six" in page, "Tom" in page) == (True, False, False)
    assert tom.post(at(cast, "openness/"), {"to": "all"}).status_code == 302
    assert seen() == [200] * 3
    page = words(signed_in().get(pages[1]))
    assert ("Taxis for six" in page, "Tom" in page) == (True, False)
    assert [each.money_open_to for each in cast.meals_voice.editions.order_by("number")] == ["members", "sums", "all"]
    for person in (cast.mia, cast.ola):
        with pytest.raises(Refused, match="Only the group’s treasurer, chair or convenor"):
            Group.objects.get(pk=cast.meals_voice.pk).open_money(person, "members")


def test_a_sum_that_was_struck_out_is_not_shown_to_everyone(cast, held):
    Group.objects.get(pk=cast.meals_voice.pk).open_money(cast.tom, "sums")
    held.strike(cast.tom, "Written twice.")
    assert signed_in().get(at(cast, f"{held.pk}/")).status_code == 404
    assert "Meetings and taxis" not in words(signed_in().get(at(cast)))


def test_officers_stop_reading_when_the_group_leaves_and_a_treasurer_whose_part_ended(cast, held):
    cast.cycle.end_part(cast.ann, cast.users)
    assert signed_in(cast.ola).get(at(cast)).status_code == 404
    cast.meals_voice.memberships.get(person=cast.tom).end()
    assert signed_in(cast.tom).get(at(cast)).status_code == 404
    assert signed_in(cast.tom).post(at(cast, "new/"), TYPED).status_code == 404


@pytest.mark.req("R75")
def test_the_table_has_every_line_and_no_cell_is_a_formula(cast, held):
    build.spending(held, cast.tom, what_for="=1+1", amount=Decimal(3))
    text = signed_in(cast.mia).get(at(cast)[:-1] + ".csv").getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(row["line"], row["amount"], unguarded(row["what_for"])) for row in rows] == [
        ("set aside", "1200.00", "Meetings and taxis"), ("paid", "45.50", "Taxis for six people"),
        ("paid", "3.00", "=1+1"),
    ]  # fmt: skip
    assert rows[2]["what_for"] == "'=1+1"


def test_the_pages_take_the_same_queries_at_one_and_three_hundred_lines(cast, held):
    mia = signed_in(cast.mia)
    once = [queries(mia, at(cast, further)) for further in ("", f"{held.pk}/")]
    day = date(2026, 5, 3)
    Spending.objects.bulk_create(
        Spending(allocation=held, amount=1, spent_on=day, what_for=f"{number}", entered_by=cast.tom)
        for number in range(300)
    )
    Allocation.objects.bulk_create(
        Allocation(group=cast.meals_voice, amount=1, purpose=f"{number}", given_by="A", from_date=day, holder="group",
                   control="group", entered_by=cast.tom)
        for number in range(300)
    )  # fmt: skip
    assert [queries(mia, at(cast, further)) for further in ("", f"{held.pk}/")] == once
    assert len(mia.get(at(cast)).context["shown"]) == 25


def test_what_is_not_there_is_not_found(cast, held):
    other = build.group("Walkers")
    build.member(cast.tom, other, "treasurer")
    tom = signed_in(cast.tom)
    for url in (f"{other.get_absolute_url()}money/{held.pk}/", at(cast, "999/"), "/groups/999/money/"):
        assert tom.get(url).status_code == 404
