"""Themes: who makes them, sorting one or a thousand, taking back, and what nobody may learn from them."""

import pytest

from cycle.moves import Refused
from feedback import sorting
from feedback.asking import Asking
from feedback.models import Coding, Contribution, Theme
from feedback.themed import themed
from tests import build
from tests.cycle.pages import queries, signed_in, words
from tests.feedback.pages import about, url

pytestmark = pytest.mark.django_db


def held(theme):
    """The keys of what stands in a theme."""
    return set(Coding.objects.standing().under(theme).values_list("contribution_id", flat=True))


def some(needs, number=3, **over):
    return [build.contribution(needs, text=f"Thing {each}", **over) for each in range(number)]


def rows(*contributions):
    return Contribution.objects.filter(pk__in=[each.pk for each in contributions])


# --- Themes -----------------------------------------------------------------------------------------------------------


def test_only_an_officer_makes_a_theme_and_each_name_is_there_once(people, needs):
    with pytest.raises(Refused, match="Only the officers"):
        Theme.make(needs, people.mia, "Price", "What it costs.")
    build.theme(needs, "Price")
    with pytest.raises(Refused, match="a theme with this name"):
        build.theme(needs, "PRICE")


def test_a_theme_stands_under_another_one_and_no_deeper(needs):
    top = build.theme(needs, "Price")
    under = build.theme(needs, "Benefits", parent=top)
    with pytest.raises(Refused, match="two levels"):
        build.theme(needs, "Deeper", parent=under)
    with pytest.raises(Refused, match="two levels"):
        top.change(top.made_by, top.version, parent=build.theme(needs, "Other"))
    with pytest.raises(Refused, match="Other themes stand under this one"):
        top.retire(top.made_by)


def test_two_who_change_a_theme_at_once_are_told(people, needs):
    theme = build.theme(needs, "Price")
    theme.change(people.ann, 1, name="Prices")
    with pytest.raises(Refused, match="quicker") as refused:
        theme.change(people.ola, 1, name="Costs")
    assert refused.value.conflict


def test_every_act_is_one_event(people, needs):
    said = some(needs)
    length = people.cycle.events.count
    before = length()
    theme, other = build.theme(needs, "Price"), build.theme(needs, "Taste")
    act = sorting.put(needs, people.ann, theme, rows(*said))
    sorting.put(needs, people.ann, other, rows(said[0]), out_of=theme)
    sorting.take(needs, people.ann, other, rows(said[0]))
    sorting.choose(said[0], people.ann, [theme, other])
    sorting.undo(act, people.ola)
    sorting.merge(other, people.ann, theme)
    assert length() - before == 8


# --- Sorting ----------------------------------------------------------------------------------------------------------


@pytest.mark.req("R38")
def test_many_are_sorted_at_once_moved_and_taken_back(people, needs):
    said = some(needs, 5)
    price, taste = build.theme(needs, "Price"), build.theme(needs, "Taste")
    sorting.put(needs, people.ann, taste, rows(said[0]))
    first = sorting.put(needs, people.ann, price, rows(*said))
    assert held(price) == {each.pk for each in said}
    moved = sorting.put(needs, people.ola, taste, rows(*said[:2]), out_of=price)
    assert (held(price), held(taste)) == ({each.pk for each in said[2:]}, {each.pk for each in said[:2]})
    sorting.undo(moved, people.ann)
    assert (held(price), held(taste)) == ({each.pk for each in said}, {said[0].pk})
    sorting.undo(first, people.ann)
    assert held(price) == {said[0].pk, said[1].pk}, "what was put back since stays"
    with pytest.raises(Refused, match="taken back already"):
        sorting.undo(first, people.ann)
    assert Coding.objects.filter(taken=None).count() == 3


def test_two_themes_become_one_and_two_again(people, needs):
    said = some(needs, 4)
    price, cost = build.theme(needs, "Price"), build.theme(needs, "Cost")
    sorting.put(needs, people.ann, price, rows(*said[:3]))
    sorting.put(needs, people.ann, cost, rows(*said[2:]))
    act = sorting.merge(cost, people.ann, price)
    cost.refresh_from_db()
    assert (held(price), held(cost), cost.state) == ({each.pk for each in said}, set(), "merged")
    sorting.undo(act, people.ann)
    cost.refresh_from_db()
    assert (held(price), held(cost)) == ({each.pk for each in said[:3]}, {each.pk for each in said[2:]})
    assert (cost.state, cost.merged_into) == ("used", None)


