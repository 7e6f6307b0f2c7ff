"""A group pauses or leaves by itself, with or without words; it is kept as evidence and nobody is blamed (R24, M12)."""

import pytest
from django.db import IntegrityError, transaction

from cycle import ledger
from cycle.models import Event
from cycle.moves import Refused
from feedback.report.contents import report_of
from feedback.waiting import waiting_for
from involvement import farewells, withdrawing
from involvement.models import Farewell, Withdrawal
from involvement.status import status_of
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.req("R24")]


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs", parties=(cast.providers,))


def leaving_url(cast, ending="", made=None):
    here = f"/cycles/{cast.cycle.slug}/leaving/"
    return here + (f"{made.pk}/" if made else "") + ending


def waits(person, cycle):
    return [row.sentence for row in waiting_for(person, [build.afresh(cycle)])]


def test_who_speaks_for_a_group_lets_it_leave_and_the_others_look_at_the_agreement_again(cast, stage):
    answer = signed_in(cast.bea).post(
        leaving_url(cast, f"new/{cast.users.pk}/"),
        {"sort": "leave", "words": "We were asked, and not heard.", "openness": "public"},
        follow=True,
    )
    assert "It is written down that you leave." in words(answer)
    cast.users.refresh_from_db()
    assert not cast.users.is_active
    cast.afresh()
    status = status_of(cast.stage("needs"))
    assert (status.word, status.has_lost_its_users) == ("out of date", True)
    page = words(signed_in().get(leaving_url(cast)))
    for text in ("Meals Voice", "Left", "We were asked, and not heard.", "Somebody from Meals Voice"):
        assert text in page
    assert list(ledger.faults(cast.cycle)) == []


def test_leaving_one_stage_leaves_the_others(cast, stage):
    build.opened(cast.cycle, "context", parties=(cast.providers,))
    build.withdrawal(cast.users, cast.bea, stage=cast.stage("needs"))
    cast.users.refresh_from_db()
    assert cast.users.is_active
    assert status_of(cast.stage("needs")).word == "out of date"
    assert status_of(cast.stage("context")).word == "in force"
    with pytest.raises(Refused, match="no party of the agreement"):
        build.withdrawal(cast.users, cast.bea, stage=cast.stage("needs"))


def test_on_a_pause_nobody_waits_for_the_group_and_its_signature_stays(cast, stage):
    made = build.withdrawal(cast.providers, cast.pat, "pause")
    assert status_of(stage).word == "in force"
    build.budget_cut(cast.cycle)
    assert "Hot Plate Ltd" not in status_of(stage).waits_for
    assert "On a pause" in words(signed_in().get(stage.get_absolute_url()))
    withdrawing.come_back(made, cast.pat, "The kitchen is open again.")
    assert "Hot Plate Ltd" in status_of(stage).waits_for
    assert Event.objects.by_verb(withdrawing.BACK).get().reason == "The kitchen is open again."


def test_an_agreement_rests_while_all_its_users_pause(cast, stage):
    made = build.withdrawal(cast.users, cast.bea, "pause", words="")
    status = status_of(stage)
    assert (status.word, status.has_users_on_pause) == ("out of date", True)
    page = words(signed_in(cast.ann).get(stage.get_absolute_url()))
    assert "The agreement rests until one of them is back." in page
    assert "They gave no reason. Nobody has to." in page
    cast.afresh()
    made.participant.cycle = made.cycle = cast.cycle
    signed_in(cast.bea).post(leaving_url(cast, "back/", made), {"words": ""})
    assert status_of(cast.stage("needs")).word == "in force"


def test_nothing_waits_for_members_while_their_group_pauses(cast, stage):
    build.budget_cut(cast.cycle)
    assert waits(cast.bea, cast.cycle) != []
    build.withdrawal(cast.users, cast.bea, "pause")
    assert waits(cast.bea, cast.cycle) == []


def test_a_finished_stage_is_not_touched_by_a_later_pause(cast, stage):
    build.record(cast.stage("needs"))
    cast.stage("needs").finish(cast.ann, "Done.")
    build.withdrawal(cast.users, cast.bea, "pause")
    assert status_of(cast.stage("needs")).word == "in force"


@pytest.mark.parametrize(("who", "sentence"), [("mia", "speak for Meals Voice"), ("ann", "speak for Meals Voice"),
                                               ("cove", "speak for Meals Voice")])  # fmt: skip
def test_nobody_else_lets_a_group_leave(cast, stage, who, sentence):
    with pytest.raises(Refused, match=sentence):
        build.withdrawal(cast.users, getattr(cast, who))


def test_where_the_chair_alone_signs_the_chair_says_it(cast, stage):
    cast.meals_voice.set_signing_rule(cast.cove, "chair")
    with pytest.raises(Refused, match="chair speaks for it"):
        build.withdrawal(cast.users, cast.bea)


def test_the_convenor_puts_it_in_where_nobody_who_speaks_has_e_mail(cast, stage):
    type(cast.bea).objects.filter(pk=cast.bea.pk).update(email=None)
    made = build.withdrawal(cast.users, cast.cove, "pause")
    assert made.put_in
    assert "put in for them" in words(signed_in().get(leaving_url(cast)))


