"""The case in the order in which it happened."""

from django.db import transaction

from cycle.models import Cycle

from . import (
    ahead,
    answering,
    budget,
    commissioning,
    context,
    decision,
    framework,
    giving,
    groups,
    handovers,
    implementation,
    load,
    meeting,
    monitoring,
    needs,
    next_cycle,
    openness,
    paper,
    paying,
    people,
    priorities,
    privacy,
    procurement,
    promises,
    rating,
    review,
    room,
    strategy,
    testing,
    themes,
)


def is_played():
    """Whether there is a cycle already, this one or another."""
    return Cycle.objects.exists()


@transaction.atomic
def play():
    """Play the whole case, or nothing of it when something fails. Returns the Cycle."""
    case = people.gather()
    framework.play(case)
    context.play(case)
    needs.first_round(case)
    openness.of_the_first_needs(case)
    rating.of_the_first_needs(case)
    question, challenge = budget.play(case)
    strategy.play(case)
    handovers.needs_to_strategy(case)
    _the_money_changes(case, question, challenge)
    testing.play(case)
    openness.of_the_consultation(case)
    themes.of_the_consultation(case)
    needs.second_round(case)
    openness.of_the_second_needs(case)
    themes.of_the_needs(case)
    decision.play(case)
    testing.drop_the_others(case)
    budget.the_money_is_firm(case)
    context.sign_again(case)
    commissioning.play(case)
    procurement.play(case)
    people.bring_in_the_supplier(case)
    context.if_frozen_fails(case)
    implementation.play(case)
    ahead.first_steps_are_done(case)
    monitoring.play(case)
    answering.play(case)
    review.play(case)
    handovers.monitoring_to_review(case)
    promises.play(case)
    groups.play(case)
    people.have_read_all(case)
    context.two_rounds_become_one(case)
    monitoring.one_signs_again(case)
    paper.play(case)
    meeting.play(case)
    paying.play(case)
    openness.play(case)
    rating.play(case)
    giving.play(case)
    load.play(case)
    next_cycle.play(case)
    room.play(case)
    privacy.play(case)
    return case.cycle


def _the_money_changes(case, question, challenge):
    """Half-way through the priorities a pressure arrives, then a sum becomes known: agreements are made anew."""
    ranking = priorities.before(case)
    context.autumn_statement(case)
    testing.put_options(case)
    event = budget.the_sum_is_known(case, challenge)
    context.sign_again(case)
    budget.go_on(case, event, question)
    priorities.after(case, ranking)
