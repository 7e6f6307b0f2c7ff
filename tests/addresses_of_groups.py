"""The addresses of the pages of groups: their register, whom one trusts, and their money; a part of what nets walk."""

from involvement.models import Spending

from .addresses_of_talk import row

ABOUT = {"constituency": "People who get meals", "is_user_controlled": "yes", "experience": "used"}
DAY = {"given_on_day": 3, "given_on_month": 5, "given_on_year": 2024}
LOYALTY = {"employer": "Hot Plate Ltd", "funded_by": "A grant", "contract_aims": "Meetings.", "provides": "no",
           "loyalty": "The group."}  # fmt: skip
MONEY = {"amount": "12", "purpose": "Meetings", "given_by": "A grant", "from_date_day": 1, "from_date_month": 4,
         "from_date_year": 2026, "holder": "host", "control": "none"}  # fmt: skip
PAID = {"amount": "5", "what_for": "A room", "spent_on_day": 3, "spent_on_month": 5, "spent_on_year": 2026}


def addresses_of_groups(world):
    """The rows of a group's register, of who works with it, of its money, and of asking to have it directly."""
    group, cast = world.cast.meals_voice, world.cast
    here = [group.pk]
    group.refresh_from_db()
    yield row("groups", "found", query={"words": "meals", "run_by": "users"})
    yield row("group_edit", args=here, form={**ABOUT, "name": group.name, "version": group.version})
    yield row("group_history", args=here)
    for situation, person in (("", cast.bea), ("of a member", cast.mia)):
        place = group.memberships.get(person=person)
        form = {"words": "May sign.", "given_by": "All", **DAY}
        yield row("member_mandate", situation, [group.pk, place.pk], form=form)
        yield row("place_leaving", situation, [group.pk, place.pk], form={})
    yield row("group_loyalty", args=here)
    yield row("loyalty_new", args=here, form=LOYALTY)
    yield row("host_loyalty_new", args=here, form=LOYALTY)
    for situation, worker in world.workers.items():
        yield row("group_trust", f"of the {situation}", [group.pk, worker.key], form={"answer": "trust"})
    yield row("direct_funding_new", args=here, form={"authority": cast.council.pk, "words": "Please."})
    for situation, asked in world.fundings.items():
        form = {"answer": "no", "because": "There is none."}
        yield row("direct_funding_answer", situation, [group.pk, asked.pk], form=form)
        yield row("direct_funding_end", situation, [group.pk, asked.pk], form={})
    yield from _money(world, here)


def _money(world, here):
    yield row("group_money", args=here)
    yield row("group_money_file", args=here)
    yield row("group_money_openness", args=here, form={"to": "sums"})
    yield row("allocation_new", args=here, form=MONEY)
    for situation, made in world.allocations.items():
        there = [*here, made.pk]
        paid = Spending.objects.filter(allocation=made).order_by("pk").first()
        yield row("allocation", situation, there)
        yield row("allocation_told", situation, there, form={"told": "sum"})
        yield row("allocation_striking", situation, there, form={"because": "Twice."})
        yield row("spending_new", situation, there, form=PAID)
        yield row("spending_striking", situation, [*there, paid.pk], form={"because": "Twice."})
