"""The pages of an exercise: things, ballots on screen and paper, closing, results, the agreed list (R45)."""

import uuid

import pytest
from django.urls import reverse

from people import reference
from tests import build
from tests.cycle.pages import queries, said, signed_in, words
from tests.pdf.structure import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(people):
    return build.opened(people.cycle, "priorities")


@pytest.fixture
def asked(stage):
    return build.open_exercise(stage)


def item_names(exercise):
    return [f"item_{item.pk}" for item in exercise.items.all()]


def typed(exercise, *values, **over):
    """What a browser sends for a ballot: these values for the things in their order."""
    names = dict(zip(item_names(exercise), values, strict=False))
    return names | {"token": str(uuid.uuid4()), "version": "0"} | over


def keyed(exercise, *values, **over):
    return typed(exercise, *values, channel="paper") | over


def test_an_officer_writes_down_the_things_and_opens_it(people, stage):
    made = build.exercise(stage, things=[])
    client, url = signed_in(people.ola), made.get_url("exercise_items")
    rows = {"title_1": "Hot meals", "summary_1": "At noon.", "title_3": "A low price", "version": made.version}
    nameless = client.post(url, rows | {"summary_4": "Words."})
    assert (nameless.status_code, nameless.context["form"].errors) == (
        422, {"title_4": ["Say what it is called, or take these words away, too."]},
    )  # fmt: skip
    answer = client.post(url, rows | {"more": "yes"}, follow=True)
    assert (said(answer), answer.redirect_chain[-1][0]) == (["The things to put in order are saved."], url)
    assert [str(item) for item in made.items.all()] == ["Hot meals", "A low price"]
    stale = client.post(url, rows)
    assert (stale.status_code, "This is saved now:" in words(stale)) == (409, True)
    answer = client.post(made.get_url("exercise_opening"), follow=True)
    assert said(answer) == ["It is open. Everybody who takes part can give a ballot now."]


def test_a_member_gives_and_changes_a_ballot_and_nobody_else_sees_it(people, asked):
    client, url = signed_in(people.mia), asked.get_url("exercise_ballot")
    sent = typed(asked, "1", "", "2")
    answer = client.post(url, sent, follow=True)
    assert said(answer) == ["Your ballot is in. You can change it until this is closed."]
    assert ("1: Hot meals" in words(answer), "2: More choice" in words(answer)) == (True, True)
    client.post(url, sent)  # the second click of a double one
    assert asked.turnout.users == 1
    assert "1: Hot meals" not in words(signed_in(people.ann).get(asked.get_absolute_url()))
    client.post(url, typed(asked, "2", "2", "", version="1"))
    assert sorted(asked.ballot_of(people.mia).content.values()) == [2, 2]
    assert client.post(url, typed(asked, "1", version="1")).status_code == 409


@pytest.mark.parametrize(
    ("method", "values", "sentence"),
    [
        ("points", ("6", "5", ""), "You have 7 points to give, and this is 11."),
        ("points", ("8", "", ""), "Enter 7 or less."),
        ("rank", ("", "", ""), "Choose at least one thing, or tick that you do not choose."),
    ],
)
def test_what_cannot_be_counted_comes_back_with_a_sentence(people, stage, method, values, sentence):
    asked = build.open_exercise(stage, method=method)
    answer = signed_in(people.mia).post(asked.get_url("exercise_ballot"), typed(asked, *values))
    assert answer.status_code == 422
    assert [problem.sentence for problem in answer.context["form"].problems] == [sentence]


