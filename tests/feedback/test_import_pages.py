"""The pages of bringing in a file: what an officer sees at each step, and what they are asked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from feedback.models import Contribution, Import
from tests.build import moving
from tests.cycle.pages import queries, said, signed_in, words
from tests.feedback.pages import url
from tests.work import do_the_work

pytestmark = pytest.mark.django_db


def send(browser, stage, rows=None, name="survey.csv", content=None):
    """Upload a file, and follow to what comes."""
    file = SimpleUploadedFile(name, content if content is not None else moving.as_csv(rows or moving.survey()))
    return browser.post(url(stage, "imports"), {"file": file}, follow=True)


def columns(stage, **over):
    """What a browser sends for the columns of `survey`."""
    said = moving.mapping(stage) | over
    return {name: value for name, value in said.items() if name not in ("values", "day_first")} | {"day_first": "yes"}


def bring(browser, stage, rows=None):
    """All steps up to the check. Returns the page of the import."""
    address = send(browser, stage, rows).redirect_chain[-1][0]
    answer = browser.post(address, columns(stage), follow=True)
    if answer.templates[0].name == "feedback/imports/values.html":
        answer = browser.post(answer.redirect_chain[-1][0], {"sort_0": "concern", "sort_1": "idea"}, follow=True)
    return answer


@pytest.mark.req("R70")
def test_an_officer_is_led_from_the_file_to_what_will_happen_and_then_to_the_contributions(people, needs):
    browser = signed_in(people.ann)
    assert "Bring in a file of another survey tool" in words(browser.get(url(needs)))
    page = send(browser, needs)
    assert "The file holds 3 rows." in words(page)
    assert "It looks like e-mail addresses. It is left out." in words(page)
    values = browser.post(page.redirect_chain[-1][0], columns(needs), follow=True)
    assert "“Complaint” in the column “Type”" in words(values)
    assert Import.objects.get().state == "asked"
    assert values.context["form"]["sort_1"].initial == "idea"
    checked = browser.post(values.redirect_chain[-1][0], {"sort_0": "concern", "sort_1": "idea"}, follow=True)
    assert "Bring in 3 contributions" in words(checked)
    address = checked.redirect_chain[-1][0]
    begun = browser.post(f"{address}start/", follow=True)
    assert said(begun) == ["The file is being brought in. You can leave this page."]
    assert "<progress" in words(begun)
    do_the_work()
    page = words(browser.get(address))
    assert "Brought in" in page
    assert "Take all of it back" in page
    assert "3 contributions were brought in." in words(browser.get("/"))
    row = Contribution.objects.first()
    assert "The file that this came with" in words(browser.get(row.get_absolute_url()))
    assert "The file that this came with" not in words(signed_in(people.mia).get(row.get_absolute_url()))


def test_the_next_file_with_the_same_columns_finds_what_was_said_before(people, needs):
    browser = signed_in(people.ann)
    bring(browser, needs)
    page = send(browser, needs, moving.survey(2, 11))
    assert "A file with the same columns was brought into this cycle before." in words(page)
    assert page.context["form"]["text"].initial == "#Comment"
    checked = browser.post(page.redirect_chain[-1][0], columns(needs), follow=True)
    again = browser.get(checked.redirect_chain[-1][0])
    assert [again.context["form"][f"sort_{each}"].initial for each in (0, 1)] == ["concern", "idea"]


def test_wrong_rows_are_named_with_their_row_and_can_be_taken_along(people, needs):
    browser = signed_in(people.ann)
    rows = [*moving.survey(2), *(("R7", "soon", "", "", "Idea", f"=1+{each}") for each in range(30))]
    page = bring(browser, needs, rows)
    text = words(page)
    assert "Row 4, Submitted:" in text
    assert "nothing is brought in by halves" in text
    assert "Bring in 2" not in text
    answer = browser.get(f"{page.redirect_chain[-1][0]}wrong-rows.csv")
    lines = answer.getvalue().decode("utf-8-sig").splitlines()
    assert lines[0] == "row,column,what is wrong"
    assert lines[1] == "4,Submitted,“soon” is not a day that we can read."
    assert len(lines) == 1 + 30 + 29


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "The file is empty."), (b"a,b\n", "There is nothing below the names of the columns."),
     (b"%PDF-1.4 x", "This is neither a CSV file nor an XLSX file.")],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_is_refused_on_the_form(people, needs, content, sentence):
    answer = send(signed_in(people.ann), needs, content=content)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not Import.objects.exists()


def test_a_column_with_a_warning_is_taken_only_when_somebody_has_looked(people, needs):
    browser = signed_in(people.ann)
    address = send(browser, needs).redirect_chain[-1][0]
    refused = browser.post(address, columns(needs, reference="#E-mail"))
    assert refused.status_code == 422
    assert "We keep no names" in words(refused)
    assert browser.post(address, columns(needs, reference="#E-mail", looked="on")).status_code == 302


def test_a_column_with_hundreds_of_values_is_no_sort(people, needs):
    browser = signed_in(people.ann)
    address = send(browser, needs, moving.survey(70)).redirect_chain[-1][0]
    refused = browser.post(address, columns(needs, sort="#Comment"))
    assert refused.status_code == 422
    assert "more than 60 sorts of words in the column “Comment”" in words(refused)


def test_all_of_it_goes_back_with_a_reason(people, needs):
    browser = signed_in(people.ann)
    made = moving.brought_in(needs)
    address = made.get_absolute_url()
    assert browser.post(f"{address}withdrawal/", {"reason": " "}).status_code == 422
    answer = browser.post(f"{address}withdrawal/", {"reason": "It was the wrong file."}, follow=True)
    assert said(answer) == ["3 contributions were taken back."]
    assert Contribution.objects.count() == 0
    history = words(browser.get(f"/cycles/{needs.cycle.slug}/stages/needs/history/"))
    assert "It was the wrong file." in history


def test_a_long_file_is_looked_through_in_the_background(people, needs, monkeypatch):
    monkeypatch.setattr("feedback.moving.bringing.AT_ONCE", 2)
    browser = signed_in(people.ann)
    page = bring(browser, needs, moving.survey(5, Type="Idea"))
    assert "<progress" in words(page)
    assert "Bring in 5" not in words(page)
    do_the_work()
    made = Import.objects.get()
    assert "What do these words mean here?" in words(browser.get(f"{made.get_absolute_url()}values/"))


def test_the_list_of_files_asks_the_same_at_any_length(people, needs):
    browser, asked = signed_in(people.ann), []
    for number in (1, 2, 27):
        for each in range(number):
            Import.objects.create(cycle=needs.cycle, stage=needs, by=people.ann, file_name=f"{each}.csv")
        asked.append(queries(browser, url(needs, "imports")))
    assert len(set(asked)) == 1
