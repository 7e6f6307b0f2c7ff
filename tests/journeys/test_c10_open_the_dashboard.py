"""C10: a commissioner opens the dashboard of her directorate, follows its figures to their lists, and prints it."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from feedback.models import Contribution
from tests import build
from tests.pdf.structure import text_of


@pytest.fixture
def two_cycles(cast):
    """Two cycles of one directorate: in each something is overdue or late, and people have placed a stage."""
    long_ago = timezone.localdate() - timedelta(days=12)
    for title, late in (("Meals at home", 2), ("Rides to the doctor", 1)):
        made = build.cycle(cast.ann, cast.council, title=title, directorate="Adult services")
        build.admit(made, cast.meals_voice)
        needs = build.opened(made, "needs")
        for number in range(late):
            said = build.contribution(needs, text=f"{title}: thing {number + 1}.")
            Contribution.objects.filter(pk=said.pk).update(due_on=long_ago)
        build.late_promise(needs)
        build.stance(needs)
    build.budget_cut(made)
    build.placed(needs, build.members(made, 5), "says")


@pytest.mark.req("R82", "R78", "R23")
def test_a_commissioner_opens_the_dashboard_of_her_directorate(visitor, cast, two_cycles):
    visitor.becomes(cast.ann)
    visitor.follows("Dashboard: all cycles of Valley Council in figures", "Adult services")
    visitor.sees("Dashboard: Adult services", "Meals at home", "Rides to the doctor")
    visitor.sees("3 answers are overdue.", "the oldest by 12 days", "2 promises are late.", "Open and willing: 1 stage")
    visitor.sees("Says it is open, but is not: 5 people", "Too few to show", "Meals Voice")
    text = text_of(visitor.reads_print("This page as a PDF, to print"))
    assert [words for words in ("Adult services", "3 answers are overdue.", "Meals at home") if words not in text] == []
    address = visitor.page.get_by_role("link", name="The numbers as a table in a file (CSV)").get_attribute("href")
    rows = list(csv.DictReader(io.StringIO(visitor.page.context.request.get(address).text().removeprefix("\ufeff"))))
    assert [(row["cycle"], row["overdue"]) for row in rows] == [("Rides to the doctor", "1"), ("Meals at home", "2")]

    visitor.follows("3 answers are overdue.")
    visitor.sees("Answers that are overdue", "Meals at home: thing 1.", "Meals at home: thing 2.")
    visitor.follows("Rides to the doctor: thing 1.")
    visitor.sees("Answer overdue")

    visitor.leaves()
    visitor.follows("Meals at home", "Dashboard: this cycle in figures", "2 answers are overdue.")
    visitor.sees("Meals at home: thing 1.", "Meals at home: thing 2.")
