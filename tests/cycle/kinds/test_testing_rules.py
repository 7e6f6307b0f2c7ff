"""Test and refine: what its records promise, as sentences, and what keeps the stage from being finished."""

import pytest

from cycle.kinds.testing import bands
from cycle.kinds.testing.start import GREEN_BOOK, start_on
from cycle.moves import Refused
from feedback.finishing import finish_stage
from tests import build
from tests.cycle.pages import as_typed, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "testing")


def put(stage, slug, **over):
    return build.record(stage, model=stage.kind.record_named(slug), **over)


WRONG = [
    ("criteria", {"weight": 0}, "Give a weight from 1 to 100."),
    ("criteria", {"weight": 101}, "Give a weight from 1 to 100."),
    ("try-outs", {"until_year": 2022}, "The last day has to be the first day or a later one."),
    ("try-findings", {"led_to": "changed", "changed_what": ""}, "Say what was changed."),
    ("try-findings", {"led_to": "not changed", "because": ""}, "Say why nothing was changed."),
    ("risks", {"likelihood_left": 5}, "What is done against a risk cannot make it larger. Look at the numbers."),
    ("risks", {"consequence_left": 2}, "What is done against a risk cannot make it larger. Look at the numbers."),
    ("risks", {"likelihood": 6}, "Choose one of the answers shown."),
    ("equality", {"impact": "negative", "mitigation": ""}, "Say what is done about the harm."),
    ("equality", {"impact": "neutral"}, "Say how much, or leave that open when it is neither good nor bad."),
    ("equality", {"severity": ""}, "Say how much, or leave that open when it is neither good nor bad."),
    ("what-ifs", {"standing": "used", "used_on_day": "", "used_on_month": "", "used_on_year": ""},
     "Give the day when it was used."),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "wrong", "sentence"), WRONG)
def test_what_a_record_promises_comes_back_as_a_sentence(cast, stage, slug, wrong, sentence):
    model = stage.kind.record_named(slug)
    typed = as_typed(build.record_values(model, stage))
    typed |= {name: value.pk for name, value in typed.items() if hasattr(value, "pk")} | wrong
    url = f"{stage.get_absolute_url()}records/{slug}/new/"
    answer = signed_in(cast.ann).post(url, typed)
    assert answer.status_code == 422
    assert sentence in [problem.sentence for problem in answer.context["form"].problems]
    assert not model.objects.exists()


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "Low (1)"), (3, "Low (3)"), (4, "Moderate (4)"), (6, "Moderate (6)"), (8, "High (8)"), (12, "High (12)"),
     (15, "Extreme (15)"), (25, "Extreme (25)")],
)  # fmt: skip
def test_a_risk_has_the_band_of_its_number(number, words):
    assert bands.in_words(number) == words


def test_a_risk_says_what_is_left_of_it(stage):
    made = put(stage, "risks", likelihood=3, consequence=4, likelihood_left=2, consequence_left=3)
    assert (made.inherent, made.residual) == (12, 6)
    assert made.figure == "High (12), after what is done: Moderate (6)"


def test_scale_and_criteria_are_dated_and_say_where_they_come_from():
    assert bands.scale_on(bands.NPSA.valid_from) == bands.NPSA
    assert "check them" in str(bands.NPSA.source)
    assert start_on(GREEN_BOOK.valid_from) == GREEN_BOOK
    assert "We have not seen what it says" in str(GREEN_BOOK.source)
    assert sum(GREEN_BOOK.weight for _factor in GREEN_BOOK.factors) == 100


def test_it_starts_with_five_criteria_and_a_second_start_adds_nothing(cast, stage):
    model = stage.kind.record_named("criteria")
    put(stage, "criteria", sort="fit", weight=40)
    assert [each.sort for each in model.start(cast.ola, stage)] == ["value", "supplier", "affordable", "achievable"]
    assert model.start(cast.ola, stage) == []
    assert sorted(model.objects.values_list("weight", flat=True)) == [20, 20, 20, 20, 40]
    with pytest.raises(Refused):
        model.start(cast.mia, stage)


@pytest.mark.parametrize(
    ("open_ones", "sentence"),
    [
        (1, "1 finding of a try-out is still open. Say what was changed for it, or why nothing was."),
        (2, "2 findings of try-outs are still open. Say for each what was changed, or why nothing was."),
    ],
)
def test_the_stage_is_not_finished_while_a_finding_is_open(cast, stage, open_ones, sentence):
    build.record(stage)
    made = [put(stage, "try-findings", led_to="open") for _number in range(open_ones)]
    with pytest.raises(Refused) as refused:
        finish_stage(stage, cast.ann)
    assert str(refused.value).startswith(sentence)
    for each in made:
        each.revise(cast.ann, 1, "We looked at it.", led_to="not changed", because="There is no room.")
    build.looked_back(stage)
    finish_stage(stage, cast.ann)
    assert stage.state == "finished"


def test_with_an_option_preferred_each_of_the_nine_has_to_be_looked_at(cast, stage):
    build.record(stage, standing="preferred")
    with pytest.raises(Refused) as refused:
        finish_stage(stage, cast.ann)
    assert str(refused.value).startswith(
        "An option is preferred, so each of the nine is looked at. 9 looks at equality are missing, "
        "such as: Age, Disability and Gender reassignment."
    )
    model = stage.kind.record_named("equality")
    for each in model.Characteristic.values[:8]:
        put(stage, "equality", characteristic=each)
    put(stage, "equality", characteristic="carers")
    with pytest.raises(Refused, match="One look at equality is missing: Sexual orientation"):
        finish_stage(stage, cast.ann)
    put(stage, "equality", characteristic="orientation")
    build.looked_back(stage)
    finish_stage(stage, cast.ann)


def test_without_a_preferred_option_equality_does_not_hold_the_stage_up(cast, stage):
    build.record(stage)
    build.looked_back(stage)
    finish_stage(stage, cast.ann)
    assert stage.state == "finished"
