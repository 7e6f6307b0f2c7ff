"""Monitoring: outcomes in both sides' words, visits that are replied to, influence, and who has the say (R59-R63)."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cycle.models import InfluenceWord, VisitReply
from cycle.moves import Refused
from feedback.waiting import waiting_for
from people.refusal import Conflict
from tests import build
from tests.cycle.pages import queries, record_typed, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "monitoring")


def model(stage, slug):
    return stage.kind.record_named(slug)


def whole(stage):
    return reverse("stage_work", args=[stage.cycle.slug, stage.kind_slug])


def measured(stage, words_of="users", **over):
    return build.record(stage, words_of=words_of, **over)


def read(stage, measure, day, title, **over):
    return build.record(stage, model=model(stage, "readings"), measure=measure, read_on=day, title=title, **over)


def found(stage, party, **over):
    visit = build.record(stage, model=model(stage, "visits"), visited=party, title="A morning in the van")
    said = {"visit": visit, "replies_from": party, "reply_by": timezone.localdate() + timedelta(days=20)}
    return build.record(stage, model=model(stage, "visit-findings"), **said | over)


def reply_url(finding):
    return reverse("visit_reply", args=[finding.stage.cycle.slug, "monitoring", finding.pk])


REPLY = {"words": "We have changed the round.", "interest": "We earn money with it.", "seen": 0}


@pytest.mark.req("R59")
def test_users_words_stand_beside_professional_ones_with_their_readings_over_time(cast, stage):
    ours = measured(stage, title="Hot when I lift the lid", aimed_at="Nine in ten")
    measured(stage, "professionals", title="63 degrees at the door", counterpart=ours)
    read(stage, ours, date(2023, 5, 1), "At 12 of 18 doors", number=12, out_of=18)
    read(stage, ours, date(2023, 6, 1), "At 15 of 18 doors", number=15, out_of=18)
    page = words(signed_in().get(whole(stage)))
    row = page[page.index("Hot when I lift the lid") :][: page[page.index("Hot when I lift the lid") :].index("</tr>")]
    assert ["63 degrees at the door" in row, "At 15 of 18 doors" in row, "At 12 of 18 doors" in row] == [
        True, True, False,
    ]  # fmt: skip
    assert ["1 May 2023: 12 of 18" in page, "At 12 of 18 doors" in page, 'role="img"' in page] == [True] * 3
    own = words(signed_in().get(ours.get_absolute_url()))
    assert ["At 12 of 18 doors" in own, 'role="img"' in own] == [True, True]


def test_a_measure_stands_beside_one_in_the_words_of_the_other_side(cast, stage):
    ours = measured(stage)
    url = reverse("record_new", args=[cast.cycle.slug, "monitoring", "measures"])
    typed = record_typed(model(stage, "measures"), words_of="users", counterpart=ours.pk)
    assert signed_in(cast.ann).post(url, typed).status_code == 422
    assert signed_in(cast.ann).post(url, typed | {"words_of": "professionals"}).status_code == 302
    with pytest.raises(IntegrityError), transaction.atomic():
        type(ours).objects.filter(pk=ours.pk).update(counterpart=ours)


def test_what_is_watched_in_one_sides_words_only_is_a_gap(cast, stage):
    measured(stage, "professionals")
    assert "Nothing is watched in users’ own words." in stage.kind.gaps_in(stage)
    measured(stage)
    assert stage.kind.gaps_in(stage) == []


def test_a_reading_is_no_more_than_the_whole(cast, stage):
    ours = measured(stage)
    for over in ({"number": 19, "out_of": 18}, {"number": None, "out_of": 18}, {"number": 0, "out_of": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            read(stage, ours, date(2023, 5, 1), "Too much", **over)
    read(stage, ours, date(2023, 5, 1), "In words alone", number=None, out_of=None)
    assert "In words alone" in words(signed_in().get(ours.get_absolute_url()))


def test_readings_that_are_not_open_are_not_drawn(cast, stage):
    ours = measured(stage)
    closed = {"openness": "withheld", "withheld_because": "It names a driver.", "review_on": date(2031, 1, 1)}
    read(stage, ours, date(2023, 5, 1), "Hidden reading", number=1, out_of=18, **closed)
    for url in (ours.get_absolute_url(), whole(stage)):
        seen = {who: "Hidden reading" in words(signed_in(person).get(url))
                for who, person in {"nobody": None, "mia": cast.mia, "ann": cast.ann}.items()}  # fmt: skip
        assert seen == {"nobody": False, "mia": False, "ann": True}


@pytest.mark.req("R60")
def test_the_provider_replies_on_its_own_page_with_its_interest_beside_it(cast, stage):
    finding = found(stage, cast.providers, title="The driver runs")
    assert "There is no reply yet." in words(signed_in().get(finding.get_absolute_url()))
    page = signed_in(cast.pat).post(reply_url(finding), REPLY, follow=True)
    assert "Your reply stands beside what was found." in words(page)
    for url in (
        finding.get_absolute_url(),
        whole(stage),
        reverse("stage_report", args=[cast.cycle.slug, "monitoring"]),
    ):
        shown = words(signed_in().get(url))
        assert ["We have changed the round." in shown, "We earn money with it." in shown] == [True, True]
    line = cast.cycle.events.order_by("number").last()
    assert (line.by, line.acting_for, line.said["after"]["interest"]) == (
        cast.pat, "Hot Plate Ltd", "We earn money with it.",
    )  # fmt: skip


@pytest.mark.req("R60")
def test_only_the_providers_own_people_reply_or_an_officer_from_paper(cast, stage):
    finding = found(stage, cast.providers)
    statuses = {name: signed_in(who).get(reply_url(finding)).status_code for name, who in cast.people().items()}
    refused = dict.fromkeys(("cara", "bea", "mia", "cove", "zoe"), 403)
    assert statuses == refused | dict.fromkeys(("ann", "ola", "pat"), 200)
    assert "You do not belong to it." in words(signed_in(cast.ola).get(reply_url(finding)))
    signed_in(cast.ola).post(reply_url(finding), REPLY)
    assert VisitReply.objects.get().is_on_paper
    assert "An officer put it in from paper." in words(signed_in().get(finding.get_absolute_url()))


@pytest.mark.req("R60")
def test_the_provider_is_asked_on_its_first_page_until_it_has_replied(cast, stage):
    finding = found(stage, cast.providers, title="The driver runs", reply_by=timezone.localdate())
    asks = "Reply to what a visit found: “The driver runs”"
    lines = {name: [each for each in waiting_for(who, [build.afresh(cast.cycle)]) if str(each.sentence) == asks]
             for name, who in cast.people().items()}  # fmt: skip
    assert {name: [(each.url, each.due) for each in found] for name, found in lines.items() if found} == {
        "pat": [(reply_url(finding), finding.reply_by)]
    }
    officer = [str(each.sentence) for each in waiting_for(cast.ola, [cast.cycle])]
    assert "Ask for the reply to what a visit found: “The driver runs”" in officer
    VisitReply.say(finding, cast.pat, cast.providers, "It is so.", interest="None.")
    for person in (cast.pat, cast.ola):
        assert [
            each for each in waiting_for(person, [build.afresh(cast.cycle)]) if "what a visit found" in each.sentence
        ] == []


def test_a_provider_that_may_not_read_a_finding_is_not_asked(cast, stage):
    found(stage, cast.providers, openness="withheld", withheld_because="A name.", review_on=date(2031, 1, 1))
    assert [each for each in waiting_for(cast.pat, [cast.cycle]) if "visit" in each.sentence] == []


@pytest.mark.req("R60")
def test_a_reply_stands_and_is_corrected_by_a_new_one_with_its_reason(cast, stage):
    finding = found(stage, cast.providers)
    signed_in(cast.pat).post(reply_url(finding), REPLY)
    anew = REPLY | {"words": "It was another round.", "seen": 1}
    page = signed_in(cast.pat).post(reply_url(finding), anew)
    assert (page.status_code, "Say why you say it anew." in words(page)) == (422, True)
    signed_in(cast.pat).post(reply_url(finding), anew | {"because": "We had looked at the wrong day."})
    shown = words(signed_in().get(finding.get_absolute_url()))
    told = ("We have changed the round.", "It was another round.", "We had looked at the wrong day.")
    assert [each in shown for each in told] == [True] * 3
    here = [cast.cycle.slug, "monitoring"]
    file = signed_in().get(reverse("records_file", args=[*here, "visit-findings"])).getvalue().decode()
    report = words(signed_in().get(reverse("stage_report", args=here)))
    assert [(each in file, each in report) for each in told] == [(True, True)] * 3
    with pytest.raises(DatabaseError), transaction.atomic():
        VisitReply.objects.update(words="Nothing was wrong.")
    with pytest.raises(DatabaseError), transaction.atomic():
        VisitReply.objects.all().delete()


def test_two_of_one_provider_who_reply_at_once_are_shown_both(cast, stage):
    finding = found(stage, cast.providers)
    VisitReply.say(finding, cast.pat, cast.providers, "The first words.", interest="None.")
    with pytest.raises(Conflict):
        VisitReply.say(finding, cast.pat, cast.providers, "The second words.", interest="None.")
    page = signed_in(cast.pat).post(reply_url(finding), REPLY | {"words": "The second words."})
    assert (page.status_code, "The first words." in words(page), "The second words." in words(page)) == (
        409,
        True,
        True,
    )


def test_a_visit_is_to_a_provider_or_to_the_authoritys_own_staff_under_the_same_rules(cast, stage):
    with pytest.raises(Refused, match="not asked of that group"):
        found(stage, cast.users)
    own = cast.cycle.admit(cast.ann, "staff", organisation=build.provider("The kitchen"))
    found(stage, own)
    assert "The authority’s own service, under the same rules" in words(signed_in().get(whole(stage)))


def test_a_finding_ends_with_a_change_or_a_reason(cast, stage):
    found(stage, cast.providers, sort="change")
    assert any("finding of a visit is still open" in gap for gap in stage.kind.gaps_in(stage))
    for over in ({"led_to": "contract", "changed_what": ""}, {"led_to": "not changed", "because": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            found(stage, cast.providers, **over)


@pytest.mark.req("R62")
def test_no_side_can_say_alone_that_it_made_a_difference(cast, stage):
    influence = build.record(stage, model=model(stage, "influences"))

    def standing():
        return signed_in().get(influence.get_absolute_url()).context["standing"]

    assert standing() == "Nobody says yet that it made a difference."
    InfluenceWord.say(influence, cast.ann, cast.commissioners, "We thought longer.", says="yes")
    assert standing() == "Only the authority says so. No users’ group has said anything yet."
    url = reverse("influence_word", args=[cast.cycle.slug, "monitoring", influence.pk, cast.users.pk])
    sent = {"says": "no", "words": "We saw nothing of it.", "seen": 0}
    assert signed_in(cast.pat).post(url, sent).status_code == 403
    assert signed_in(cast.mia).post(url, sent).status_code == 302
    assert standing() == "Only the authority says so. Users do not say so."
    signed_in(cast.mia).post(url, sent | {"says": "yes", "seen": 1, "because": "We read the minutes."})
    assert standing() == "Both sides say that it made a difference."


def test_an_influence_is_told_by_officers_and_judged_by_users_and_those_who_decide(cast, stage):
    sort = model(stage, "influences")
    may = {name: not sort.why_cannot_add(stage, who) for name, who in cast.people().items()}
    assert may == dict.fromkeys(may, False) | {"ann": True, "ola": True}
    influence = build.record(stage, model=sort)
    people = {name: who for name, who in cast.people().items() if name not in ("ann", "ola")}
    asked = {name: ", ".join(map(str, InfluenceWord.asked_of(influence, who))) for name, who in people.items()}
    voice = dict.fromkeys(("bea", "mia", "cove"), "Meals Voice")
    assert asked == voice | {"cara": "Cabinet", "pat": "", "zoe": ""}


@pytest.mark.req("R63")
def test_each_side_says_in_its_own_words_who_has_the_say(cast, stage):
    url = reverse("record_new", args=[cast.cycle.slug, "monitoring", "power-notes"])
    for person, party, shift, text in (
        (cast.mia, cast.users, "less", "They stopped ringing."),
        (cast.cara, cast.councillors, "more", "We wait for them now."),
    ):
        typed = record_typed(model(stage, "power-notes"), party=party.pk, shift=shift, summary=text)
        assert signed_in(person).post(url, typed).status_code == 302
    stolen = record_typed(model(stage, "power-notes"), party=cast.users.pk)
    assert signed_in(cast.pat).post(url, stolen).status_code == 422
    page = words(signed_in().get(whole(stage)))
    told = ("Users have less say than before", "They stopped ringing.", "Users have more say than before")
    assert [each for each in told if each not in page] == []


@pytest.mark.parametrize("reader", [None, "pat", "ann"])
def test_the_room_asks_as_often_with_few_as_with_many(cast, stage, reader):
    browser = signed_in(reader and getattr(cast, reader))

    def fill(times):
        for number in range(times):
            ours = measured(stage, title=f"Measure {number}")
            measured(stage, "professionals", counterpart=ours)
            read(stage, ours, date(2023, 1, 1), "Some", number=1, out_of=4)
            finding = found(stage, cast.providers, asked_for=f"Thing {number}")
            VisitReply.say(finding, cast.pat, cast.providers, "Yes.", interest="None.")
            influence = build.record(stage, model=model(stage, "influences"))
            InfluenceWord.say(influence, cast.mia, cast.users, "Yes.", says="yes")
            build.record(stage, model=model(stage, "power-notes"), party=cast.users)

    fill(1)
    once = queries(browser, whole(stage))
    fill(6)
    assert queries(browser, whole(stage)) == once