def test_pairs_are_asked_one_by_one_and_abstaining_is_a_tick(people, stage):
    asked = build.open_exercise(stage, method="pairs")
    hot, price, choice = asked.items.all()
    pairs = {f"pair_{hot.pk}_{price.pk}": "second", f"pair_{hot.pk}_{choice.pk}": "level"}
    client, url = signed_in(people.mia), asked.get_url("exercise_ballot")
    answer = client.post(url, {**pairs, "token": str(uuid.uuid4())}, follow=True)
    assert "A low price matters more than Hot meals" in words(answer)
    assert "Hot meals and More choice matter the same" in words(answer)
    form = client.get(url).context["form"]
    assert [form[name].value() for name in form.asked] == ["second", "level", ""]
    client.post(url, {"is_abstention": "on", "token": str(uuid.uuid4()), "version": "1"})
    assert asked.ballot_of(people.mia).is_abstention


@pytest.mark.req("R45", "R70")
def test_a_convenor_prints_ballots_and_puts_in_what_came_back(people, asked):
    client = signed_in(people.cove)
    made = client.post(asked.get_url("exercise_paper"), {"participant": people.users.pk, "number": "2"}, follow=True)
    assert said(made) == ["2 ballots are ready to print."]
    (_run, pdf), *_ = made.context["runs"]
    first, second = (sheet.code for sheet in asked.paper_runs.get().sheets.all())
    for url in (pdf, f"{pdf}?size=large"):
        print_ = text_of(client.get(url).content)
        wanted = ("What matters most?", "Hot meals", reference.in_print(first), reference.in_print(second), "Cove")
        assert [words_ for words_ in wanted if words_ not in print_] == []
    url = asked.get_url("exercise_keying")
    answer = client.post(url, keyed(asked, "1", "2", code=reference.in_print(first).lower()), follow=True)
    assert f"The ballot {reference.in_print(first)} from Meals Voice is put in. Go on with the next one." in words(
        answer
    )
    assert [answer.context["form"][name].value() for name in item_names(asked)] == [None] * 3
    twice = client.post(url, keyed(asked, "1", code=first))
    assert (twice.status_code, "The ballot with this code is in already." in words(twice)) == (409, True)
    wrong = client.post(url, keyed(asked, "1", code="BCDFGHK"))
    assert (wrong.status_code, "code" in wrong.context["form"].errors) == (422, True)
    client.post(url, keyed(asked, "1", given_by=people.mia.pk))
    assert asked.turnout.users == 2
    assert "Mia has given a ballot already." in words(client.post(url, keyed(asked, "1", given_by=people.mia.pk)))


def test_a_convenor_reaches_no_paper_of_others(people, asked):
    run = asked.print_paper(people.ann, people.providers, 1)
    code = run.sheets.get().code
    assert signed_in(people.cove).get(asked.get_url("exercise_paper_pdf", run.pk)).status_code == 404
    refused = signed_in(people.cove).post(asked.get_url("exercise_keying"), keyed(asked, "1", code=code))
    assert refused.context["form"].errors == {
        "code": ["There is no ballot of this exercise with this code that you may put in."]
    }
    officer = signed_in(people.ola)
    nowhere = officer.post(asked.get_url("exercise_keying"), keyed(asked, "1"))
    assert list(nowhere.context["form"].errors) == ["participant"]
    assert officer.post(asked.get_url("exercise_keying"), keyed(asked, "1", code=code)).status_code == 302


@pytest.mark.req("R45")
def test_it_is_closed_after_a_last_look_and_everybody_sees_both_sides(people, asked):
    build.ballot(asked, people.mia, people.users, "Hot meals", "A low price")
    build.ballot(asked, people.pat, people.providers, "A low price", "Hot meals")
    nobody = signed_in()
    sealed = nobody.get(asked.get_url("exercise_results"))
    assert (sealed.status_code, "This is still sealed." in words(sealed)) == (403, True)
    officer = signed_in(people.ola)
    assert "Ballots from users: 1. Ballots from professionals: 1." in words(
        officer.get(asked.get_url("exercise_closing"))
    )
    officer.post(asked.get_url("exercise_closing"))
    page = words(nobody.get(asked.get_url("exercise_results")))
    for sentence in (
        "Side by side", "Putting in order (Borda count)", "Professionals: 1 lower", "only 1 ballot.",
        "The two sides agree a little more than they differ.", "Kendall’s tau-b", "Meals Voice",
    ):  # fmt: skip
        assert sentence in page


