"""Asking for less and pausing: no reason, no harm, and as easy to end as to begin (R72, M12)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cycle.models import Event
from feedback import digests
from feedback.telling import tell_at_once
from feedback.waiting import waiting_for
from involvement.easing import advice_on, paused_among
from involvement.models import Easing
from involvement.signing import sign
from people.models import Mail
from people.refusal import Refused
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.req("R72")]
TODAY = timezone.localdate


def waits(person, cycle):
    return [row.sentence for row in waiting_for(person, [build.afresh(cycle)])]


def test_one_press_asks_for_less_and_one_more_ends_it(cast):
    browser = signed_in(cast.mia)
    answer = browser.post("/you/load/now/less/", follow=True)
    assert "You are asked for less from now on." in words(answer)
    found = Easing.objects.get()
    assert (found.sort, found.cycle, found.until_date, found.words, found.told_to) == ("less", None, None, "", "askers")
    answer = browser.post(found.end_url, follow=True)
    assert "Welcome back." in words(answer)
    assert not Easing.objects.in_effect().exists()
    assert browser.post("/you/load/now/never/").status_code == 404


def test_nothing_of_it_stands_in_a_ledger(cast):
    before = Event.objects.count()
    build.easing(cast.mia, "pause", words="My back.", cycle=cast.cycle).end(cast.mia)
    assert Event.objects.count() == before


def test_nothing_waits_on_a_pause_and_all_of_it_waits_again_after(cast):
    agreement = build.proposed(cast.stage("needs"))
    assert waits(cast.bea, cast.cycle) != []
    pause = build.easing(cast.bea, "pause")
    assert waits(cast.bea, cast.cycle) == []
    browser = signed_in(cast.bea)
    for page in ("/", cast.cycle.get_absolute_url()):
        assert "You are on a pause: nothing is asked of you." in words(browser.get(page))
    pause.end(cast.bea)
    assert waits(cast.bea, cast.cycle) != []
    build.easing(cast.bea, "pause")
    party = agreement.parties.get(participant=cast.users)
    assert sign(party, cast.bea, "agree").pk  # she keeps her right to sign


def test_asking_for_less_leaves_what_waits(cast):
    build.proposed(cast.stage("needs"))
    before = waits(cast.bea, cast.cycle)
    build.easing(cast.bea)
    assert waits(cast.bea, cast.cycle) == before


def test_a_pause_in_one_cycle_leaves_the_others(cast):
    other = build.cycle(cast.ann, cast.council, title="Another")
    build.admit(other, cast.meals_voice)
    for cycle in (cast.cycle, other):
        build.proposed(build.stage(cycle, "needs"))
    build.easing(cast.bea, "pause", cycle=build.afresh(other))
    assert (waits(cast.bea, cast.cycle) != [], waits(cast.bea, other)) == (True, [])


def test_whoever_runs_the_cycle_goes_on_to_see_what_is_owed(cast):
    build.begin(cast.stage("needs"))
    build.easing(cast.ann, "pause")
    assert waits(cast.ann, cast.cycle) != []


def test_a_pause_ends_by_itself_after_its_last_day(cast):
    build.proposed(cast.stage("needs"))
    made = build.easing(cast.bea, "pause", until_date=TODAY())
    assert waits(cast.bea, cast.cycle) == []
    day = TODAY() - timedelta(days=1)
    Easing.objects.filter(pk=made.pk).update(from_date=day, until_date=day)
    assert waits(cast.bea, cast.cycle) != []


def test_a_new_wish_takes_the_place_of_the_last_one(cast):
    build.easing(cast.mia)
    build.easing(cast.mia, "pause")
    assert [each.sort for each in Easing.objects.in_effect()] == ["pause"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Easing.objects.create(person=cast.mia, made_by=cast.mia, sort="less")


@pytest.mark.parametrize(
    ("over", "sentence"),
    [({"until_date": timezone.localdate() - timedelta(days=1)}, "lie ahead"), ({"cycle": "other"}, "take no part")],
)
def test_what_cannot_be(cast, over, sentence):
    if over.get("cycle"):
        over = {"cycle": build.cycle(cast.ann, cast.council, title="Another")}
    with pytest.raises(Refused, match=sentence):
        build.easing(cast.mia, **over)


def test_a_convenor_puts_it_in_for_somebody_without_e_mail_and_for_nobody_else(cast):
    dilys = build.person("Dilys")
    place = build.member(dilys, cast.meals_voice)
    with pytest.raises(Refused, match="without e-mail"):
        build.easing(cast.mia, by=cast.cove)
    browser = signed_in(cast.cove)
    here = f"/groups/{cast.meals_voice.pk}/members/{place.pk}/less/"
    answer = browser.post(here, {"sort": "pause", "told_to": "nobody"}, follow=True)
    assert "does no harm to their place" in words(answer)
    assert paused_among([dilys.pk], cast.cycle) == {dilys.pk}
    assert signed_in(cast.mia).get(here).status_code == 404
    assert signed_in(cast.bea).get(here).status_code == 404
    browser.post(f"{here}{Easing.objects.get().pk}/end/")
    assert not Easing.objects.in_effect().exists()


@pytest.mark.parametrize(("letters", "number"), [("nothing", 0), ("answers", 1), ("all", 1)])
def test_on_a_pause_only_the_letters_that_she_chose_go_out(cast, letters, number):
    said = build.contribution(build.opened(cast.cycle, "needs"), cast.mia)
    build.easing(cast.mia, "pause", letters=letters)
    build.answer(said)
    tell_at_once()
    assert Mail.objects.filter(person=cast.mia).count() == number


@pytest.mark.parametrize(("letters", "is_told"), [("nothing", False), ("answers", False), ("all", True)])
def test_the_morning_letter_is_silent_unless_she_wants_what_is_new(cast, letters, is_told):
    build.opened(cast.cycle, "needs")
    build.easing(cast.bea, "pause", letters=letters)
    build.budget_cut(cast.cycle)
    waiting, changed = digests.lines_of(cast.bea)
    assert (waiting, bool(changed)) == ([], is_told)


def test_advice_counts_the_tired_and_names_those_who_let_it_be_known(cast):
    people = [build.person(f"M{number}", f"m{number}@example.org") for number in range(4)]
    for each in people:
        build.member(each, cast.meals_voice)
    build.easing(cast.mia)
    build.easing(cast.bea, "pause", told_to="convenor")
    build.easing(people[0], told_to="nobody")
    for reader, names in ((cast.ann, ["Mia"]), (cast.cove, ["Bea", "Mia"])):
        advice = advice_on(build.afresh(cast.cycle), reader, [cast.users])
        assert (advice.asked, advice.tired, sorted(advice.names)) == (6, 3, names)
    assert advice.sentence == "3 of the 6 people whom this asks have asked for less."
    assert advice_on(build.afresh(cast.cycle), cast.mia, [cast.users]) is None


def test_among_few_people_only_those_who_let_it_be_known_are_counted(cast):
    build.easing(cast.mia, told_to="nobody")
    assert advice_on(cast.cycle, cast.ann, [cast.users]).sentence == ""
    build.easing(cast.bea)
    assert advice_on(cast.cycle, cast.ann, [cast.users]).tired == 1


def test_a_note_is_read_by_its_writer_and_by_whom_she_lets(cast):
    build.easing(cast.mia, words="My back hurts.")
    group = f"/groups/{cast.meals_voice.pk}/load/"

    def is_read_by(who, url=group):
        return "My back hurts." in words(signed_in(getattr(cast, who)).get(url))

    assert (is_read_by("mia", "/you/load/"), is_read_by("cove"), is_read_by("ann")) == (True, False, False)
    build.easing(cast.mia, words="My back hurts.", convenor_reads=True)
    assert (is_read_by("cove"), is_read_by("ann"), is_read_by("bea")) == (True, False, False)
