"""What one officer hands over to the other: once read, and once still waiting to be read."""

from cycle.models import HandOver


def needs_to_strategy(case):
    """Owen knows what stands behind the list of needs; Ann goes on with it, and says what she takes from it."""
    given = HandOver.give(
        case.people.owen, case.stage("needs"), case.people.ann, case.stage("strategy"),
        outputs="The list of needs, and the notes of the visits and phone calls that it came from.",
        thinking="We wrote each need in the words in which it was said. "
        "Where the groups and we did not agree, both stand on the list.",
        still_open="We have not heard from people who stopped getting meals.",
        look_out_for="The lunch club. Most of its people may need meals soon, and have no computer.",
    )  # fmt: skip
    given.receive(
        case.people.ann,
        "I start from the knock on the door, because so many named it. I still need to know who stopped, and why.",
    )


def monitoring_to_review(case):
    """Ann hands over to Owen what she saw; he has not read it yet."""
    HandOver.give(
        case.people.ann, case.stage("monitoring"), case.people.owen, case.stage("review"),
        outputs="Measures in the words of users beside ours, and the notes of a visit by users.",
        thinking="We chose what people feel at the first bite. A number alone did not tell us what was wrong.",
        still_open="People wait for answers, and one answer is late.",
        look_out_for="The people who eat frozen meals. They are few, and we hear least from them.",
    )  # fmt: skip