@pytest.mark.req("R45")
def test_the_list_is_agreed_with_a_reason_for_each_difference_and_stands_beside_both(people, stage, asked):
    build.ballot(asked, people.mia, people.users, "Hot meals", "A low price", "More choice")
    build.ballot(asked, people.pat, people.providers, "A low price", "Hot meals", "More choice")
    asked.close(people.ann)
    hot, price, choice = asked.items.all()
    client, url = signed_in(people.ola), asked.get_url("priorities_agreed")
    sent = {f"place_{hot.pk}": "1", f"place_{price.pk}": "2", f"place_{choice.pk}": "2"}
    refused = client.post(url, sent)
    assert refused.context["form"].errors == {
        f"why_{hot.pk}": ["Professionals put “Hot meals” at 2. Say why the agreed place differs."],
        f"why_{price.pk}": ["Professionals put “A low price” at 1. Say why the agreed place differs."],
        f"why_{choice.pk}": [
            "The two sides put “More choice” at 3 and at 3. Say why the agreed place differs."],
        f"place_{choice.pk}": ["Two things have this place. Give each a place of its own."],
    }  # fmt: skip
    good = sent | {
        f"place_{choice.pk}": "3",
        f"why_{hot.pk}": "Users come first.",
        f"why_{price.pk}": "So it is second.",
    }
    assert said(client.post(url, good, follow=True)) == ["The agreed list is there: 3 priorities."]
    assert client.post(url, good).status_code == 403
    here = [stage.cycle.slug, stage.kind_slug]
    for name in ("stage_work", "stage_report"):
        page = words(signed_in().get(reverse(name, args=here)))
        assert [
            one for one in ("Side by side", "Users come first.", "From users: only 1 ballot.") if one not in page
        ] == []
    assert "Users come first." in text_of(signed_in().get(reverse("stage_report_pdf", args=here)).getvalue())


def test_an_open_exercise_waits_on_the_first_page_until_one_has_answered(people, asked):
    wanted = "Say what matters most: “What comes first”"

    def waits(person):
        return [row.sentence for row in signed_in(person).get("/").context["waiting"] if row.sentence == wanted]

    assert [waits(person) for person in (people.mia, people.zoe)] == [[wanted], []]
    build.ballot(asked, people.mia, people.users, "Hot meals")
    assert waits(people.mia) == []


def test_the_officers_are_told_when_its_day_has_come(people, asked):
    wanted = "Close it when its day is over, and count: “What comes first”"
    sentences = {name: [row.sentence for row in signed_in(getattr(people, name)).get("/").context["waiting"]]
                 for name in ("ola", "bea")}  # fmt: skip
    assert (wanted in sentences["ola"], wanted in sentences["bea"]) == (True, False)


def test_pages_ask_as_often_at_any_number_of_ballots(people, stage, asked):
    build.ballot(asked, people.mia, people.users, "Hot meals")
    closed = build.open_exercise(stage, title="Counted")
    build.ballot(closed, people.mia, people.users, "Hot meals")
    closed.close(people.ann)
    urls = (
        asked.get_absolute_url(),
        closed.get_url("exercise_results"),
        reverse("stage_work", args=[stage.cycle.slug, "priorities"]),
    )
    before = [queries(signed_in(people.ann), url) for url in urls]
    for _number in range(5):
        build.on_paper(asked, "A low price", "Hot meals")
    type(closed).objects.filter(pk=closed.pk).update(state="open", closed_at=None)
    closed.refresh_from_db()
    for _number in range(5):
        build.on_paper(closed, "A low price", "Hot meals")
    closed.close(people.ann)
    assert [queries(signed_in(people.ann), url) for url in urls] == before
