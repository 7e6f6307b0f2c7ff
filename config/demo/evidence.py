"""Needs beside the list of needs: what counts as one, how we know, whom else to ask, and who would pay."""

from datetime import date


def of_the_first_round(case, stage):
    """A definition that both sides agreed, evidence with its limits, and, once the sheet is turned, what there is."""
    _what_counts(case, stage)
    _how_we_know(case, stage)
    _whom_else(case, stage)
    _who_would_pay(case, stage)
    _what_a_firm_says(case, stage)
    stage.kind.record_named("services").turn_sheet(
        stage, case.people.ann,
        "Asked: people who get meals, who may need them later, and families. Not asked: people who stopped ordering.",
    )  # fmt: skip
    _what_there_is(case, stage)


def _what_counts(case, stage):
    case.put(
        stage, into="definitions", title="What we call a need",
        summary="A need is something without which you are not safe, not well, or not yourself.",
        users_words="What I miss so much that my day goes wrong without it.",
        professionals_words="What somebody cannot do alone, and comes to harm without.",
        agreed_words="Something without which a person is not safe, not well, or not themselves. The person says so.",
        agreed_by=[case.parties[key] for key in ("voice", "lunch", "carers", "commissioners")],
        agreed_on=date(2022, 9, 30),
    )  # fmt: skip


def _how_we_know(case, stage):
    meal, look_in = (case.found("needs", "needs", start) for start in ("A hot meal", "Somebody who looks in"))
    case.put(
        stage, into="evidence", title="Meals Voice rang its members",
        summary="31 people were asked by phone what they need around eating. 22 spoke of a hot meal.",
        sort="stories", source="Meals Voice", dated=date(2022, 9, 29), size=31,
        limits="Only members were rung. Nobody who has no phone was asked, and nobody who stopped getting meals.",
        look_again_on=case.day(40), speaks_of=[meal, look_in],
    )  # fmt: skip
    case.put(
        stage, into="figures", title="What people spoke of on the phone",
        summary="The look-in was spoken of most, and then the hot meal.",
        unit="people who spoke of it",
        figures="Somebody who looks in, 27\nA hot meal, 22\nFood that fits, 11\nThe time of day, 4",
        source="Meals Voice, 31 phone calls", dated=date(2022, 9, 29),
        meaning="The knock on the door matters to more people than the food does.",
        limits="People could speak of several things. It does not show what matters most to each.",
        help_with="supply", read_by=[case.parties["voice"], case.parties["commissioners"]],
    )  # fmt: skip


def _whom_else(case, stage):
    said = case.say(
        stage, "voice", "mia", "idea",
        "Ask those who stopped. They know something that we do not. The drivers know where they live.",
        given_on=date(2022, 10, 5),
    )  # fmt: skip
    reach = case.put(
        stage, into="reach", title="People who stopped getting meals",
        summary="They know why somebody stops. Nobody has asked them.",
        how="A letter with a paper form, and a driver who hands it over.", named_by=case.parties["voice"],
        owner="Owen Sample-Officer", by_when=date(2022, 12, 5), standing="reached",
        came_of_it="A letter and a paper form went to all of them in December.",
    )  # fmt: skip
    case.judge(case.answer(said, "They get a letter with a form in December.", by="owen", changed=reach), "mia")
    case.put(
        stage, into="reach", title="Families who live far away",
        summary="They order meals for a parent and are never here.",
        how="The invoice goes to them. A note can go with it.", named_by=case.parties["carers"],
        owner="Owen Sample-Officer", by_when=date(2022, 12, 5), standing="not reached",
        came_of_it="The invoices had gone out already. They are asked with the next ones.",
    )  # fmt: skip


def _who_would_pay(case, stage):
    look_in, rest = (case.found("needs", "needs", start) for start in ("Somebody who looks in", "Families can rely"))
    case.put(
        stage, into="cost-shifts", title="Families would take time off work",
        summary="If a meal does not come for sure, somebody in the family has to be at home at noon.",
        onto=case.parties["carers"], who_pays="Sons, daughters and friends who work",
        cost="An hour at noon, or the job", moves_because="A cheaper service could come at any time of the day.",
        hear_by=date(2022, 10, 14), heard_on=date(2022, 10, 10),
        they_said="We can plan around noon. We cannot plan around “some time before four”.",
    )  # fmt: skip
    case.put(
        stage, into="judging", title="A meal at noon, or a minute at the door",
        summary="Families want the meal at a fixed time. People who get it want time at the door. Both cost minutes.",
        between="people who get meals and their families", needs_apart=[look_in, rest],
        judge="Meals Voice and Carers Round the Table, together",
        how_judged="They meet once and come back with one answer. If they cannot, both stand in the list.",
        came_of_it="Both stand in the list. The time is told, and it may be half an hour off.",
    )  # fmt: skip


def _what_a_firm_says(case, stage):
    case.put(
        stage, title="A freezer in every kitchen",
        summary="A firm says that people need a freezer, so that meals can come once a week.",
        sort="want", level="service", view="medical", voice="providers",
        interest="It sells frozen meals and lends the freezers.", evidence="A talk at a fair. Nobody else said it.",
    )  # fmt: skip


def _what_there_is(case, stage):
    meal, together = (case.found("needs", "needs", start) for start in ("A hot meal", "Eating together"))
    case.put(
        stage, into="services", title="Community meals",
        summary="Two courses, brought to the door, and a look at how you are.",
        run_by="The council", meets=[meal], leaves_open="Weekends, and food for every diet.",
    )  # fmt: skip
    case.put(
        stage, into="services", title="Lunch clubs",
        summary="People eat together once a week, in a hall near them.", run_by="The clubs themselves",
        meets=[together], leaves_open="You have to get there. There is none in some valleys.",
    )  # fmt: skip
