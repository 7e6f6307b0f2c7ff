"""What the authority says about its own openness: who states it, what is kept, and where it is read (R23)."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER
from cycle.moves import Refused
from involvement.models import Stance
from tests import build
from tests.cycle.pages import said, signed_in, words

pytestmark = pytest.mark.django_db

GOOD = {"position": "partly", "words": "The menu is open. The money is not."}


@pytest.fixture
def stage(cast):
    return cast.stage("needs")


def url(stage):
    return reverse("stance_new", args=[stage.cycle.slug, stage.kind_slug])


def test_only_an_officer_states_it(cast, stage):
    refusals = {name: str(Stance.refusal(stage, person)) for name, person in cast.people().items()}
    others = dict.fromkeys(("cara", "bea", "mia", "cove", "pat", "zoe"), str(NOT_AN_OFFICER))
    assert refusals == {"ann": "", "ola": "", **others}
    with pytest.raises(Refused, match="Only the officers"):
        build.stance(stage, cast.mia)
    assert Stance.objects.count() == 0


def test_a_closed_cycle_takes_no_stance(cast, stage):
    cast.cycle.close(cast.ann, "It is over.")
    assert Stance.refusal(stage, cast.ann) == CYCLE_CLOSED


def test_each_one_stays_with_its_round_and_the_ledger_has_who_and_why(cast, stage):
    build.stance(stage, position="open", words="All of it.")
    build.begin(stage)
    build.stance(stage, cast.ola, position="closed", words="The law leaves no room.")
    kept = Stance.objects.of(stage).values_list("round_number", "position", "words", "by__name")
    assert list(kept) == [(0, "open", "All of it.", "Ann"), (1, "closed", "The law leaves no room.", "Ola")]
    event = cast.cycle.events.order_by("number").last()
    assert (event.by, event.title, event.said["after"], event.material) == (
        cast.ola, "Not open here (Needs assessment)",
        {"position": "closed", "words": "The law leaves no room."}, False,
    )  # fmt: skip


def test_it_needs_words_and_is_not_said_twice(cast, stage):
    with pytest.raises(Refused, match="Say what you mean by it"):
        build.stance(stage, words="  ")
    build.stance(stage)
    with pytest.raises(Refused, match="says this already"):
        build.stance(stage, cast.ola)
    build.begin(stage)
    build.stance(stage, cast.ola)
    assert Stance.objects.count() == 2


def test_the_database_changes_no_stance_and_forgets_none(cast, stage):
    made = build.stance(stage)
    for change in (
        lambda: Stance.objects.filter(pk=made.pk).update(position="closed"),
        lambda: Stance.objects.filter(pk=made.pk).delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    assert Stance.objects.get().position == "open"


@pytest.mark.req("R23")
def test_an_officer_states_it_on_a_page_and_everybody_reads_it(cast, stage):
    page = signed_in(cast.ola).post(url(stage), GOOD, follow=True)
    assert said(page) == ["It is written down for all to read."]
    for reader in (None, cast.zoe, cast.mia, cast.cara):
        read = words(signed_in(reader).get(page.request["PATH_INFO"]))
        assert ["Open on some things" in read, GOOD["words"] in read, "Ola wrote it down" in read] == [True] * 3


def test_what_was_typed_stays_when_something_is_missing(cast, stage):
    page = signed_in(cast.ann).post(url(stage), GOOD | {"position": ""})
    assert page.status_code == 422
    assert GOOD["words"] in words(page)
    build.stance(stage, **GOOD)
    again = signed_in(cast.ann).post(url(stage), GOOD)
    assert (again.status_code, "The authority says this already." in words(again)) == (422, True)


def test_the_way_to_state_it_is_shown_to_officers_alone(cast, stage):
    page = Stance(stage=stage).get_absolute_url()
    shown = {name: url(stage) in words(signed_in(who).get(page)) for name, who in cast.people().items()}
    assert [name for name, is_there in shown.items() if is_there] == ["ann", "ola"]
    cast.cycle.close(cast.ann, "It is over.")
    read = words(signed_in(cast.ann).get(page))
    assert [url(stage) in read, str(CYCLE_CLOSED) in read] == [False, True]
