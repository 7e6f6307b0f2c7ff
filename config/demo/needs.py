"""Needs assessment: a blank sheet first, and a second round when the forms told of something nobody had asked about."""

from datetime import date

from . import evidence

FIRST_REASON = "Nobody has asked people from a blank sheet what they need. Every choice should start from there."
FIRST = {
    "purpose": "We find out what people need around eating, starting from a blank sheet.",
    "open_to_change": "Everything. What a need is, in which words it is written, and whose needs are on the list.",
    "fixed": "We look at adults who live in the county borough.",
    "fixed_because": "The council has no say about other places. Meals in schools have their own plan.",
    "is_not": "It is not a check of who gets meals now. Nobody loses a meal for what they say here.",
    "who_decides": "The user groups and the commissioning team agree the list. Where they differ, both stand in it.",
    "decides_on": date(2022, 10, 21),
    "answer_days": 15,
}
SECOND_REASON = (
    "The forms that came back in December told of hands that cannot lift a hot dish, "
    "and of eyes that cannot read a film lid. We had not asked about that."
)
SECOND = {
    "purpose": "We ask what people need to heat and open a meal safely, and add it to the list.",
    "open_to_change": "What is on the list about heating, opening and reading.",
    "fixed": "The decision is on 23 January 2023, so this round is short.",
    "fixed_because": "The cabinet has set its date, and the budget hangs on it.",
    "decides_on": date(2023, 1, 16),
    "answer_days": 5,
}


def first_round(case):
    """People say what they need; the list is written from it."""
    stage = case.begin("needs", FIRST_REASON, came_from="framework")
    shared = {"level": "share"}
    agreement = case.propose(stage, FIRST, commissioners=shared, voice=shared, lunch=shared, carers=shared)
    case.sign(agreement, "commissioners", "voice", "lunch", "carers")
    _hot_meal(case, stage)
    _the_knock_on_the_door(case, stage)
    _soft_food(case, stage)
    _other_voices(case, stage)
    evidence.of_the_first_round(case, stage)
    case.finish(stage)


def _hot_meal(case, stage):
    case.put(
        stage, title="A hot meal in the middle of the day",
        summary="Many people cannot stand at a stove. Without this meal they would eat cold food or none.",
        sort="need", level="individual", view="social", voice="current users", how_many=22,
        evidence="Said in 22 of 31 phone calls that Meals Voice made.",
    )  # fmt: skip


def _the_knock_on_the_door(case, stage):
    said = case.say(
        stage, "voice", "bea", "view",
        "The knock on the door matters as much as the meal. For some of us it is the only one that day.",
        voice="mandate", how_known="We rang our members", how_many=31,
        dissent="Four said that the time of day matters more to them.", given_on=date(2022, 9, 29),
    )  # fmt: skip
    need = case.put(
        stage, title="Somebody who looks in",
        summary="The driver sees whether you are well, and calls for help when you are not.",
        sort="need", level="individual", view="social", voice="current users", how_many=27,
        evidence="Meals Voice rang 31 members. We do not know how people feel who stopped getting meals.",
    )  # fmt: skip
    answer = case.answer(said, "It stands on the list as a need of its own, next to the meal.", changed=need)
    case.judge(answer, "bea")
    fall = case.say(
        stage, "voice", "owen", "experience",
        "I fell in my kitchen in March. The driver found me and stayed until the ambulance came.",
        channel="phone", given_by="dilys", is_unnamed=True, openness="involved", given_on=date(2022, 10, 4),
    )  # fmt: skip
    event = case.revise(
        need, "A member told what a visit did for her.",
        evidence="Meals Voice rang 31 members. One told how a driver found her after a fall. "
        "We do not know how people feel who stopped getting meals.",
    )  # fmt: skip
    case.answer(fall, "We are glad that you were found. It stands with the need now, without your name.", changed=event)


def _soft_food(case, stage):
    said = case.say(
        stage, "voice", "colin", "concern",
        "A neighbour gets a meal and gives half of it to her dog. She cannot chew the meat. "
        "She does not want to be a bother, so please do not say who it is.",
        channel="one to one", is_unnamed=True, openness="withheld", given_on=date(2022, 10, 6),
    )  # fmt: skip
    need = case.put(
        stage, title="Food that fits the person",
        summary="Some people need soft food, or food for diabetes. It has to be easy to ask for, and kind.",
        sort="need", level="individual", view="medical", voice="professionals",
        evidence="From dietitians, and from users. We do not know how many people never ask.",
    )  # fmt: skip
    answer = case.answer(
        said, "There are soft meals already. From now on the driver asks everybody once, so nobody has to ask first.",
        by="owen", changed=need,
    )  # fmt: skip
    case.judge(answer, "colin")


def _other_voices(case, stage):
    case.put(
        stage, title="Eating together",
        summary="Some would rather go out and eat with others than have a meal brought.",
        sort="want", level="population", view="social", voice="future users", how_many=16,
        evidence="Upper Valleys Lunch Club, 16 people at the table.",
    )  # fmt: skip
    worry = case.say(
        stage, "carers", "rhys", "concern",
        "I go to work because I know that my mother gets her meal at noon. "
        "If it stops, I have to stop work. Please write that down.",
        given_on=date(2022, 10, 10),
    )  # fmt: skip
    rest = case.put(
        stage, title="Families can rely on it",
        summary="Sons, daughters and friends can go to work when a meal comes for sure.",
        sort="need", level="service", view="social", voice="non-users", how_many=7,
        evidence="Carers Round the Table. We have not asked families who live far away.",
    )  # fmt: skip
    case.judge(case.answer(worry, "It is written down, as a need of families.", changed=rest), "rhys")
    letter = case.say(
        stage, "lunch", "owen", "idea",
        "Could people in the same street eat at one house and get the meals there? It would save the van.",
        channel="letter", given_by="ivor", given_on=date(2022, 10, 12),
    )  # fmt: skip
    case.answer(
        letter, "We like the idea, and we looked at it. It cannot be done for now.", by="owen",
        because="A home that serves meals to others would have to be checked like a kitchen. "
        "The lunch clubs do this already, and they have room.",
    )  # fmt: skip


def second_round(case):
    """The stage is opened again, for a short time and with its reason."""
    stage = case.begin("needs", SECOND_REASON, came_from="testing")
    shared = {"level": "share"}
    agreement = case.propose(stage, SECOND, commissioners=shared, voice=shared, lunch=shared, carers=shared)
    case.sign(agreement, "commissioners", "voice", "lunch", "carers")
    said = case.say(
        stage, "voice", "owen", "experience",
        "I cannot see the numbers on the microwave any more. I burnt my hand last year.",
        channel="phone", given_by="glyn", given_on=date(2023, 1, 11),
    )  # fmt: skip
    need = case.put(
        stage, title="Nobody has to heat a meal who cannot do it safely",
        summary="Weak hands or eyes must not mean cold food or a burn. Hot meals stay for those who need them.",
        sort="need", level="individual", view="social", voice="current users",
        evidence="Paper forms and phone calls in December and January.",
    )  # fmt: skip
    case.answer(said, "It is on the list now, and the cabinet has it before it decides.", by="owen", changed=need)
    case.finish(stage)
