"""An officer hides a photo that shows somebody, in the open; the giver is told, and everybody else reads why (R71)."""

import pytest

from tests import build
from tests.build import giving

from . import steps

SENTENCE = "The part is hidden. All can read your reason in its place."


@pytest.mark.req("R71")
def test_an_officer_hides_a_photo_and_everybody_reads_why(visitor, cast):
    needs = build.opened(cast.cycle, "needs")
    said = build.contribution(needs, cast.mia, text="Look at my plate.")
    giving.attachment(cast.mia, said, description="My neighbour at table")
    steps.goes_to(visitor.becomes(cast.ola), "Needs assessment", "What people said (1)")
    visitor.follows(str(said))
    visitor.follows_beginning("Hide this file")
    visitor.writes("Why?", "a face")
    visitor.presses("Hide it")
    visitor.is_told(SENTENCE)
    visitor.sees("My neighbour at table", "Hidden from others", "Hidden parts")

    visitor.leaves()
    steps.goes_to(visitor.becomes(cast.bea), "Needs assessment", "What people said (1)")
    visitor.follows(str(said))
    visitor.sees("[hidden: a face]")
    assert "neighbour" not in visitor.page.content()

    visitor.leaves()
    visitor.becomes(cast.mia).follows("A part of what you said is hidden: a face")
    visitor.sees("My neighbour at table")
    visitor.follows_beginning("Say why this part should be read")
    visitor.writes("Why should this part be read?", "She said yes.")
    visitor.presses("Send")
    visitor.sees("She said yes.")
