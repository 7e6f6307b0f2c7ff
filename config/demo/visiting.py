"""Monitoring: users visit the council's own team and the supplier under the same rules, and both have to reply."""

from datetime import date

from cycle.models import VisitReply


def play(case, stage):
    """Two visits. The council's own team and the supplier have replied; one reply of the supplier is still awaited."""
    _to_the_team(case, stage)
    _to_the_supplier(case, stage)


def _to_the_team(case, stage):
    kitchen = case.parties["kitchen"]
    visit = case.put(
        stage, into="visits", title="A morning in the van",
        summary="The driver was kind at each door. Where the round was late he left the bag and ran.",
        visited=kitchen, where="The longest round in the upper valleys", held_on=date(2023, 10, 5),
        who_went="Two members of Meals Voice", went=[case.parties["voice"]],
        looked_at="Whether there was time for a word at the door, and whether the food was hot.",
        heard="“He used to ask about my leg. Now he has one foot back in the van.”",
    )  # fmt: skip
    ran = case.put(
        stage, into="visit-findings", title="At three doors there was no time",
        summary="At three of eighteen doors the driver ran. These people see nobody else that day.",
        visit=visit, sort="harm", asked_for="Take these three doors off this round.", replies_from=kitchen,
        reply_by=date(2023, 10, 20), led_to="design",
        changed_what="The three doors went to the round that ends earlier, from 16 October.",
    )  # fmt: skip
    VisitReply.say(
        ran, case.people.dai, kitchen,
        "It is true, and I was the one who ran. Nobody likes to. The round has twenty doors more than it was made for.",
        interest="We are the council’s own team. If the rounds look bad, our jobs may be at risk.",
    )  # fmt: skip
    names = case.put(
        stage, into="visit-findings", title="The driver knows every name",
        summary="At each door he said the name, and people were glad.",
        visit=visit, sort="good", replies_from=kitchen, reply_by=date(2023, 10, 20), led_to="open",
    )  # fmt: skip
    VisitReply.say(
        names, case.people.dai, kitchen, "Thank you. We asked for fixed rounds, so that we can learn the names.",
        interest="We would like to keep our rounds as they are.",
    )  # fmt: skip


def _to_the_supplier(case, stage):
    supplier = case.parties["supplier"]
    visit = case.put(
        stage, into="visits", title="An afternoon where the frozen meals are packed",
        summary="It was clean and quick. We could taste everything. The dates on the trays are small.",
        visited=supplier, where="The packing hall of Example Frozen Meals Ltd", held_on=date(2023, 9, 21),
        who_went="One member of Meals Voice and three of the lunch club, with their convenor",
        went=[case.parties["voice"], case.parties["lunch"]],
        looked_at="How trays are filled, closed and labelled, and whether we could open them.",
    )  # fmt: skip
    _salt(case, stage, visit, supplier)
    case.put(
        stage, into="visit-findings", title="The eat-by date is hard to read at home",
        summary="In a kitchen in the evening, two of four could not read until when it can be eaten.",
        visit=visit, sort="harm", asked_for="Print it twice as large, and not on the fold.", replies_from=supplier,
        reply_by=case.day(6),
    )  # fmt: skip


def _salt(case, stage, visit, supplier):
    """The supplier promised too much, and said so."""
    gravy = case.put(
        stage, into="visit-findings", title="Too much salt in the gravy",
        summary="Three of four found the gravy too salty. One of us may not eat that much salt.",
        visit=visit, sort="change", asked_for="A gravy with less salt for everybody.", replies_from=supplier,
        reply_by=date(2023, 10, 6), led_to="contract",
        changed_what="The contract now names how much salt a meal may have. It is measured each month.",
    )  # fmt: skip
    VisitReply.say(
        gravy, case.people.pat, supplier, "We can halve the salt. Our own cooks did not want to: it sells less.",
        interest="We earn money with each meal. Meals with less salt are sent back more often elsewhere.",
    )  # fmt: skip
    VisitReply.say(
        gravy, case.people.pat, supplier, "We have cut the salt by a third. Half was more than we could keep.", seen=1,
        interest="We earn money with each meal. A third costs us nothing.",
        because="We had promised half before our cooks had tried it.",
    )  # fmt: skip