def test_a_thousand_are_sorted_in_a_few_queries(people, needs, django_assert_max_num_queries):
    first = build.contribution(needs)
    same = ("cycle", "stage", "round", "participant", "sort", "text", "given_by", "entered_by", "due_on", "owner")
    fields = {name: getattr(first, name) for name in same}
    Contribution.objects.bulk_create(Contribution(**fields, event_number=0) for _number in range(999))
    theme = build.theme(needs, "Price")
    with django_assert_max_num_queries(16):
        sorting.put(needs, people.ann, theme, Asking().rows(needs, people.ann))
    assert len(held(theme)) == 1000


def test_nobody_sorts_into_a_theme_of_another_stage_or_one_that_is_closed(people, needs):
    said, old = some(needs, 1), build.theme(needs, "Old")
    old.retire(people.ann)
    for theme in (old, build.theme(people.stage("budget"), "Elsewhere")):
        with pytest.raises(Refused, match="not used any more"):
            sorting.put(needs, people.ann, theme, rows(*said))


def test_moving_to_where_it_stands_already_takes_nothing_out(people, needs):
    said, theme = some(needs, 2), build.theme(needs, "Price")
    sorting.put(needs, people.ann, theme, rows(*said))
    with pytest.raises(Refused, match="Choose another theme"):
        sorting.put(needs, people.ann, theme, rows(*said), out_of=theme)
    assert held(theme) == {each.pk for each in said}


# --- Pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.req("R38")
def test_an_officer_sorts_what_the_list_shows_and_takes_it_back(people, needs):
    build.contribution(needs, text="The price is high")
    build.contribution(needs, text="The taste is good")
    theme, browser = build.theme(needs, "Price"), signed_in(people.ann)
    address = f"{url(needs, 'sorting')}?words=price"
    sent = {"which": "all", "how": "put", "theme": theme.pk}
    page = words(browser.post(address, sent, follow=True))
    assert "1 was put in “Price”." in page
    assert len(held(theme)) == 1
    browser.post(url(needs, "sorting_undoing", theme.sortings.get().pk))
    assert held(theme) == set()


def test_ticks_stay_when_something_is_missing(people, needs):
    said = some(needs, 2)
    build.theme(needs, "Price")
    answer = signed_in(people.ann).post(url(needs, "sorting"), {"which": "ticked", "how": "put", "ticked": said[0].pk})
    assert answer.status_code == 422
    assert f'value="{said[0].pk}" checked' in words(answer)
    nothing = signed_in(people.ann).post(url(needs, "sorting"), {"which": "ticked", "how": "put"})
    assert "Tick at least one thing in the list, or choose all." in words(nothing)


def test_one_contribution_after_another_is_sorted(people, needs):
    said, theme = some(needs), build.theme(needs, "Price")
    browser, seen = signed_in(people.ann), []
    address = about(said[-1], "contribution_themes") + "?theme=none"
    while address.startswith(about(said[0], "contribution_themes")[:40]) and "/contributions/" in address:
        seen.append(address)
        address = browser.post(address, {"themes": [theme.pk]}).url
    assert [int(each.split("/contributions/")[1].split("/")[0]) for each in seen] == [each.pk for each in said[::-1]]
    assert held(theme) == {each.pk for each in said}
    page = words(signed_in().get(about(said[0])))
    assert ["Price" in page, "Ann" in page] == [True, True]


def test_members_read_themes_and_sort_nothing(people, needs):
    theme = build.theme(needs, "Price")
    mia = signed_in(people.mia)
    assert mia.get(url(needs, "themes")).status_code == 200
    for name, pk in (("theme_new", None), ("sorting", None), ("theme_edit", theme.pk), ("theme_merging", theme.pk)):
        assert mia.get(url(needs, name, pk)).status_code == 403


# --- What nobody may learn --------------------------------------------------------------------------------------------


