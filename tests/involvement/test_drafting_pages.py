"""Writing a draft on its pages: the words, the parties, putting it before them; and what others may not see."""

import pytest

from involvement.models import Agreement
from tests import build

from .pages import address, get, links, post, words

pytestmark = pytest.mark.django_db

WORDS = build.WORDS | {"answer_days": "10", "decides_on_day": "23", "decides_on_month": "1", "decides_on_year": "2027"}
TERMS = build.TERMS | {"must_sign": "yes", "hours_asked": "6", "seen": ""}


@pytest.fixture
def stage(cast):
    return build.begin(cast.stage("needs"))


@pytest.fixture
def draft(cast, stage):
    return Agreement.draft(stage, cast.ann)


def stored(draft):
    return Agreement.objects.get(pk=draft.pk)


def test_an_officer_makes_the_draft_with_one_button_and_a_second_press_finds_it(cast, stage):
    for _each in range(2):
        answer = post(cast.ann, "agreement_draft", stage)
        assert (answer.status_code, answer.url) == (302, address("agreement_words", stage))
    assert Agreement.objects.in_stage(stage).count() == 1


def test_others_are_told_that_drafting_is_for_officers(cast, stage):
    answer = post(cast.bea, "agreement_draft", stage)
    assert answer.status_code == 403
    assert "Only the officers who run this cycle can do this." in words(answer)


def test_the_pages_of_a_draft_do_not_exist_for_anybody_but_its_officers(cast, stage, draft):
    for person in (cast.bea, cast.cove, cast.cara, cast.pat, cast.zoe):
        assert get(person, "agreement_words", stage).status_code == 404
        assert get(person, "agreement_party", stage, cast.users.pk).status_code == 404
        assert post(person, "agreement_words", stage, **WORDS, revision=1).status_code == 404
        assert post(person, "agreement_party", stage, cast.users.pk, **TERMS).status_code == 404
        assert post(person, "agreement_party_end", stage, cast.users.pk).status_code == 404
        assert post(person, "agreement_proposal", stage).status_code == 404
    assert get(None, "agreement_words", stage).status_code == 302
    assert stored(draft).purpose == ""


@pytest.mark.req("R9", "R11", "R12")
def test_an_officer_writes_what_is_open_what_is_fixed_and_why_and_what_it_is_not(cast, stage, draft):
    page = words(get(cast.ola, "agreement_words", stage))
    for question in ("What this stage is for", "What you can change", "What is fixed", "Why it is fixed"):
        assert question in page
    assert page.count("For example") == 9
    answer = post(cast.ola, "agreement_words", stage, **WORDS, revision=draft.revision)
    assert (answer.status_code, answer.url) == (302, address("stage", stage))
    now = stored(draft)
    assert {name: getattr(now, name) for name in build.WORDS} == build.WORDS
    assert (now.answer_days, f"{now.decides_on}", now.revision) == (10, "2027-01-23", 2)


def test_words_may_be_saved_half_written(cast, stage, draft):
    answer = post(cast.ola, "agreement_words", stage, purpose="To begin with.", answer_days="15", revision=1)
    assert (answer.status_code, stored(draft).purpose) == (302, "To begin with.")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("answer_days", "0", "Enter 1 or more."),
        ("answer_days", "soon", "Enter a whole number, like 12."),
        ("purpose", "x" * 2001, "Use 2000 characters or fewer. You used 2001."),
        ("decides_on_day", "32", "Enter a real date"),
        ("revision", "", "Fill in"),
    ],
)
def test_words_that_cannot_be_taken_stay_on_the_page_with_the_reason(cast, stage, draft, name, value, sentence):
    answer = post(cast.ann, "agreement_words", stage, **WORDS | {"revision": 1, name: value})
    assert answer.status_code == 422
    assert "There is a problem" in words(answer)
    assert sentence in words(answer)
    assert build.WORDS["who_decides"] in words(answer)
    assert stored(draft).purpose == ""


def test_two_writers_meet_with_both_texts_and_the_second_save_works(cast, stage, draft):
    post(cast.ann, "agreement_words", stage, **WORDS | {"purpose": "Ann's words."}, revision=1)
    answer = post(cast.ola, "agreement_words", stage, **WORDS | {"purpose": "Ola's words."}, revision=1)
    assert answer.status_code == 409
    page = words(answer)
    assert "What is saved now Ann's words. What you wrote Ola's words." in page
    form = answer.context["form"]
    assert (form["purpose"].value(), str(form["revision"].value())) == ("Ola's words.", "2")
    again = post(cast.ola, "agreement_words", stage, **WORDS | {"purpose": "Both."}, revision=form["revision"].value())
    assert (again.status_code, stored(draft).purpose) == (302, "Both.")


def test_words_that_come_after_the_proposal_are_not_lost(cast, stage, draft):
    build.proposed(stage)
    answer = post(cast.ola, "agreement_words", stage, **WORDS | {"purpose": "Too late."}, revision=1)
    assert answer.status_code == 409
    assert "This agreement has been proposed, so its words stand." in words(answer)
    assert "Too late." in words(answer)
    assert get(cast.ola, "agreement_words", stage).status_code == 403


@pytest.mark.req("R16", "R17")
def test_an_officer_names_a_party_with_its_terms_and_its_level_of_influence(cast, stage, draft):
    page = words(get(cast.ann, "agreement_party", stage, cast.users.pk))
    assert "Influences What it says must be weighed and answered. Others decide." in page
    assert "Put nobody down as owning it who has not said yes." in page
    answer = post(cast.ann, "agreement_party", stage, cast.users.pk, **TERMS)
    assert (answer.status_code, answer.url) == (302, address("stage", stage))
    party = draft.parties.terms_of(cast.users)
    assert {name: getattr(party, name) for name in build.TERMS} == build.TERMS
    assert (party.hours_asked, party.must_sign) == (6, True)