@pytest.mark.parametrize(
    ("openness", "readers"),
    [("public", "nobody zoe pat bea cara ann"), ("involved", "pat bea cara ann"), ("withheld", "bea cara ann")],
)
def test_the_words_are_read_by_whom_the_group_chose_and_the_fact_by_all(cast, stage, openness, readers):
    made = build.withdrawal(cast.users, cast.bea, "pause", words="We need rest.", openness=openness)
    withdrawing.reply(made, cast.ann, "Take your time.")
    cycle = cast.cycle.get_absolute_url()
    for who in ("nobody", "zoe", "pat", "bea", "cara", "ann"):
        browser = signed_in(None if who == "nobody" else getattr(cast, who))
        pages = [leaving_url(cast), leaving_url(cast, made=made), stage.get_absolute_url(), f"{cycle}ledger/"]
        pages.append(f"{stage.get_absolute_url()}report/")
        found = [words(browser.get(url)) for url in pages]
        is_read = who in readers.split()
        assert ["Meals Voice" in page for page in found] == [True] * 5
        assert "We need rest." in found[0] if is_read else not any("We need rest." in page for page in found)
        assert ("Take your time." in found[0]) == is_read


def test_the_authority_replies_once_and_the_speaker_finds_it(cast, stage):
    made = build.withdrawal(cast.users, cast.bea, "pause")
    assert "Read why they take a pause, and reply: Meals Voice" in waits(cast.ann, cast.cycle)
    answer = signed_in(cast.ann).post(leaving_url(cast, "reply/", made), {"words": "You are right. We come to you."})
    assert answer.status_code == 302
    made.refresh_from_db()
    assert made.is_answered
    late = signed_in(cast.ola).post(leaving_url(cast, "reply/", made), {"words": "Something else."})
    assert late.status_code == 409
    assert "Something else." in words(late)
    assert "We come to you." in words(late)
    assert "Read why they take a pause, and reply: Meals Voice" not in waits(cast.ann, cast.cycle)
    withdrawing.come_back(made, cast.bea)
    assert any("Read the reply" in each for each in waits(cast.bea, cast.cycle))


def test_a_pause_stands_once_and_leaving_ends_it(cast, stage):
    build.withdrawal(cast.users, cast.bea, "pause")
    with pytest.raises(Refused, match="on a pause there already"):
        build.withdrawal(cast.users, cast.bea, "pause")
    build.withdrawal(cast.users, cast.bea)
    assert not Withdrawal.objects.pauses_now().exists()
    with pytest.raises(Refused):
        build.withdrawal(cast.users, cast.bea)


def test_what_was_said_stands_in_the_database(cast, stage):
    made = build.withdrawal(cast.users, cast.bea, "pause")
    for change in ({"words": "All is well."}, {"openness": "withheld"}, {"sort": "leave"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Withdrawal.objects.filter(pk=made.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        made.delete()


def test_whose_part_an_officer_ended_is_told_apart(cast, stage):
    cast.cycle.end_part(cast.ann, cast.providers, "It has sold its kitchen.")
    page = words(signed_in().get(leaving_url(cast)))
    assert ("Nobody has paused or left." in page, "Whose part an officer ended" in page) == (True, True)
    assert [each.name for each in withdrawing.ended_by_officers(cast.cycle)] == ["Hot Plate Ltd"]


def test_the_report_tells_who_left_and_why(cast, stage):
    build.withdrawal(cast.users, cast.bea, stage=stage)
    (told,) = report_of(cast.stage("needs"), None).leavings
    assert (told.made.participant.name, told.knows) == ("Meals Voice", True)


@pytest.mark.parametrize(("told_to", "readers"), [("convenor", {"cove"}), ("officers", {"cove", "ann"}),
                                                  ("everyone", {"cove", "ann", "pat", "nobody"})])  # fmt: skip
def test_a_member_leaves_and_says_why_to_whom_she_likes(cast, stage, told_to, readers):
    answer = signed_in(cast.mia).post(
        f"/groups/{cast.meals_voice.pk}/leave/", {"words": "It went on for too long.", "told_to": told_to}, follow=True
    )
    assert "You have left Meals Voice." in words(answer)
    assert not cast.meals_voice.has_member(cast.mia)
    group, cycle = f"/groups/{cast.meals_voice.pk}/", leaving_url(cast)
    found = set()
    for who in ("nobody", "pat", "bea", "ann", "cove"):
        browser = signed_in(None if who == "nobody" else getattr(cast, who))
        pages = [words(browser.get(url)) for url in (group, cycle)]
        found |= {who} if any("It went on for too long." in page for page in pages) else set()
        if told_to == "everyone":
            assert "Mia" not in pages[1]
    assert found == readers | ({"bea"} if told_to == "everyone" else set())


def test_a_member_leaves_without_a_word(cast, stage):
    before = Event.objects.count()
    signed_in(cast.mia).post(f"/groups/{cast.meals_voice.pk}/leave/", {"words": " ", "told_to": "convenor"})
    assert (Farewell.objects.count(), Event.objects.count()) == (0, before)
    with pytest.raises(Refused, match="do not belong"):
        farewells.leave_group(cast.meals_voice, cast.mia)


def test_the_last_one_who_keeps_a_group_finds_somebody_first(cast):
    answer = signed_in(cast.cove).post(f"/groups/{cast.meals_voice.pk}/leave/", {"told_to": "convenor"})
    assert answer.status_code == 422
    assert cast.meals_voice.has_member(cast.cove)


def test_those_who_look_back_see_who_left_and_what_got_in_the_way(cast, stage):
    build.withdrawal(cast.users, cast.bea, "pause")
    build.barrier(cast.cycle, cast.mia)
    for kind in ("review", "monitoring"):
        page = words(signed_in().get(f"{cast.stage(kind).get_absolute_url()}whole/"))
        for text in ("What got in the way of taking part", "1 time somebody took a pause.", "hard to understand"):
            assert text in page
    assert "What got in the way" not in words(signed_in().get(f"{stage.get_absolute_url()}whole/"))
