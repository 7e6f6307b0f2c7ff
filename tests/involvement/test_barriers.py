"""What gets in the way: said by anyone who takes part, seen to by an officer, gone when its logger says so (R80)."""

import pytest
from django.db import IntegrityError, transaction

from cycle.moves import Refused
from feedback.report.contents import report_of
from feedback.waiting import waiting_for
from involvement.models import Barrier
from tests import build
from tests.cycle.pages import queries, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.req("R80")]


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs")


def url(cast, ending="", made=None):
    return f"/cycles/{cast.cycle.slug}/barriers/" + (f"{made.pk}/" if made else "") + ending


def waits(person, cycle):
    return [row.sentence for row in waiting_for(person, [build.afresh(cycle)])]


def test_a_member_says_it_an_officer_acts_and_the_member_has_the_last_word(cast, stage):
    form = {"sort": "jargon", "words": "What is an ICB?", "stage": stage.pk, "openness": "public"}
    answer = signed_in(cast.mia).post(url(cast, "new/"), form, follow=True)
    assert "Thank you. Ann sees to it." in words(answer)
    made = Barrier.objects.get()
    assert any("Do something about what gets in the way" in each for each in waits(cast.ann, cast.cycle))
    signed_in(cast.ann).post(url(cast, "done/", made), {"words": "Each paper has a list of words now."})
    assert "Say whether this is gone: The words are hard to understand" in waits(cast.mia, cast.cycle)
    refused = signed_in(cast.mia).post(url(cast, "gone/", made), {"is_gone": "no", "words": ""})
    assert refused.status_code == 422
    signed_in(cast.mia).post(url(cast, "gone/", made), {"is_gone": "no", "words": "The list is hard, too."})
    made.refresh_from_db()
    assert made.state == "open"
    signed_in(cast.ola).post(url(cast, "done/", made), {"words": "Mia wrote the list with us."})
    signed_in(cast.mia).post(url(cast, "gone/", made), {"is_gone": "yes", "words": "Now I get it."})
    page = words(signed_in().get(url(cast, made=made)))
    for text in ("Gone", "The list is hard, too.", "Mia wrote the list with us.", "Now I get it."):
        assert text in page
    assert [step.verdict for step in made.steps.all()] == ["stays", "gone"]


def test_it_belongs_to_who_sees_to_answers_or_to_the_lead_and_can_be_handed_on(cast, stage):
    agreement = stage.current_round.agreements.get()
    type(agreement).objects.filter(pk=agreement.pk)  # its words stand; ann sees to its answers
    made = build.barrier(cast.cycle, cast.mia, stage=stage)
    assert made.owner == cast.ann
    signed_in(cast.ann).post(url(cast, "owner/", made), {"owner": cast.ola.pk})
    made.refresh_from_db()
    assert made.owner == cast.ola
    with pytest.raises(Refused, match="officer"):
        made.hand_to(cast.ann, cast.mia)


def test_when_its_owner_runs_the_cycle_no_longer_it_waits_for_all_officers(cast, stage):
    made = build.barrier(cast.cycle, cast.mia)
    made.hand_to(cast.ann, cast.ola)
    assert not any("gets in the way" in each for each in waits(cast.ann, cast.cycle))
    cast.cycle.end_seat(cast.ann, cast.cycle.seats.get(person=cast.ola))
    assert any("gets in the way" in each for each in waits(cast.ann, cast.cycle))


def test_the_name_of_who_stays_unnamed_is_for_the_convenor_alone(cast, stage):
    made = build.barrier(cast.cycle, cast.mia, is_unnamed=True, openness="public", sort="waves")
    pages = [url(cast), url(cast, made=made), f"{cast.cycle.get_absolute_url()}ledger/",
             f"{stage.get_absolute_url()}report/"]  # fmt: skip
    for who in ("nobody", "pat", "bea", "ann", "cove"):
        browser = signed_in(None if who == "nobody" else getattr(cast, who))
        found = [words(browser.get(page)).replace("Mia wrote", "") for page in pages]
        assert [" Mia" in page or "Mia," in page for page in found] == [who == "cove"] * 2 + [False] * 2
    made.act(cast.ann, "We talked.")
    made.say(cast.mia, True)
    assert made.state == "gone"
    assert "Mia" not in words(signed_in(cast.ann).get(pages[2]))


def test_what_is_for_those_who_take_part_is_counted_for_all_and_read_by_them(cast, stage):
    made = build.barrier(cast.cycle, cast.mia, words="Two of us fight.", sort="rivalry", stage=stage)
    for who, reads in (("nobody", False), ("zoe", False), ("pat", True), ("ann", True)):
        browser = signed_in(None if who == "nobody" else getattr(cast, who))
        page = words(browser.get(url(cast)))
        assert ("Quarrels between people get in the way" in page, "Two of us fight." in page) == (True, reads)
        assert browser.get(url(cast, made=made)).status_code == (200 if reads else 404)
        report = report_of(stage, None if who == "nobody" else getattr(cast, who))
        assert bool(report.barriers) == reads


def test_only_those_who_take_part_say_it_and_only_the_logger_judges(cast, stage):
    assert signed_in(cast.zoe).get(url(cast, "new/")).status_code == 403
    made = build.barrier(cast.cycle, cast.mia)
    assert signed_in(cast.bea).get(url(cast, "gone/", made)).status_code == 403
    assert signed_in(cast.mia).get(url(cast, "done/", made)).status_code == 403
    assert signed_in(cast.bea).post(url(cast, "end/", made)).status_code == 403
    with pytest.raises(Refused, match="belong to"):
        build.barrier(cast.cycle, cast.mia, cast.providers)


def test_it_can_be_taken_back_and_is_counted_no_longer(cast, stage):
    made = build.barrier(cast.cycle, cast.mia)
    signed_in(cast.mia).post(url(cast, "end/", made))
    made.refresh_from_db()
    assert made.state == "taken back"
    assert "Nothing here that you can read." in words(signed_in(cast.bea).get(url(cast)))
    with pytest.raises(Refused, match="settled"):
        made.act(cast.ann, "Something.")


def test_its_words_and_what_was_done_stand_in_the_database(cast, stage):
    made = build.barrier(cast.cycle, cast.mia)
    step = made.act(cast.ann, "We talked.")
    for row, change in ((made, {"words": "No."}), (made, {"sort": "other"}), (step, {"words": "Nothing."})):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**change)


def test_the_stage_says_how_much_gets_in_the_way_in_it(cast, stage):
    build.barrier(cast.cycle, cast.mia, stage=stage)
    build.barrier(cast.cycle, cast.mia)
    page = words(signed_in().get(stage.get_absolute_url()))
    assert "1 thing makes it hard to take part here" in page
    found = signed_in(cast.mia).get(url(cast) + f"?stage={stage.kind_slug}").context["told"]
    assert len(found) == 1


def test_the_list_costs_the_same_for_one_and_for_many(cast, stage):
    build.barrier(cast.cycle, cast.mia).act(cast.ann, "Done.")
    browser = signed_in(cast.ann)
    before = queries(browser, url(cast))
    for _each in range(30):
        build.barrier(cast.cycle, cast.mia).act(cast.ann, "Done.")
    assert queries(browser, url(cast)) == before
    assert "after=" in words(browser.get(url(cast)))