def test_terms_that_are_missing_are_asked_for(cast, stage, draft):
    answer = post(cast.ann, "agreement_party", stage, cast.users.pk, role="Keeps its role")
    assert answer.status_code == 422
    for sentence in ("Choose an answer for “Level of influence”.", "Fill in “May not”.", "Fill in “Speaks for”."):
        assert sentence in words(answer)
    assert answer.context["form"]["role"].value() == "Keeps its role"
    assert draft.parties.count() == 0


def test_two_writers_of_one_partys_terms_meet_with_both(cast, stage, draft):
    post(cast.ann, "agreement_party", stage, cast.users.pk, **TERMS | {"may": "Ann's words."})
    answer = post(cast.ola, "agreement_party", stage, cast.users.pk, **TERMS | {"may": "Ola's words."})
    assert answer.status_code == 409
    assert "What is saved now Ann's words. What you wrote Ola's words." in words(answer)
    seen = answer.context["form"]["seen"].value()
    again = post(cast.ola, "agreement_party", stage, cast.users.pk, **TERMS | {"may": "Both.", "seen": seen})
    assert (again.status_code, draft.parties.terms_of(cast.users).may) == (302, "Both.")


def test_only_who_takes_part_in_this_cycle_can_be_a_party(cast, stage, draft):
    elsewhere = build.users(build.cycle(title="Another"))
    assert get(cast.ann, "agreement_party", stage, elsewhere.pk).status_code == 404
    assert get(cast.ann, "agreement_party", stage, 999999).status_code == 404


def test_an_officer_takes_a_party_out_again(cast, stage, draft):
    post(cast.ann, "agreement_party", stage, cast.users.pk, **TERMS)
    assert post(cast.ann, "agreement_party_end", stage, cast.users.pk).status_code == 302
    assert post(cast.ann, "agreement_party_end", stage, cast.users.pk).status_code == 404
    assert draft.parties.count() == 0


def test_proposing_says_what_is_missing(cast, stage, draft):
    build.readiness(stage)
    answer = post(cast.ann, "agreement_proposal", stage)
    assert answer.status_code == 403
    assert "Write “what this stage is for” before you propose the agreement." in words(answer)


@pytest.mark.req("R9")
def test_from_nothing_to_a_proposed_agreement_by_pages_alone(cast, stage):
    post(cast.ann, "readiness_new", stage, users="yes", capacity="yes", maturity="yes", candour="yes", seen=0)
    post(cast.ann, "agreement_draft", stage)
    post(cast.ann, "agreement_words", stage, **WORDS, revision=1)
    assert "users&#x27; group" in get(cast.ann, "stage", stage).content.decode()
    for participant in (cast.users, cast.commissioners):
        post(cast.ann, "agreement_party", stage, participant.pk, **TERMS)
    assert address("agreement_proposal", stage) in links(get(cast.ann, "stage", stage))
    answer = post(cast.ann, "agreement_proposal", stage)
    assert (answer.status_code, answer.url) == (302, address("stage", stage))
    assert "Version 1 waits for the answer of" in words(get(cast.bea, "stage", stage))
    assert post(cast.ann, "agreement_proposal", stage).status_code == 404


def test_a_page_that_only_takes_a_press_is_not_opened(cast, stage, draft):
    for name, more in (("agreement_draft", ()), ("agreement_proposal", ()), ("agreement_party_end", (cast.users.pk,))):
        assert get(cast.ann, name, stage, *more).status_code == 405


# --- Advice beside the text -------------------------------------------------------------------------------------------

LONG = "We will talk with you about " + "meals and " * 10 + "about what they cost."


@pytest.mark.req("R84")
def test_beside_each_text_of_the_draft_stands_how_it_reads(cast, stage, draft):
    build.draft(stage, purpose=LONG, fixed="Stakeholders decide.")
    page = words(get(cast.ann, "agreement_words", stage))
    assert (
        "This sentence has 30 words: “We will talk with you about meals and meals and meals and …”. Can it be two?"
        in page
    )
    assert "“Stakeholders”: say “the people concerned”." in page
    assert page.count("Reads well.") == 3
    refused = words(post(cast.ann, "agreement_words", stage, is_not="We utilise it.", answer_days="x"))
    assert "“utilise”: say “use”." in refused


def test_the_second_button_saves_the_words_and_comes_back_to_them(cast, stage, draft):
    sent = WORDS | {"purpose": LONG, "revision": "1", "come_back": "yes"}
    answer = post(cast.ann, "agreement_words", stage, **sent)
    assert (answer.status_code, answer.url) == (302, address("agreement_words", stage))
    assert stored(draft).purpose == LONG


def test_the_second_button_saves_a_partys_terms_and_comes_back_to_them(cast, stage, draft):
    sent = TERMS | {"may": "Utilise the form.", "come_back": "yes"}
    answer = post(cast.ann, "agreement_party", stage, cast.users.pk, **sent)
    assert answer.url == address("agreement_party", stage, cast.users.pk)
    assert "“Utilise”: say “use”." in words(get(cast.ann, "agreement_party", stage, cast.users.pk))


def test_advice_stops_nobody(cast, stage, draft):
    hard = "Stakeholders utilise methodologies. " * 20
    answer = post(cast.ann, "agreement_words", stage, **WORDS | {"purpose": hard, "revision": "1"})
    assert (answer.status_code, stored(draft).purpose) == (302, hard.strip())
