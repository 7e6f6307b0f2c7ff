"""A member looks at what is kept about her, and asks to be forgotten."""

from people.models import Person


def test_a_member_asks_to_be_forgotten(visitor, cast):
    visitor.becomes(cast.mia)
    visitor.follows_beginning("About you")
    visitor.follows("What we keep about you, and being forgotten")
    visitor.sees("What we keep about you")
    visitor.follows("Ask to be forgotten")
    visitor.sees("What would happen")
    visitor.chooses("What shall become of what you said?", "My words stay, under a number")
    visitor.ticks("I know that this cannot be undone")
    visitor.presses("Forget me")
    visitor.is_told("You are forgotten here. In the record stands “Member 1” now.")
    assert Person.objects.get(pk=cast.mia.pk).name == "Member 1"
