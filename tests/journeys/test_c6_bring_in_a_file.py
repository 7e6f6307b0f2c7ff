"""C6, second half: an officer brings in five thousand answers of another tool, mends what is wrong, does it once."""

import pytest
from playwright.sync_api import expect

from feedback.models import Contribution
from tests import build
from tests.build.moving import as_csv, survey
from tests.work import do_the_work

from . import steps

NEEDS, NUMBER = "Needs assessment", 5000


@pytest.mark.req("R68", "R70")
def test_an_officer_brings_in_a_file_of_five_thousand_answers(visitor, cast, way):
    build.opened(cast.cycle, "needs")
    steps.goes_to(visitor.becomes(cast.ola), NEEDS, "What people said (0)")
    visitor.unfolds("More that you can do here")
    visitor.follows("Bring in a file of another survey tool")
    uploads(visitor, [*survey(NUMBER - 1), ("R9999", "soon", "", "", "Idea", "Late.")])
    visitor.sees("The file holds 5000 rows.", "It looks like e-mail addresses. It is left out.")
    visitor.picks("Which group or body do they belong to?", steps.VOICE)
    visitor.presses("Go on")
    visitor.picks("“Complaint” in the column “Type”", "A concern")
    visitor.presses("Show me what will happen")
    goes_on(visitor, way, "What is wrong")
    visitor.sees("Row 5001, Submitted: “soon” is not a day that we can read.", "nothing is brought in by halves")
    visitor.follows("All files of this stage")
    uploads(visitor, survey(NUMBER))
    visitor.sees("A file with the same columns was brought into this cycle before.")
    visitor.presses("Go on")
    visitor.presses("Show me what will happen")
    goes_on(visitor, way, "All new rows come in at once")
    visitor.presses("Bring in 5000 contributions")
    visitor.is_told("The file is being brought in. You can leave this page.")
    goes_on(visitor, way, "Take all of it back")
    assert Contribution.objects.count() == NUMBER
    visitor.follows("All files of this stage")
    uploads(visitor, survey(NUMBER))
    visitor.presses("Go on")
    visitor.presses("Show me what will happen")
    goes_on(visitor, way, "Every row of this file is there already.")
    visitor.page.goto("/")
    visitor.sees("5000 contributions were brought in.")


def uploads(visitor, rows):
    """Choose a file, as the browser's own window does it, and send it."""
    file = {"name": "survey.csv", "mimeType": "text/csv", "buffer": as_csv(rows)}
    visitor.page.get_by_label("Which file?").set_input_files(file)
    visitor.presses("Upload it")


def goes_on(visitor, way, sentence):
    """The worker does its work; the page finds out by itself, or without JavaScript when it is loaded anew."""
    do_the_work()
    if way == "without JavaScript":
        visitor.page.reload()
    expect(visitor.page.get_by_role("main")).to_contain_text(sentence, timeout=30_000, use_inner_text=True)
