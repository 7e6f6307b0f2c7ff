"""The options compared: criteria whose weights were set together, and the scores of five parties, which differ."""

from cycle.models import Score

TOGETHER = "The groups, the team and the kitchen set the weights on 8 December 2022, with beans in jars."
# sort of criterion: its weight, of 100 together with the users' own
WEIGHTS = {"fit": 25, "value": 15, "supplier": 10, "affordable": 20, "achievable": 10}
OWN = {
    "title": "Does somebody still look in?",
    "summary": "Whether somebody comes to the door, sees how you are, and tells somebody if need be.",
    "sort": "users' own",
    "weight": 20,
    "how_judged": "0: nobody comes any more. 10: somebody comes each day and has a minute.",
}
SET_BY = ("voice", "lunch", "carers", "commissioners", "kitchen")
ORDER = ("fit", "value", "supplier", "affordable", "achievable", "users' own")

# party: who puts it in
BY = {"voice": "mia", "carers": "rhys", "lunch": "colin", "commissioners": "owen", "kitchen": "dai"}
# party: the numbers for each option in this order; None where they could not say
SCORES = {
    "voice": ((8, 6, 9, 2, 9, 9), (5, 5, 7, 8, 5, 6), (7, 7, 7, 7, 6, 8), (1, 1, 3, 9, 4, 0)),
    "carers": ((8, 5, 9, 3, 9, 9), (5, 5, 7, 8, 5, 6), (6, 6, 7, 7, 6, 7), (0, 1, 2, 8, 3, 0)),
    "lunch": ((9, 6, 9, 3, 9, 9), (5, 4, None, None, 5, 5), (6, 6, None, None, 6, 7), (1, 2, None, None, 4, 0)),
    "commissioners": ((6, 5, 9, 1, 9, 8), (5, 6, 6, 8, 4, 5), (8, 8, 7, 7, 7, 8), (2, 4, 3, 9, 5, 1)),
    "kitchen": ((9, 6, 9, 2, 9, 10), (3, 4, 6, 7, 3, 4), (6, 6, 6, 7, 6, 7), (0, 1, 2, 9, 2, 0)),
}
# (party, option, criterion): why
WHY = {
    ("voice", "1", "affordable"): "We know that it does not save enough.",
    ("voice", "3", "users' own"): "Now that it says that the look-in stays for frozen meals too.",
    ("voice", "4", "users' own"): "A shop does not see that I have not come down.",
    ("carers", "4", "fit"): "I would have to stop work.",
    ("lunch", "1", "fit"): "It is what we have now, and it is good.",
    ("commissioners", "1", "affordable"): "It saves up to £190,000 a year. £427,000 has to be saved.",
    ("commissioners", "3", "achievable"): "The kitchens and the vans are there. Freezers are still to come.",
    ("kitchen", "2", "achievable"): "We would have to learn new work and cook on the same days.",
    ("kitchen", "3", "users' own"): "With fewer of us there is less time at each door.",
}
# option: the needs that it meets, by the first words of their titles
MEETS = {
    "1": ("A hot meal", "Somebody who", "Food that fits", "Families can"),
    "2": ("A hot meal", "Somebody who", "Families can"),
    "3": ("A hot meal", "Somebody who", "Food that fits", "Families can"),
    "4": (),
}


def set_criteria(case, stage):
    """Begin with the five of the Green Book, set their weights together, and add what users say matters."""
    model = stage.kind.record_named("criteria")
    parties = [case.parties[key] for key in SET_BY]
    for each in model.start(case.people.ann, stage):
        case.revise(each, TOGETHER, weight=WEIGHTS[each.sort], set_by=parties)
    model.add(case.people.ann, stage, set_by=parties, **OWN)


def name_needs(case, stage):
    """Each option names the needs that it would meet."""
    needs = list(case.stage("needs").kind.record.objects.filter(stage__cycle=case.cycle))
    for option in stage.kind.record.objects.filter(stage=stage).order_by("pk"):
        met = [need for need in needs if any(need.title.startswith(each) for each in MEETS[option.title[0]])]
        if met:
            case.revise(option, "We went through the list of needs, one by one.", needs_met=met)


def give_scores(case, stage):
    """Each party gives its own numbers; those of the lunch club were put in from a sheet by its convenor."""
    criteria = {each.sort: each for each in stage.kind.record_named("criteria").objects.filter(stage=stage)}
    options = {each.title[0]: each for each in stage.kind.record.objects.filter(stage=stage)}
    for party, rows in SCORES.items():
        said = {
            (options[number].pk, criteria[sort].pk): (score, WHY.get((party, number, sort), ""))
            for number, scores in zip("1234", rows, strict=True)
            for sort, score in zip(ORDER, scores, strict=True)
        }
        Score.give(getattr(case.people, BY[party]), stage, case.parties[party], 0, said)
