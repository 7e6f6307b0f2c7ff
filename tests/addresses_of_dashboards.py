"""The addresses of dashboards, and of the part of an authority that runs a cycle: a part of `tests.addresses`."""

from .addresses_of_talk import row

FIGURES = (
    "overdue",
    "disputed",
    "out-of-date",
    "late",
    "to-review",
    "day-came",
    "ended",
    "to-sign",
    "exercises",
    "no-such",
)


def addresses_of_dashboards(world):
    """The dashboard of a cycle and of all cycles, its print, its file, and the lists behind its figures."""
    cast, hidden = world.cast, world.hidden_cycle
    for of, key in (("cycle", cast.cycle.slug), ("organisation", cast.council.pk)):
        yield row(f"{of}_dashboard", "", [key])
        yield row(f"{of}_dashboard_pdf", "", [key])
        yield row(f"{of}_dashboard_pdf", "large", [key], {"size": "large"})
        yield row(f"{of}_dashboard_csv", "", [key])
        for figure in FIGURES:
            yield row(f"{of}_dashboard_list", figure, [key, figure])
    for of, key, query in (
        ("cycle", hidden.slug, None),
        ("organisation", cast.council.pk, {"part": hidden.directorate_id}),
    ):
        yield row(f"{of}_dashboard", "hidden", [key], query)
        yield row(f"{of}_dashboard_csv", "hidden", [key], query)
        yield row(f"{of}_dashboard_list", "hidden", [key, "ended"], query)
    yield row("organisation_dashboard", "of a provider", [cast.provider.pk])
    yield row("cycle_directorate", "", [cast.cycle.slug], form={"name": "Adult services"})
    yield row("cycle_directorate", "hidden", [hidden.slug], form={"name": ""})