@pytest.mark.req("R71")
def test_a_theme_tells_nobody_of_what_they_may_not_read(people, needs):
    open_one = build.contribution(needs, people.mia, text="Open")
    closed = build.contribution(needs, people.bea, text="Closed", openness="withheld")
    public, secret = build.theme(needs, "Price"), build.theme(needs, "Abuse", openness="withheld")
    sorting.put(needs, people.ann, public, rows(open_one, closed))
    sorting.put(needs, people.ann, secret, rows(open_one, closed))
    told = {}
    for name in ("mia", "bea", "zoe", "ann"):
        lines = themed(needs, getattr(people, name)).themes
        told[name] = {line.theme.name: line.total for line in lines}
    assert told == {"mia": {"Price": 1}, "bea": {"Price": 2}, "zoe": {"Price": 1}, "ann": {"Abuse": 2, "Price": 2}}
    for reader in (None, people.mia):
        browser = signed_in(reader)
        pages = [url(needs, "themes"), url(needs), about(open_one), needs.get_absolute_url() + "report/",
                 needs.get_absolute_url() + "history/", f"/cycles/{people.cycle.slug}/ledger/"]  # fmt: skip
        assert [page for page in pages if "Abuse" in words(browser.get(page))] == []
        assert browser.get(url(needs, "theme", secret.pk)).status_code == 404
        listed = browser.get(f"{url(needs)}?theme={secret.pk}")
        assert listed.context["said"] == []


@pytest.mark.req("R38")
def test_those_who_said_little_stand_first_and_in_full(people, needs):
    for _each in range(5):
        build.contribution(needs, people.mia)
    build.contribution(needs, people.pat, people.providers, text="We cannot cook for less.", dissent="Our driver can.",
                       voice="wider", how_known="We talked", how_many=7)  # fmt: skip
    page = words(signed_in().get(url(needs, "themes")))
    assert "The numbers are not votes." in page
    few = page[page.index("Those who said little") :]
    assert [text in few for text in ("We cannot cook for less.", "Our driver can.", "7 people were asked")] == [
        True
    ] * 3
    assert "Hot food matters to me." not in few


def test_who_said_little_is_told_by_one_rule(people, needs):
    for _each in range(51):
        build.contribution(needs, people.mia)
    for _each in range(5):
        build.contribution(needs, people.pat, people.providers)
    lines = {line.participant.name: (line.is_few, len(line.said), line.more) for line in themed(needs, None).parties}
    assert lines == {people.users.name: (False, 0, 51), people.providers.name: (True, 5, 0)}


@pytest.mark.req("R38")
def test_each_party_stands_with_whom_it_speaks_for(people, needs):
    theme = build.theme(needs, "Price")
    both = build.contribution(needs, people.mia), build.contribution(needs, people.pat, people.providers)
    sorting.put(needs, people.ann, theme, rows(*both))
    pages = words(signed_in().get(url(needs, "themes"))), words(signed_in().get(url(needs, "stage_report")))
    for page in pages:
        assert "People who get meals at home" in page
        assert people.providers.get_standing_display() in page


@pytest.mark.parametrize("reader", [None, "mia", "ann"])
def test_the_page_of_themes_takes_the_same_queries_at_any_number(people, needs, reader):
    browser = signed_in(reader and getattr(people, reader))
    theme = build.theme(needs, "Price")
    sorting.put(needs, people.ann, theme, rows(build.contribution(needs, people.pat, people.providers)))
    once = queries(browser, url(needs, "themes"))
    for number in range(3):
        more = build.theme(needs, f"Theme {number}", parent=theme)
        sorting.put(needs, people.ann, more, rows(build.contribution(needs), build.contribution(needs, people.mia)))
    assert queries(browser, url(needs, "themes")) == once


def test_the_list_takes_the_same_queries_with_themes_and_words(people, needs):
    theme, browser = build.theme(needs, "Price"), signed_in(people.ann)
    address = f"{url(needs)}?words=hot&theme={theme.pk}&sort=view&answered=no"
    sorting.put(needs, people.ann, theme, rows(build.contribution(needs)))
    once = queries(browser, address)
    sorting.put(needs, people.ann, theme, rows(*(build.contribution(needs) for _each in range(30))))
    assert queries(browser, address) == once
