"""V3: a convenor prints a pack for a member without internet, and puts in what she signed and wrote on paper."""

import re

import pytest
from django.utils import timezone

from feedback.digests import write
from feedback.models import Contribution, Letter, PaperForm
from people.models import Person
from tests import build
from tests.pdf.structure import text_of

from . import steps

NEEDS = "Needs assessment"


@pytest.fixture
def with_paula(cast):
    """Paula has no e-mail address; she may sign for the group, on paper."""
    build.member(build.person("Paula"), cast.meals_voice, "representative")
    return cast


@pytest.mark.req("R9", "R70")
def test_a_convenor_puts_in_a_paper_signature(visitor, with_paula):
    build.proposed(with_paula.stage("needs"))
    visitor.becomes(with_paula.cove).follows(
        f"Help Meals Voice to read the agreement and sign it or say why not: {NEEDS}",
        "Put in a paper signature for Meals Voice",
    )
    visitor.presses("Put in this signature")
    visitor.is_asked_again("Choose an answer for “Who signed?”.")
    visitor.chooses("Who signed?", "Paula")
    visitor.dates("When did they sign?", f"{timezone.localdate():%-d %-m %Y}")
    visitor.chooses("What is their answer?", "We agree, with a reservation")
    visitor.writes("In their own words", "The print was too small.")
    visitor.chooses("Did you read their answer back to them?", "Yes")
    visitor.presses("Put in this signature")
    visitor.is_told("The signature of Paula for Meals Voice is put in, with the reservation.")
    visitor.sees("The print was too small.", "Paula", "on paper, read back")


@pytest.mark.req("R68", "R70", "R82")
def test_a_convenor_puts_in_what_a_member_wrote_and_asks_her_about_the_answer(visitor, with_paula):
    build.opened(with_paula.cycle, "needs")
    steps.goes_to(visitor.becomes(with_paula.cove), NEEDS, "What people said (0)")
    visitor.follows("Put in what somebody said on paper, by phone or face to face")
    visitor.chooses("How was it said?", "On paper")
    visitor.picks("Whose words are they?", "Paula")
    visitor.chooses("What is it?", "An experience")
    visitor.writes("What did they say?", "I wait for the van at the window.")
    visitor.ticks("They agreed that this is put in")
    visitor.presses("Check what you wrote")
    visitor.sees("Everybody who takes part in this cycle sees the name Paula.")
    visitor.presses("Send it")
    visitor.sees("I wait for the van at the window.", "On paper", "Paula, Meals Voice", "Put in by", "Cove")

    build.answer(Contribution.objects.get(), with_paula.ann)
    visitor.follows("In the Round", "Ask Paula whether this is an answer: “I wait for the van at the window.”")
    visitor.sees("We have read it.")
    visitor.chooses("Does it answer", "This answers me")
    visitor.presses("Send")
    visitor.sees("Paula, Meals Voice says: “This answers me”")


@pytest.mark.req("R70", "R82")
def test_a_convenor_prints_a_pack_puts_in_what_came_back_and_brings_the_answer(visitor, with_paula):
    build.opened(with_paula.cycle, "needs")
    steps.goes_to(visitor.becomes(with_paula.cove), NEEDS, "What people said (0)")
    visitor.follows("Print paper forms")
    visitor.picks("Or a pack for one person without internet?", "Paula")
    visitor.presses("Make the forms")
    visitor.is_told("1 form is ready to print.")
    visitor.sees("in a pack for Paula")
    code = str(PaperForm.objects.get())
    pack = text_of(visitor.reads_print(re.compile(r"^Print\W+1 paper form")))
    assert [words for words in ("For Paula", "What you can change", code) if words not in pack] == []

    visitor.follows("Put in forms that came back")
    visitor.writes("Code at the top of the paper form", code)
    visitor.chooses("What is it?", "An experience")
    visitor.writes("What did they say?", "I wait for the van at the window.")
    visitor.picks("Whose words are they?", "Paula")
    visitor.ticks("They agreed that this is put in")
    visitor.presses("Put it in, and go on")
    visitor.sees("Put in today: 1")

    build.answer(Contribution.objects.get(), with_paula.ann)
    visitor.follows("In the Round", f"1 answer to bring back: {NEEDS}")
    visitor.ticks("Paula: “I wait for the van at the window.”")
    visitor.presses("Make letters for these")
    visitor.is_told("1 letter is ready to print.")
    letter = text_of(visitor.reads_print(re.compile(r"^Print the letters$")))
    assert [words for words in ("For Paula", "We have read it.", "Cut here") if words not in letter] == []
    visitor.ticks("Paula: “I wait for the van at the window.”")
    visitor.chooses("How were they brought back?", "By letter or note")
    visitor.presses("They have been told")
    visitor.is_told("1 answer was brought back.")

    visitor.follows("I have a slip from a letter")
    visitor.writes("Code on the paper", str(Letter.objects.get()))
    visitor.presses("Go on")
    visitor.chooses("What is ticked on the slip?", "This answers me")
    visitor.presses("Put it in")
    visitor.is_told("It is written down what was on the slip.")


@pytest.mark.req("R70", "R82")
def test_a_convenor_brings_what_is_new_to_a_member_who_reads_no_e_mail(visitor, with_paula):
    needs, paula = build.opened(with_paula.cycle, "needs"), Person.objects.get(name="Paula")
    build.answer(build.contribution(needs, paula, text="I wait for the van at the window."))
    assert write(paula, timezone.localdate())
    visitor.becomes(with_paula.cove).follows("1 letter with news to print: Meals Voice")
    visitor.sees("Paula, has news since")
    letter = text_of(visitor.reads_print("Print the letters in large letters"))
    wanted = ("For Paula", f"Say whether our answer answers you: {NEEDS}", "Talk to Cove")
    assert [words for words in wanted if words not in letter] == []
    assert "window" not in letter
    visitor.presses("They have their letters")
    visitor.is_told("It is written down that they have their letters.")
    visitor.follows("Letters with news, for members without e-mail")
    visitor.sees("Nobody waits for a letter with news just now.")


@pytest.mark.req("R70", "R78")
def test_a_convenor_puts_in_how_a_group_on_paper_sees_a_promise(visitor, with_paula):
    with_paula.meals_voice.memberships.filter(person=with_paula.bea).delete()
    build.concluded(build.promise(build.opened(with_paula.cycle, "needs"), what="There will be two vans."))
    visitor.becomes(with_paula.cove)
    visitor.follows("Ask your group whether this promise was kept: “There will be two vans.”")
    visitor.chooses("Who said it?", "Paula, for Meals Voice")
    visitor.chooses("Was this promise kept?", "Kept in part")
    visitor.writes("In their own words", "One van comes twice.")
    visitor.presses("Send")
    visitor.is_told("It is put in. What Paula says stands beside what the authority says.")
    visitor.sees("One van comes twice.", "Paula said it on paper or face to face, and Cove put it in.")
