"""Access needs: put in by the person or for them, shared with whom they choose, and gone when they say so (R69)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from people.models import AccessNeed, NeedConsent, NeedsSheet
from people.need_list import CATEGORIES, SORTS, consent_on, sorts_in
from people.needs import needs_of, own_size, size_of
from people.refusal import Refused
from tests import build
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db
OWN = reverse("own_needs")
EDIT = reverse("own_needs_edit")


@pytest.fixture
def paula(cast):
    """A member without e-mail."""
    paula = build.person("Paula")
    return build.member(paula, cast.meals_voice)


def place_url(place, name="member_needs", *further):
    return reverse(name, args=[place.group_id, place.pk, *further])


def typed(person, **over):
    return {"shared_with": "writers", "agrees": "on", "version": NeedsSheet.of(person).version} | over


def shown(person, reader, circle=None):
    return [str(need) for need in needs_of([person.pk], reader, circle)[person.pk]]


@pytest.mark.req("R69")
def test_a_member_says_what_she_needs_in_the_four_parts_of_the_standard_and_at_a_meeting(cast):
    browser = signed_in(cast.mia)
    assert "Nobody has asked you yet." in words(browser.get(OWN))
    page = words(browser.get(EDIT))
    assert [part.question for part in CATEGORIES if str(part.question) not in page] == []
    assert "No illness or disability has to be named here." in page
    sent = typed(cast.mia, format=["format-large"], support=["support-loop"], meeting_words="A seat near the door")
    answer = browser.post(EDIT, sent, follow=True)
    assert said(answer) == ["What you need is saved."]
    page = words(answer)
    assert [
        each for each in ("Large print, 18 point", "A hearing loop", "A seat near the door") if each not in page
    ] == []
    assert "What you need to take part, and who may see it" in words(browser.get("/you/"))


def test_what_is_shared_needs_a_tick_and_what_is_not_does_not(cast):
    browser = signed_in(cast.mia)
    answer = browser.post(EDIT, typed(cast.mia, format=["format-large"], agrees=""))
    assert (answer.status_code, AccessNeed.objects.count()) == (422, 0)
    assert "Tick that you agree, or choose that nobody else sees it." in words(answer)
    sent = typed(cast.mia, format=["format-large"], agrees="", shared_with="nobody")
    assert browser.post(EDIT, sent).status_code == 302
    need = AccessNeed.objects.get()
    assert (need.shared_with, need.consent.shared_with) == ("nobody", "nobody")


def test_each_consent_says_which_text_was_read_on_which_day_and_a_later_one_stands_beside_it(cast):
    need = build.needs(cast.mia, "format-large", circle="convenor")[0]
    url = reverse("own_need_sharing", args=[need.pk])
    sent = {"shared_with": "writers", "agrees": "on", "version": NeedsSheet.of(cast.mia).version}
    assert signed_in(cast.mia).post(url, sent).status_code == 302
    given = NeedConsent.objects.order_by("pk").values_list("shared_with", "text", "by__name")
    assert list(given) == [("convenor", 1, "Mia"), ("writers", 1, "Mia")]
    assert f"On {timezone.localdate():%-d %B %Y}, to text 1" in words(signed_in(cast.mia).get(OWN))
    assert consent_on(timezone.localdate()).version == 1


@pytest.mark.parametrize(
    ("circle", "sees"),
    [("nobody", []), ("convenor", ["cove"]), ("planners", ["cove", "plans"]), ("writers", ["cove", "plans", "writes"])],
)
def test_each_circle_lets_in_those_before_it_and_nobody_else(cast, circle, sees):
    build.needs(cast.mia, "support-loop", circle=circle)
    asked = {"cove": (cast.cove, None), "plans": (cast.ann, "planners"), "writes": (cast.ann, "writers")}
    assert [name for name, (reader, as_what) in asked.items() if shown(cast.mia, reader, as_what)] == sees
    strangers = [cast.ann, cast.bea, cast.cara, cast.pat, cast.zoe]
    assert [reader.name for reader in strangers if shown(cast.mia, reader)] == []
    assert shown(cast.mia, cast.mia) == ["A hearing loop"]


def test_the_convenor_of_another_group_and_one_who_has_left_see_nothing(cast):
    build.needs(cast.mia, "support-loop")
    other = build.member(build.person("Cy", "cy@example.org"), build.group("Walkers"), "convenor")
    assert shown(cast.mia, other.person) == []
    cast.meals_voice.memberships.get(person=cast.mia).end()
    assert shown(cast.mia, cast.cove) == []


@pytest.mark.req("R69")
def test_the_convenor_reads_it_beside_the_name_and_the_other_members_do_not(cast):
    build.needs(cast.mia, "support-loop", circle="convenor")
    url = cast.meals_voice.get_absolute_url()
    assert "A hearing loop" in words(signed_in(cast.cove).get(url))
    for reader in (cast.mia, cast.bea, cast.ann):
        assert "A hearing loop" not in words(signed_in(reader).get(url))


def test_the_list_of_members_costs_the_same_with_many_needs(cast):
    url = cast.meals_voice.get_absolute_url()
    build.needs(cast.mia, "support-loop")
    reader = signed_in(cast.cove)
    once = queries(reader, url)
    for number in range(20):
        person = build.person(f"Member {number}", f"m{number}@example.org")
        build.member(person, cast.meals_voice)
        build.needs(person, "support-loop", "meeting-breaks")
    assert queries(reader, url) == once


def test_a_withdrawn_consent_works_at_the_next_request_and_what_is_taken_away_leaves_nothing(cast):
    build.needs(cast.mia, "support-loop", "format-giant", meeting="A seat near the door")
    browser = signed_in(cast.mia)
    answer = browser.post(reverse("own_needs_withdrawal"), follow=True)
    assert said(answer) == ["Nobody but you can see what you need now."]
    assert shown(cast.mia, cast.cove) == shown(cast.mia, cast.ann, "writers") == []
    assert own_size(cast.mia) == "giant"
    assert "Take all of it away?" in words(browser.get(reverse("own_needs_end")))
    browser.post(reverse("own_needs_end"))
    assert (AccessNeed.objects.count(), NeedConsent.objects.count()) == (0, 0)
    assert "You need nothing special just now." in words(browser.get(OWN))


def test_nothing_of_it_is_written_into_the_ledger(cast):
    before = cast.cycle.events.count()
    build.needs(cast.mia, "support-loop", meeting="A seat near the door")
    assert cast.cycle.events.count() == before


def test_what_is_new_stays_with_its_owner_where_each_keeps_its_own_circle(cast):
    build.needs(cast.mia, "support-loop", circle="writers")
    sent = typed(cast.mia, shared_with="keep", agrees="", support=["support-loop"], meeting=["meeting-breaks"])
    assert signed_in(cast.mia).post(EDIT, sent).status_code == 302
    circles = dict(AccessNeed.objects.values_list("sort", "shared_with"))
    assert circles == {"support-loop": "writers", "meeting-breaks": "nobody"}


def test_two_who_change_it_at_once_see_both(cast, paula):
    sheet = NeedsSheet.of(paula.person)
    build.needs(paula.person, "meeting-breaks", by=cast.cove)
    sent = {
        "version": sheet.version,
        "shared_with": "convenor",
        "agrees": "on",
        "how": "phone",
        "support": ["support-loop"],
    }
    browser = signed_in(cast.cove)
    answer = browser.post(place_url(paula, "member_needs_edit"), sent)
    assert answer.status_code == 409
    assert ["Breaks: " in words(answer), "What you typed stands below." in words(answer)] == [True, True]
    again = browser.post(
        place_url(paula, "member_needs_edit"), sent | {"version": answer.context["form"].data["version"]}
    )
    assert again.status_code == 302
    assert list(AccessNeed.objects.values_list("sort", flat=True)) == ["support-loop"]


# --- For somebody without e-mail --------------------------------------------------------------------------------------


@pytest.mark.req("R69", "R70")
def test_a_convenor_puts_it_in_for_a_member_without_e_mail_who_said_so(cast, paula):
    browser = signed_in(cast.cove)
    assert "What they need to take part" in words(browser.get(cast.meals_voice.get_absolute_url()))
    url = place_url(paula, "member_needs_edit")
    sent = {"version": 0, "shared_with": "planners", "agrees": "on", "meeting": ["meeting-step-free"]}
    assert browser.post(url, sent).status_code == 422
    assert browser.post(url, sent | {"how": "face to face", "agrees": ""}).status_code == 422
    assert browser.post(url, sent | {"how": "face to face"}).status_code == 302
    consent = AccessNeed.objects.get().consent
    assert (consent.how, consent.by, consent.shared_with) == ("face to face", cast.cove, "planners")
    assert "Face to face, put in by Cove" in words(browser.get(place_url(paula)))
    assert "nobody" not in dict(browser.get(url).context["form"].fields["shared_with"].choices)


def test_a_convenor_does_not_put_it_in_for_whoever_signs_in_and_others_do_not_find_the_page(cast, paula):
    place = cast.meals_voice.memberships.get(person=cast.mia)
    answer = signed_in(cast.cove).get(place_url(place))
    assert (answer.status_code, "says by themselves what they need" in words(answer)) == (403, True)
    for reader in (cast.mia, cast.bea, cast.ann, cast.zoe):
        assert signed_in(reader).get(place_url(paula)).status_code == 404
    with pytest.raises(Refused):
        build.needs(cast.mia, "support-loop", by=cast.ann)


def test_a_convenor_neither_sees_nor_removes_what_a_member_keeps_for_herself(cast, paula):
    build.needs(paula.person, "support-loop", circle="nobody")
    sheet = NeedsSheet.of(paula.person)
    assert "A hearing loop" not in words(signed_in(cast.cove).get(place_url(paula)))
    sheet.put(cast.cove, sheet.version, {"meeting-breaks": ""}, "convenor", "phone")
    assert set(AccessNeed.objects.values_list("sort", flat=True)) == {"support-loop", "meeting-breaks"}
    sheet.clear(cast.cove)
    assert list(AccessNeed.objects.values_list("sort", flat=True)) == ["support-loop"]


# --- Asked again ------------------------------------------------------------------------------------------------------


@pytest.mark.req("R69")
def test_after_a_year_the_first_page_asks_whether_it_is_still_right(cast, paula):
    build.needs(cast.mia, "support-loop")
    build.needs(paula.person, "support-loop", by=cast.cove)
    ask = "Is what you need to take part still right?"
    assert NeedsSheet.of(cast.mia).review_on > timezone.localdate() + timedelta(days=360)
    assert ask not in words(signed_in(cast.mia).get("/"))
    long_ago = timezone.localdate() - timedelta(days=400)
    NeedsSheet.objects.update(looked_at_on=long_ago, review_on=long_ago + timedelta(days=365))
    assert ask in words(signed_in(cast.mia).get("/"))
    assert "Ask Paula if what they need is still right" in words(signed_in(cast.cove).get("/"))
    assert "Paula" not in words(signed_in(cast.ann).get("/"))
    answer = signed_in(cast.mia).post(reverse("own_needs_review"), {"months": "6"}, follow=True)
    assert said(answer) == ["Thank you. We ask again then."]
    assert ask not in words(signed_in(cast.mia).get("/"))
    assert signed_in(cast.cove).post(place_url(paula, "member_needs_review"), {"months": "3"}).status_code == 302
    assert "Ask Paula" not in words(signed_in(cast.cove).get("/"))


# --- The list, and the size of prints ---------------------------------------------------------------------------------


def test_a_sort_that_can_no_longer_be_chosen_stays_where_it_was_chosen(cast):
    slugs = [sort.slug for sort in SORTS]
    assert len(slugs) == len(set(slugs))
    assert all(part in {category.slug for category in CATEGORIES} for part in {sort.category for sort in SORTS})
    assert sorts_in("format", SORTS[0].valid_from - timedelta(days=1)) == []


def test_the_largest_size_that_somebody_needs_is_the_size_of_their_prints(cast):
    needs = build.needs(cast.mia, "format-large-16", "format-giant", "support-loop")
    assert [size_of(needs), size_of(needs[:1]), size_of([])] == ["giant", "large-16", "normal"]


def test_the_database_keeps_one_row_of_a_sort_and_own_words_only_where_no_sort_says_it(cast):
    need = build.needs(cast.mia, "support-loop")[0]
    for wrong in ({"sort": "support-loop"}, {"sort": "support-lips", "words": "Because"}, {"sort": "support-other"}):
        with transaction.atomic(), pytest.raises(IntegrityError):
            AccessNeed.objects.create(person=need.person, put_in_by=need.person, **wrong)
