"""The addresses of decisions, their register and papers, call-ins, and what shows that people were asked fairly."""

from .addresses_of_talk import row

OUTCOME = {
    "outcome": "sent back", "settled_by": "The scrutiny committee", "because": "People had no time.",
    "settled_on_day": "6", "settled_on_month": "2", "settled_on_year": "2023",
}  # fmt: skip


def addresses_of_decisions(world):
    """The register and the four tests, of a cycle and of a hidden one; the papers of a decision in every openness."""
    cycle, hidden = world.cast.cycle.slug, world.hidden_cycle.slug
    for where, situation in ((cycle, ""), (hidden, "hidden")):
        for name in ("decisions", "decisions_file", "lawful", "lawful_pdf"):
            yield row(name, situation, [where])
    for openness in ("public", "involved", "withheld"):
        made = world.records["decision", openness]
        yield row("decision_papers", openness, [cycle, "decision", made.pk])
        yield row("decision_papers_pdf", openness, [cycle, "decision", made.pk])
    yield row("decision_papers", "of another kind", [cycle, "needs", world.records["decision", "public"].pk])
    for situation, made in world.call_ins.items():
        yield row("call_in_outcome", situation, [cycle, "decision", made.pk], form=OUTCOME)
        yield row("record", f"call-ins {situation}", [cycle, "decision", made.SLUG, made.pk])
