"""What those need whom one writes to, where one answers them: only beside a name that the writer is told anyway."""

from people.models import Circle
from people.needs import needs_of


def needs_of_giver(contribution, writer):
    """What the one who gave it lets whoever writes to them know; nothing where they keep their name (R71)."""
    if not contribution.tells_name_to(writer):
        return []
    return needs_of([contribution.given_by_id], writer, Circle.WRITERS)[contribution.given_by_id]


def with_needs(answers, reader):
    """These answers that go back by hand, each with the `needs` of whom it goes to; one query."""
    givers = {answer.contribution.given_by_id for answer in answers} - {None}
    found = needs_of(givers, reader, Circle.WRITERS)
    for answer in answers:
        said = answer.contribution
        answer.needs = found[said.given_by_id] if said.tells_name_to(reader) else []
    return answers
