"""What goes back to people: drawn from the ledger for everybody, in words that stand version by version (R82, A1)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from cycle.moves import Refused
from feedback.figures import figures_at, figures_in
from feedback.models import Sheet
from feedback.report.told import told_back
from tests import build
from tests.build import giving
from tests.cycle.pages import queries, signed_in, words
from tests.pdf.structure import text_of

pytestmark = pytest.mark.django_db


def url(stage, name="sheet"):
    return reverse(f"stage_{name}", args=[stage.cycle.slug, stage.kind_slug])


@pytest.mark.req("R82")
def test_the_count_is_over_all_that_was_said_also_what_is_closed(people, needs):
    long_ago = timezone.localdate() - timedelta(days=90)
    build.answer(build.contribution(needs, openness="withheld"), outcome="changed")
    build.answer(build.contribution(needs, people.ann, channel="paper", given_on=long_ago))
    build.contribution(needs, openness="involved")
    figures = figures_at(needs)
    assert (figures.said, figures.answered, figures.in_time, figures.changed) == (3, 2, 1, 1)
    for page in (people.cycle.get_absolute_url(), needs.get_absolute_url(), url(needs)):
        assert "2 of 3 answered, 1 in time, 1 changed something" in words(signed_in().get(page))


def test_an_answer_that_went_back_was_in_time_when_the_first_was_and_waits_again(people, needs):
    said = build.contribution(needs)
    build.answer(said).judge(people.bea, "does not", "More.")
    figures = figures_in(people.cycle)
    assert (figures.answered, figures.waiting, figures.in_time) == (0, 1, 1)


def test_the_count_is_never_an_old_one(people, needs):
    said = build.contribution(needs)
    assert figures_at(needs).answered == 0
    build.answer(said)
    needs.cycle.refresh_from_db()
    assert figures_at(needs).answered == 1


@pytest.mark.req("R82")
def test_the_sheet_tells_what_was_asked_said_done_not_done_and_promised(people, needs):
    record = build.record(needs, title="Hot at noon")
    changed = build.contribution(needs, text="Noon, please.")
    build.answer(changed, outcome="changed", changed_event=record.history().last(), text="It is at noon now.")
    build.answer(build.contribution(needs, text="Free, please."), because="There is no money for it.")
    build.promise(needs, what="I promise two drivers.")
    build.contribution(needs)
    page = words(signed_in().get(url(needs)))
    for said in (
        "What do you need, starting from a blank sheet?", "Noon, please.", "It is at noon now.", "Hot at noon (new on",
        "Free, please.", "There is no money for it.", "I promise two drivers.", "1 thing that was said still waits",
    ):  # fmt: skip
        assert said in page


def test_what_is_not_public_is_on_no_sheet_whoever_reads_it(people, needs):
    for openness in ("involved", "withheld"):
        said = build.contribution(needs, people.mia, openness=openness, text=f"canary {openness}")
        build.answer(said, because="canary because", text="canary answer")
    build.promise(needs, what="canary promise", openness="involved")
    build.answer(build.contribution(needs, people.mia, openness="involved"), outcome="later", text="canary later")
    for reader in (None, people.mia, people.ann):
        for name in (url(needs), reverse("cycle_sheet", args=[people.cycle.slug])):
            assert "canary" not in words(signed_in(reader).get(name))


def test_a_change_that_is_not_public_is_named_as_such(people, needs):
    closed = build.withheld(needs, title="canary")
    build.answer(build.contribution(needs), outcome="changed", changed_event=closed.history().last())
    item = told_back(people.cycle, needs).stages[0].changed[0]
    assert (item.change, item.change_url) == ("something that is not open to everyone", "")


def test_words_are_read_by_nobody_before_they_are_published_and_stand_afterwards(people, needs):
    sheet = Sheet.write(people.cycle, needs, "plain", people.ann, "The meals stay.")
    assert "The meals stay." not in words(signed_in(people.ann).get(url(needs)))
    before = people.cycle.events.count()
    sheet.publish(people.ann)
    assert "The meals stay." in words(signed_in().get(url(needs)))
    assert people.cycle.events.count() == before + 1
    with pytest.raises(DatabaseError), transaction.atomic():
        Sheet.objects.update(text="The meals go.")
    newer = Sheet.write(people.cycle, needs, "plain", people.ola, "They stay hot.")
    newer.publish(people.ola)
    assert [each.state for each in Sheet.objects.order_by("number")] == ["replaced", "published"]


def test_readers_are_told_that_newer_things_happened_since(people, needs):
    Sheet.write(people.cycle, needs, "plain", people.ann, "The meals stay.").publish(people.ann)
    assert told_back(people.cycle, needs).newer == 0
    build.contribution(needs)
    assert told_back(people.cycle, needs).newer == 1


def test_two_who_write_at_once_lose_nothing(people, needs):
    Sheet.write(people.cycle, needs, "plain", people.ann, "Mine.")
    browser = signed_in(people.ola)
    answer = browser.post(url(needs, "sheet_words"), {"text": "Other words.", "revision": "0"})
    assert answer.status_code == 409
    page = words(answer)
    assert "Mine." in page
    assert "Other words." in page
    assert browser.post(url(needs, "sheet_words"), {"text": "Other words.", "revision": "1"}).status_code == 302


@pytest.mark.parametrize(("name", "may"), [("cara", False), ("bea", False), ("ola", True)])
def test_only_officers_write_for_everybody(people, name, may):
    assert bool(Sheet.refusal_to_write(people.cycle, getattr(people, name))) is not may


def test_nothing_empty_is_published(people, needs):
    with pytest.raises(Refused, match="nothing to read"):
        Sheet.publish_draft(people.cycle, needs, "plain", people.ann)


@pytest.mark.req("R82")
def test_easy_read_is_written_by_somebody_and_until_then_the_page_says_so(people, needs):
    assert "Nobody has written this in Easy Read yet." in words(signed_in().get(url(needs, "easy_sheet")))
    browser = signed_in(people.ann)
    typed = {
        "words_0": "Hot meals stay.",
        "picture_0": "meal",
        "words_1": " ",
        "words_2": "Thank you.",
        "revision": "0",
    }
    assert browser.post(url(needs, "easy_words"), typed).status_code == 302
    assert browser.post(url(needs, "easy_publication")).status_code == 302
    page = words(signed_in().get(url(needs, "easy_sheet")))
    assert Sheet.objects.get().lines == [("Hot meals stay.", "meal"), ("Thank you.", "")]
    assert "<title>A meal</title>" in page


def test_a_long_sentence_of_easy_read_is_advised_against_and_saved_all_the_same(people, needs):
    browser, long = (
        signed_in(people.ann),
        "We have looked at it and we will look at it again when the new year has come.",
    )
    assert browser.post(url(needs, "easy_words"), {"words_0": long, "revision": "0"}).status_code == 302
    assert "Idea 1 has a sentence of 18 words. Can it be two?" in words(browser.get(url(needs, "easy_words")))


@pytest.mark.req("R82")
def test_a_group_reads_what_came_of_everything_that_it_said_and_others_what_they_may(people, needs):
    build.answer(build.contribution(needs, people.mia, openness="involved", text="Warm plates."), because="No oven.")
    secret = build.contribution(needs, people.mia, openness="withheld", text="Only for officers.")
    unnamed = build.contribution(needs, people.mia, is_unnamed=True, text="No name.")
    address = reverse("group_sheet", args=[people.meals_voice.pk])
    hers, others = words(signed_in(people.mia).get(address)), words(signed_in(people.bea).get(address))
    for said in ("Warm plates.", "No oven.", unnamed.text):
        assert said in hers
        assert said in others
    assert [secret.text in page for page in (hers, others)] == [True, False]
    assert "Somebody from Meals Voice" in others
    public = build.contribution(needs, people.mia, text="Forks, please.")
    build.answer(public, because="Forks come tomorrow.")
    gone = giving.withdrawn(build.contribution(needs, people.mia, text="Never mind."))
    for who in (None, people.zoe):
        for shown in (words(signed_in(who).get(address)), text_of(signed_in(who).get(f"{address[:-1]}.pdf").content)):
            read = [said in shown for said in ("Forks, please.", "Forks come tomorrow.", "It was withdrawn.")]
            assert read == [True, True, True]
            assert [said in shown for said in ("Warm plates.", secret.text, "Mia", "Never mind.")] == [False] * 4
    assert text_of(signed_in().get(f"{address[:-1]}.pdf").content).count("This copy shows what everyone may read.") == 1
    assert secret.text in words(signed_in(people.ann).get(address))
    assert "waits for an answer" not in words(signed_in(people.mia).get(address)).split("It was withdrawn.")[1][:200]
    assert gone.is_withdrawn


def test_nobody_learns_of_a_group_by_its_sheet_who_knows_of_no_cycle_that_it_takes_part_in(people):
    alone = build.group("Nobody's Voice")
    build.member(people.mia, alone)
    address = reverse("group_sheet", args=[alone.pk])
    statuses = {name: signed_in(who).get(address).status_code for name, who in people.people().items()}
    assert {name for name, status in statuses.items() if status == 200} == {"mia"}
    assert signed_in().get(address).status_code == 404


def test_a_group_is_led_to_easy_read_of_its_cycles(people, needs):
    Sheet.write(people.cycle, None, Sheet.Form.EASY, people.ann, "Hot meals stay.", "meal")
    address = reverse("group_sheet", args=[people.meals_voice.pk])
    link = "Easy Read, with pictures: Community meals"
    assert link not in words(signed_in().get(address))
    Sheet.publish_draft(people.cycle, None, Sheet.Form.EASY, people.ann)
    assert link in words(signed_in().get(address))


@pytest.mark.parametrize("name", ["sheet", "easy_sheet"])
def test_the_sheet_takes_as_many_queries_for_much_as_for_little(people, needs, name):
    counts = []
    for number in (1, 3, 12):
        for _each in range(number):
            build.answer(build.contribution(needs))
            build.promise(needs)
        counts.append(queries(signed_in(), url(needs, name)))
    assert len(set(counts)) == 1, counts
