"""A list for the pay office as CSV: names, references and amounts; no bank account is kept here to be taken out."""

import csv

from involvement.paying.deciding import claims_on, sums_of

from .exporting import Echo
from .guard import in_cell

COLUMNS = ("reference", "name", "e_mail", "for", "day", "fee", "costs", "total", "state")


def as_csv(payroll):
    """The list in pieces; the names of the columns are for programs, and no cell is a formula."""
    writer = csv.writer(Echo())
    yield "\ufeff" + writer.writerow(COLUMNS)
    for claim in claims_on(payroll):
        fee, costs = sums_of(claim)
        said = (
            claim.reference, claim.person.name, claim.person.email, str(claim.offer), claim.offer.day.isoformat(), fee,
            costs, fee + costs, claim.state,
        )  # fmt: skip
        yield writer.writerow([in_cell(value) for value in said])
