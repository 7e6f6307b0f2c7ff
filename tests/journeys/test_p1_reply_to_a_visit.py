"""P1: a provider gives evidence, and replies to what users found, with its interest beside it (R34, R58, R60)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import build

from . import steps

MONITORING = "Monitoring and evaluation of user involvement"
ROOM, BRINGING = "What is watched, and what is found", "Bringing it about"


@pytest.fixture
def finding(cast):
    """What users found on a visit to the provider of pat, who has to reply."""
    stage = build.opened(cast.cycle, "monitoring")
    said = {"title": "A morning in the van", "visited": cast.providers, "went": [cast.users]}
    visit = build.record(stage, model=stage.kind.record_named("visits"), **said)
    return build.record(
        stage, model=stage.kind.record_named("visit-findings"), title="The driver runs", visit=visit, sort="change",
        replies_from=cast.providers, reply_by=timezone.localdate() + timedelta(days=9),
    )  # fmt: skip


def fits(visitor):
    """Whether nothing of the page lies beside a window that is 320 px wide."""
    with visitor.at_width(320):
        return visitor.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.req("R34", "R60")
def test_a_provider_replies_with_its_interest_beside_it_and_corrects_itself(visitor, cast, finding):
    visitor.becomes(cast.pat).page.goto("/")
    visitor.follows("Reply to what a visit found: “The driver runs”")
    visitor.sees("You say it for Hot Plate Ltd.")
    visitor.writes("In your own words", "The round is too long.")
    visitor.presses("Send it")
    visitor.is_asked_again("Fill in “What do you gain or lose by it?”.")
    visitor.writes("What do you gain or lose by it?", "We earn more when a round is short.")
    visitor.presses("Send it")
    visitor.is_told("Your reply stands beside what was found.")
    visitor.presses("Correct the reply")
    visitor.writes("In your own words", "The round has four doors too many.")
    visitor.writes("What do you gain or lose by it?", "We earn more when a round is short.")
    visitor.writes("Why do you say it anew?", "We counted.")
    visitor.presses("Send it")
    visitor.is_told("Your reply stands beside what was found.")

    steps.goes_to(visitor.becomes(cast.ann), MONITORING, ROOM, "The driver runs")
    visitor.presses("Change this")
    visitor.chooses("What came of it", "Something was changed in how the service is made")
    visitor.writes("What was changed", "Four doors went to another round.")
    visitor.writes("Why do you change it?", "The provider has replied.")
    visitor.presses("Save the change")

    steps.goes_to(visitor.leaves(), MONITORING, ROOM)
    visitor.sees("The round has four doors too many.", "What Hot Plate Ltd gains or loses: We earn more when")
    visitor.sees("Four doors went to another round.")
    visitor.follows("The driver runs")
    visitor.sees("The round is too long.", "Why it was said anew: We counted.")
    assert fits(visitor)


@pytest.mark.req("R57", "R58")
def test_what_the_front_line_sees_leads_back_to_the_decision(visitor, cast):
    deciding, stage = build.opened(cast.cycle, "decision"), build.opened(cast.cycle, "implementation")
    build.record(deciding, title="Frozen when asked for")
    deciding.finish(cast.ann)
    steps.goes_to(visitor.becomes(cast.pat), "Implementation", BRINGING)
    visitor.follows("You work there? Say what does not work, and how you know")
    visitor.chooses("What is it?", "An experience")
    visitor.writes("What do you want to say?", "Trays go soft on hot days. I counted eleven in a week.")
    visitor.presses("Check what you wrote")
    visitor.presses("Send it")

    report = build.record(
        stage, model=stage.kind.record_named("front-line"), title="Trays go soft", asks="look again",
        decision=deciding.kind.record.objects.get(), reported_by=cast.providers, led_to="open",
    )  # fmt: skip
    steps.goes_to(visitor.becomes(cast.ann), "Implementation", BRINGING, "Trays go soft")
    visitor.presses("Look at the decision again")
    visitor.writes("Why is the decision looked at again?", "The front line counted.")
    visitor.presses("Begin a new round")
    visitor.is_told("A new round of “Decision” has begun. It names this report as its cause.")
    visitor.leaves().page.goto(report.get_absolute_url())
    visitor.sees("Decision, round 2, began because of this report.", "The front line counted.")
