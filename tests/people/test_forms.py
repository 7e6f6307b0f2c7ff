from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from people.forms import DateField, DateTimeField, Form, ModelForm, MoneyField, WholeNumberField, YesNoField
from people.forms.dates import month_number, time_of
from people.models import Membership


class Sample(Form):
    title = forms.CharField(max_length=5, label="Title", help_text="A few words.")
    story = forms.CharField(max_length=20, widget=forms.Textarea, required=False)
    sort = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect, label="Sort")
    day = DateField(label="Day")
    number = forms.IntegerField(label="Number", min_value=1, max_value=9)
    agree = forms.BooleanField(label="I agree")
    key = forms.CharField(widget=forms.HiddenInput)
    option_hints = {"sort": {"b": "The second."}}


def problems(form):
    return [(problem.href, str(problem.sentence)) for problem in form.problems]


def said_about(field, value):
    """Return the sentence with which the field refuses the value."""
    with pytest.raises(ValidationError) as refusal:
        field.clean(value)
    return refusal.value.messages[0]


def test_every_missing_answer_is_asked_for_by_its_name_and_linked():
    assert problems(Sample({})) == [
        ("#id_title", "Fill in “Title”."),
        ("#id_sort_0", "Choose an answer for “Sort”."),
        ("#id_day_0", "Fill in “Day”."),
        ("#id_number", "Fill in “Number”."),
        ("#id_agree", "Tick the box “I agree”."),
        ("", "Fill in “Key”."),
    ]


def test_limits_are_said_in_words():
    form = Sample({"title": "longer", "sort": "z", "number": "10"})
    said = dict(problems(form))
    assert said["#id_title"] == "Use 5 characters or fewer. You used 6."
    assert said["#id_sort_0"] == "Choose one of the answers shown."
    assert said["#id_number"] == "Enter 9 or less."


def test_a_sentence_of_the_field_itself_stays():
    class Own(Form):
        title = forms.CharField(error_messages={"required": "Say what it is about."})

    assert problems(Own({})) == [("#id_title", "Say what it is about.")]


def test_what_is_wrong_with_the_whole_form_comes_first_and_leads_nowhere():
    form = Sample({"title": "a"})
    form.add_error(None, "These do not fit together.")
    assert problems(form)[0] == ("", "These do not fit together.")


def test_the_browser_refuses_nothing_by_itself():
    html = str(Sample())
    assert not any(f" {name}" in html for name in ("maxlength", "required", "min=", "max=", 'type="number"'))


def test_the_markup_names_hints_errors_and_the_count():
    html = str(Sample({"title": ""}))
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'aria-describedby="id_story-info"' in html
    assert 'aria-describedby="id_sort_1_hint"' in html
    assert 'aria-invalid="true" id="id_sort_0"' not in html
    assert "story (optional)" in html.lower()


def test_only_the_wrong_boxes_of_a_date_are_marked():
    form = Sample({"day_day": "3", "day_month": "May", "day_year": ""})
    assert [box["wrong"] for box in form["day"].boxes] == [False, False, True]
    assert form["day"].first_id == "id_day_2"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("£1,200.50", "1200.50"), ("1,200", "1200"), ("1 200.5", "1200.5"), ("0", "0"), (" £ 7 ", "7"), (3, "3")],
)
def test_money_is_taken_as_people_write_it(written, meant):
    assert MoneyField().clean(written) == Decimal(meant)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("lots", "Enter an amount in pounds, like 1,200 or 1,200.50."),
        ("1,20", "Enter an amount in pounds, like 1,200 or 1,200.50."),
        ("NaN", "Enter an amount in pounds, like 1,200 or 1,200.50."),
        ("Infinity", "Enter an amount in pounds, like 1,200 or 1,200.50."),
        (float("inf"), "Enter an amount in pounds, like 1,200 or 1,200.50."),
        ("1e5", "Enter an amount in pounds, like 1,200 or 1,200.50."),
        ("12.345", "Give pence as two numbers after the point, like 1,200.50."),
        ("1" + "0" * 30, "Enter an amount of no more than £1,000,000,000."),
        ("1000000000.01", "Enter an amount of no more than £1,000,000,000."),
        ("-" + "9" * 30, "Enter an amount of £0 or more."),
        ("−5", "Enter an amount of £0 or more."),
        ("", "This field is required."),
    ],
)
def test_other_money_is_refused_with_a_sentence(written, said):
    assert said_about(MoneyField(), written) == said


