"""The preferred option is tried out before the cabinet decides: at a table, and in a few kitchens (made up)."""

from datetime import date


def play(case, stage, preferred):
    """A walk-through, a pilot, and three findings: two led to a change, one to a reason why not."""
    tries = stage.kind.record_named("try-outs")
    ann, parties = case.people.ann, case.parties
    table = tries.add(
        ann, stage, title="A frozen meal passed round the table",
        summary="People at the lunch club took a frozen meal in their hands, from the lid to the plate.",
        sort="walk-through", options=[preferred], held_on=date(2022, 12, 14), where="Upper Valleys Lunch Club",
        who_tried="15 people of the club, and Owen from the council", participants=[parties["lunch"]],
        what_was_tried="Opening the film, reading the label, and heating the meal.",
    )  # fmt: skip
    kitchens = tries.add(
        ann, stage, title="Frozen meals for a weekend",
        summary="A few people who get meals had frozen ones for a weekend, and told us how it went.",
        sort="pilot", options=[preferred], held_on=date(2022, 12, 17), until=date(2022, 12, 18),
        where="At home, in three valleys", who_tried="Members of Meals Voice who wanted to, and some of their families",
        participants=[parties["voice"], parties["carers"]],
        what_was_tried="A frozen meal each day, and no van.",
    )  # fmt: skip
    _found(case, stage, table, kitchens)


def _found(case, stage, table, kitchens):
    findings, ann, parties = stage.kind.record_named("try-findings"), case.people.ann, case.parties
    findings.add(
        ann, stage, title="Many hands cannot open the film",
        summary="Nine of fifteen could not peel it. So frozen meals are not for everybody.",
        try_out=table, works="does not work", found_by=[parties["lunch"]], led_to="changed",
        changed_what="You get frozen meals only if you ask for them. Whoever sells them to us has to show that people "
        "can open them.",
    )  # fmt: skip
    findings.add(
        ann, stage, title="A freezer takes room that some do not have",
        summary="In small kitchens there was no place for the meals of a weekend.",
        try_out=kitchens, works="works partly", found_by=[parties["voice"]], led_to="not changed",
        because="The council cannot make kitchens larger. Whoever has no room keeps the hot meal.",
    )  # fmt: skip
    findings.add(
        ann, stage, title="No van, and nobody at the door",
        summary="Nobody had meant it: without the van nobody looked in for two days.",
        try_out=kitchens, works="unmeant effect", found_by=[parties["voice"], parties["carers"]], led_to="changed",
        changed_what="Somebody comes or rings also when you have frozen meals. The option says so now.",
    )  # fmt: skip
