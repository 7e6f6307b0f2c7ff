"""What others call our levels of influence: each has its place on each ladder, and it is shown where levels are."""

import pytest

from involvement.ladders import LADDERS, in_rows
from involvement.models import Party
from tests import build

from .pages import get, words

ARNSTEIN = (
    "1 Manipulation", "2 Therapy", "3 Informing", "4 Consultation", "5 Placation", "6 Partnership",
    "7 Delegated power", "8 Citizen control",
)  # fmt: skip
IAP2 = ("Inform", "Consult", "Involve", "Collaborate", "Empower")
TLAP = ("Coercion", "Educating", "Informing", "Consultation", "Engagement", "Co-design", "Co-production")


def test_every_level_has_a_rung_on_each_ladder_and_a_stronger_one_never_a_lower():
    for ladder, rungs in zip(LADDERS, (ARNSTEIN, IAP2, TLAP), strict=True):
        places = [rungs.index(ladder.rungs[level]) for level in Party.Level.values]
        assert places == sorted(places)
        assert set(ladder.rungs) == set(Party.Level.values)


def test_to_inform_is_here_what_others_call_to_consult():
    informs = in_rows()[0]
    assert (informs.level, [rung for _ladder, rung in informs.rungs]) == (
        "Informs",
        ["4 Consultation", "Consult", "Consultation"],
    )


@pytest.mark.django_db
@pytest.mark.req("R17")
def test_the_room_the_version_and_the_partys_form_show_them_and_say_that_levels_are_no_steps():
    cast = build.cast()
    needs = build.opened(cast.cycle, "needs")
    drafted = build.draft(cast.stage("strategy")).stage
    shown = [
        get(None, "stage", needs),
        get(None, "agreement_version", needs, 1, 1),
        get(cast.ann, "agreement_party", drafted, cast.users.pk),
    ]
    for page in map(words, shown):
        assert page.count("What others call these levels") == 1
        assert "Levels are not steps to climb." in page
        assert "Influences 5 Placation Involve Engagement" in page
        assert "Which word is nearest is our own reading, of 23 November 2026." in page


@pytest.mark.django_db
def test_a_stage_without_an_agreement_shows_no_ladders():
    cast = build.cast()
    assert "What others call these levels" not in words(get(cast.ann, "stage", build.begin(cast.stage("needs"))))
