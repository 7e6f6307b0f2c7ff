"""The register of contracts: frozen meals from a firm, hot meals in-house, and the same questions to both (R61)."""

from datetime import date
from decimal import Decimal

FROZEN = (
    {
        "title": "You can open the tray with your own hands",
        "summary": "The tray opens at a corner, without scissors.", "sort": "promise",
        "measure": "Thirteen people at the lunch club open one tray each.", "target": "Twelve of thirteen",
        "how_often": "half-yearly", "number_in_contract": "4.1",
    },
    {
        "title": "You can read the label", "summary": "Large print, in Welsh and in English.", "sort": "promise",
        "measure": "Users read the day out loud.", "target": "Everybody who reads at all", "how_often": "half-yearly",
        "number_in_contract": "4.2",
    },
    {
        "title": "Your meals come on their day", "summary": "The freezer is filled on the day that was said.",
        "sort": "kpi", "measure": "The team notes each delivery.", "target": "19 of 20 on their day",
        "how_often": "quarterly", "number_in_contract": "6.1",
    },
    {
        "title": "The firm asks you, and says what it heard",
        "summary": "Twice a year it asks everybody who eats its meals, and tells all what it changed.",
        "sort": "feedback", "measure": "The answers come to Meals Voice as they are.", "target": "Twice a year",
        "how_often": "half-yearly", "number_in_contract": "7.1",
    },
)  # fmt: skip
HOT = (
    {
        "title": "The kitchens ask you, and say what they heard",
        "summary": "The same is asked of our own kitchens as of the firm.", "sort": "feedback",
        "measure": "The answers come to Meals Voice as they are.", "target": "Twice a year",
        "how_often": "half-yearly",
    },
    {
        "title": "Your meal is hot when you lift the lid",
        "summary": "It counts what you feel at the first bite, and not what the van shows.", "sort": "promise",
        "measure": "Meals Voice rings ten members each month.", "target": "Nine of ten", "how_often": "quarterly",
    },
)  # fmt: skip


def play(case, stage, tender):
    """Two entries in the register with their clauses, and the first reading of a promise."""
    frozen = case.put(
        stage, into="contracts", title="Frozen meals", summary="Frozen meals for those who ask for them.",
        sort="contract", tender=tender, supplier="Example Frozen Meals Ltd", value=Decimal(156000),
        starts_on=date(2023, 5, 15), ends_on=date(2026, 3, 31), may_go_on_until=date(2027, 3, 31),
    )  # fmt: skip
    clauses = [case.put(stage, into="clauses", contract=frozen, **said) for said in FROZEN]
    hot = case.put(
        stage, into="contracts", title="Hot meals", summary="The council's own kitchens go on making hot meals.",
        sort="in-house", supplier="Community meals team", starts_on=date(2023, 4, 1), ends_on=date(2026, 3, 31),
    )  # fmt: skip
    for said in HOT:
        case.put(stage, into="clauses", contract=hot, **said)
    case.put(
        stage, into="clause-readings", title="Trays at the lunch club, autumn", summary="Most people opened the tray.",
        clause=clauses[0], from_day=date(2023, 6, 5), to_day=date(2023, 9, 30), measured="Twelve of thirteen",
        rating="good", users_say="Ivor: my thumb is stiff, and I got it open.",
    )  # fmt: skip