def test_money_may_be_left_out_and_may_have_no_limits():
    assert MoneyField(required=False).clean(" £ ") is None
    open_ended = MoneyField(min_value=None, max_value=None)
    assert open_ended.clean("-5") == -5
    assert said_about(open_ended, "9" * 30) == "Enter an amount in pounds, like 1,200 or 1,200.50."


def test_an_amount_is_shown_with_commas_and_what_was_typed_as_it_was():
    assert [MoneyField().prepare_value(value) for value in (Decimal("1200.5"), Decimal(1200), "lots", None)] == [
        "1,200.50",
        "1,200",
        "lots",
        None,
    ]


@given(st.text())
def test_no_text_breaks_a_field(text):
    for field in (MoneyField(), WholeNumberField(), YesNoField()):
        with suppress(ValidationError):
            field.clean(text)


@given(st.lists(st.text(), min_size=4, max_size=4))
def test_no_text_breaks_a_date(texts):
    for field in (DateField(), DateTimeField()):
        with suppress(ValidationError):
            field.clean(texts)


def test_whole_numbers_are_taken_with_commas_and_have_limits():
    field = WholeNumberField(max_value=5000)
    assert [field.clean("1,200"), field.clean(" 7 "), WholeNumberField(required=False).clean("")] == [1200, 7, None]
    assert said_about(field, "1.5") == "Enter a whole number, like 12."
    with pytest.raises(ValidationError):
        field.clean("9" * 40)


def test_yes_and_no():
    assert [YesNoField().clean("yes"), YesNoField().clean("no")] == [True, False]
    assert YesNoField(required=False).clean("") is None
    assert [YesNoField().prepare_value(value) for value in (True, False, None, "x")] == ["yes", "no", None, "x"]


@pytest.mark.parametrize("month", ["5", "05", "May", "may"])
def test_a_month_is_a_number_or_a_name(month):
    assert DateField().clean(["3", month, "2027"]) == date(2027, 5, 3)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["31", "2", "2026"], "Enter a real date, like 5 12 2026."),
        (["x", "2", "2026"], "Enter a real date, like 5 12 2026."),
        (["1", "13", "2026"], "Enter a real date, like 5 12 2026."),
        (["1", "", "2026"], "The date needs a day, a month and a year."),
        (["1", "2", "26"], "Give the year as four numbers, like 2026."),
        (["1", "2", "0026"], "Enter a year from 1900 to 2199."),
    ],
)
def test_a_wrong_date_is_refused_with_a_sentence(typed, said):
    assert said_about(DateField(), typed) == said


def test_a_date_keeps_its_limits():
    field = DateField(earliest=lambda: date(2027, 1, 1), latest=date(2027, 12, 31), required=False)
    assert field.clean(["1", "1", "2027"]) == date(2027, 1, 1)
    assert said_about(field, ["31", "12", "2026"]) == "Enter a date that is 1 January 2027 or later."
    assert said_about(field, ["1", "1", "2028"]) == "Enter a date that is 31 December 2027 or earlier."
    assert field.clean([" ", "", ""]) is None


def test_a_moment_is_in_local_time():
    field = DateTimeField(required=False)
    assert field.clean(["1", "7", "2027", "2:30pm"]) == datetime(2027, 7, 1, 13, 30, tzinfo=UTC)
    assert field.widget.decompress(datetime(2027, 7, 1, 13, 30, tzinfo=UTC)) == ["1", "7", "2027", "14:30"]
    assert field.widget.decompress(None) == ["", "", "", ""]
    assert field.clean(["", "", "", ""]) is None
    assert said_about(field, ["1", "7", "2027", ""]) == "This needs a day, a month, a year and a time."
    assert said_about(field, ["1", "7", "2027", "25:00"]) == "Enter a time, like 14:30 or 2:30pm."


def test_times_as_people_write_them():
    written = ["14:30", "14.30", "1430", "2pm", "2:30 p.m.", "12am", "14", "13pm", "24:00"]
    assert [str(time_of(text))[:5] if time_of(text) else None for text in written] == [
        "14:30", "14:30", "14:30", "14:00", "14:30", "00:00", None, None, None,
    ]  # fmt: skip
    assert month_number("nothing") == 0


def test_the_form_of_a_row_has_its_dates_in_boxes():
    class MembershipForm(ModelForm):
        class Meta:
            model = Membership
            fields = ["from_date", "until_date"]

    html = str(MembershipForm())
    assert [f'name="until_date_{box}"' in html for box in ("day", "month", "year")] == [True] * 3
    assert "initial-from_date" not in html
