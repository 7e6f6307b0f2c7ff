"""Monitoring: outcomes in users' words beside professional ones, read over several months."""

from datetime import date

WARM = (
    (date(2023, 6, 30), "Six in ten", 6, "The old boxes were still in use."),
    (date(2023, 7, 31), "Seven in ten", 7, "The new boxes came in the middle of the month."),
    (date(2023, 8, 31), "Eight in ten", 8, "Two who said no live at the end of a round."),
    (date(2023, 9, 30), "Eight in ten", 8, "It is better than in spring, and not yet what you asked for."),
)
DEGREES = (
    (date(2023, 6, 30), "In eight vans of nine", 8),
    (date(2023, 7, 31), "In every van", 9),
    (date(2023, 8, 31), "In every van", 9),
    (date(2023, 9, 30), "In every van", 9),
)
DOORS = (
    (date(2023, 7, 6), "At 11 of 18 doors", 11, "In the first weeks the rounds were new to the drivers."),
    (date(2023, 9, 7), "At 13 of 18 doors", 13, "It is a little better, and one round is still too long."),
)


def play(case, stage):
    """Three measures, two of which are a pair, with their readings; a count at the doors comes from a visit."""
    warm = case.put(
        stage, title="My food is hot when I lift the lid",
        summary="Users look at the first bite, not at the van.",
        words_of="users", how_measured="Meals Voice rings ten members each month and asks.",
        aimed_at="Nine in ten say yes",
    )  # fmt: skip
    degrees = case.put(
        stage, title="Temperature of the meal at the door",
        summary="A cook measures one meal in each van, once a week.",
        words_of="professionals", how_measured="A thermometer in the last meal of the round.",
        aimed_at="63 degrees or more in every van", counterpart=warm,
    )  # fmt: skip
    doors = case.put(
        stage, title="Somebody knocks, knows my name, and has a minute",
        summary="This is the aim in the users' own words. It is watched in the same words.",
        words_of="users", how_measured="Two members of Meals Voice ride along and take notes.",
        aimed_at="At every door", aim=case.found("strategy", "aims", "Somebody knocks"),
        decision=case.found("decision", "decisions", "Meals at home go on"),
    )  # fmt: skip
    for day, words, number, means in WARM:
        _read(case, stage, warm, day, words, number, 10, "Meals Voice, by phone", means)
    for day, words, number in DEGREES:
        _read(case, stage, degrees, day, words, number, 9, "A cook", "A meal is safe and hot when it leaves the van.")
    for day, words, number, means in DOORS:
        _read(case, stage, doors, day, words, number, 18, "Two members of Meals Voice", means)
    _counted_by_users(case, stage, doors)


def _read(case, stage, measure, day, words, number, out_of, who, means):
    return case.put(
        stage, into="readings", title=words, summary=means, measure=measure, read_on=day, number=number,
        out_of=out_of, who_read=who,
    )  # fmt: skip


def _counted_by_users(case, stage, doors):
    """What users counted on a visit is the reading."""
    said = case.say(
        stage, "voice", "colin", "experience",
        "We rode along for a morning. Eighteen doors. At fifteen there was time for a word. "
        "At three the driver ran, because the round was too long.",
        channel="visit", voice="mandate", how_known="Two members wrote it down door by door", how_many=18,
        given_on=date(2023, 10, 5),
    )  # fmt: skip
    reading = _read(
        case, stage, doors, date(2023, 10, 5), "At 15 of 18 doors", 15, 18, "Two members of Meals Voice",
        "At three doors the driver ran, because the round was too long.",
    )  # fmt: skip
    answer = case.answer(said, "Your count is the reading now. The three doors go to another round.", changed=reading)
    case.judge(answer, "colin")
