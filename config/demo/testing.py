"""Test and refine: four priced options, and a consultation over Christmas that began before all had signed."""

from datetime import date
from decimal import Decimal

from involvement.models import Override

from . import ahead, comparing, consultation, debating, risking, trying

WHY_NOW = "There are four ways to go on. People should look at them and speak before anybody chooses."
WORDS = {
    "purpose": "We ask whether each option would work for you, and what would go wrong.",
    "open_to_change": "How each option would be done: hot or frozen, the price, the look-in, and help for you.",
    "fixed": "There are four options. The cabinet prefers the third. The forms come back by 9 January 2023.",
    "fixed_because": "The cabinet agreed the four options and the dates on 29 November 2022.",
    "is_not": "It is not a vote. The cabinet can choose another option than most people want. It then has to say why.",
    "who_decides": "The cabinet of the council.",
    "decides_on": date(2023, 1, 23),
    "answer_days": 15,
}
CANNOT_WAIT = (
    "The cabinet set the dates on 29 November, and the letters went out on 5 December. "
    "Meals Voice could not meet before 8 December. So we opened without its signature and asked for it on that day."
)
RESERVATION = (
    "We take part, because people need to be heard. But five weeks over Christmas is too short, "
    "and one of the four options had been chosen as the best before anybody asked us."
)
OPTIONS = (
    {
        "title": "1. Keep the service as it is, and raise the price",
        "summary": "All stays as it is. You pay 50p, £1 or £1.50 more for each meal.",
        "saving_a_year": Decimal("190000"),
        "effect_on_people": "A meal would cost from £4.55 to £5.55. With the largest step it saves £190,000 a year.",
    },
    {
        "title": "2. Change how the service works inside, and raise the price",
        "summary": "The council changes how it makes and brings the meals. You pay more for each meal.",
        "saving_a_year": Decimal("489000"),
        "effect_on_people": "The price goes up. It saves up to £489,000 a year.",
    },
    {
        "title": "3. Hot or frozen meals, 50p more, and the look-in stays",
        "summary": "You can have a hot meal as before. If you ask for it, you can have frozen meals. You pay £4.55.",
        "saving_a_year": Decimal("427000"),
        "effect_on_people": "A meal costs £6.28. You pay £4.55, and the council adds £1.73. Fewer people work there.",
    },
    {
        "title": "4. Stop the service, and help people find another",
        "summary": "The council brings no more meals. It helps you find a shop, a firm or a club that does.",
        "saving_a_year": Decimal("546000"),
        "effect_on_people": "Everybody would have to find something else. It saves £546,000 a year after the change.",
    },
)


def put_options(case):
    """The four options as they were prepared for the cabinet, each held against what has to be saved."""
    needed = case.stage("budget").kind.record.objects.get(stage__cycle=case.cycle, status="undisclosed")
    for option in OPTIONS:
        case.put(case.stage("testing"), saving_needed=needed, **option)


def play(case):
    """The preferred option, the override and its later signatures, the consultation, scores and tests, and the end."""
    stage = case.begin("testing", WHY_NOW, came_from="priorities")
    agreement = case.propose(
        stage, WORDS, commissioners={"role": "Runs the consultation and answers what people say"}, voice={}, lunch={},
        carers={}, kitchen={}, cabinet={},
    )  # fmt: skip
    case.sign(agreement, "commissioners", "cabinet")
    Override.open(stage, case.people.ann, CANNOT_WAIT)
    preferred = stage.kind.record.objects.get(stage=stage, title__startswith="3.")
    case.revise(preferred, "The cabinet named it on 29 November 2022.", standing="preferred")
    case.sign(agreement, "voice", reserving=RESERVATION)
    case.sign(agreement, "lunch", "carers")
    comparing.set_criteria(case, stage)
    comparing.name_needs(case, stage)
    consultation.play(case, stage, preferred=stage.kind.record.objects.get(pk=preferred.pk))
    debating.play(case, stage)
    comparing.give_scores(case, stage)
    trying.play(case, stage, preferred)
    risking.play(case, stage, preferred)
    ahead.play(case, stage)
    case.finish(stage)


def drop_the_others(case):
    """After the decision the three other options stay in sight, each with the reason why it was dropped."""
    model = case.stage("testing").kind.record
    reasons = {
        "1": "It saves less than half of what is needed, and most of it comes out of users' purses.",
        "2": "It saves more, but it gives nobody the choice of frozen meals.",
        "4": "People said: keep it. It would also end the look-in.",
    }
    for option in model.objects.filter(stage__cycle=case.cycle, standing="open").order_by("pk"):
        case.revise(
            option,
            "The cabinet decided on 23 January 2023.",
            standing="dropped",
            dropped_because=reasons[option.title[0]],
        )
