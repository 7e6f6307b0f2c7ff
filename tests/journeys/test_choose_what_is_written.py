"""A member chooses what is written to her by e-mail."""

from people.models import Person


def test_a_member_asks_for_no_more_letters(visitor, cast):
    visitor.becomes(cast.mia)
    visitor.follows_beginning("About you")
    visitor.follows("What we write to you by e-mail")
    visitor.sees("Our e-mails go to mia@example.org.")
    visitor.chooses("What shall we write to you?", "Nothing")
    visitor.presses("Save my choice")
    visitor.is_told("Your choice is saved.")
    assert Person.objects.get(pk=cast.mia.pk).post == "never"
