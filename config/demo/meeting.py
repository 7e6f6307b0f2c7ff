"""Meetings of the case: with an agenda and papers, what came of them, and a talk of officers that they declared."""

from datetime import date, time

from django.utils import timezone

from involvement import asking
from involvement.models import Action, AgendaItem, Attendance, Debrief, MinutesWord, Paper, Session, Taken, Talk


def play(case):
    """One that was held before the decision, one that comes, and two talks held without users."""
    _before_the_decision(case)
    _that_comes(case)
    _without_users(case)


def _asked(case, meeting, *keys):
    """Ask these people by their short names. Returns their Attendances by the same names."""
    people = {getattr(case.people, key).pk: key for key in keys}
    asking.ask(meeting, case.people.ann, people=people)
    rows = {people[row.person_id]: row for row in Attendance.objects.of(meeting)}
    for row in rows.values():
        row.session = meeting
    return rows


def _before_the_decision(case):
    """In testing: a walk through the menu, with an officer who could decide the rounds and not the price."""
    stage, ann, owen = case.stage("testing"), case.people.ann, case.people.owen
    meeting = Session.plan(
        stage, ann, title="The preferred option, at one table", aim="work", format="meeting",
        purpose="To go through the preferred option step by step, and to say what it must not do at the door.",
        held_on=timezone.localdate(), begins=time(13, 30), minutes=120, where="Upper valleys hall",
        join="The 132 bus stops outside. There is no step. Taxis are booked for those who asked.", openness="public",
    )  # fmt: skip
    _agenda(case, meeting)
    rows = _asked(case, meeting, "bea", "mia", "colin", "nesta", "rhys", "owen", "dai")
    for key in ("bea", "mia", "rhys", "owen"):
        rows[key].reply(getattr(case.people, key), comes=True)
    rows["nesta"].reply(case.people.colin, comes=True)
    rows["dai"].reply(case.people.dai, comes=False, words="I drive that day.")
    rows["owen"].say_authority(owen, decides=False, may_decide="The times of the rounds. No price, and no money.")
    asking.note_who_came(
        meeting, ann, came=[rows[key].pk for key in ("bea", "mia", "colin", "nesta", "rhys", "owen")],
        others=[case.people.tess.pk],
    )  # fmt: skip
    _came_of_it(case, meeting, {key: _afresh(row, meeting) for key, row in rows.items()})
    Session.objects.filter(pk=meeting.pk).update(held_on=date(2022, 12, 8))  # the case is of some years ago


def _afresh(row, meeting):
    row.refresh_from_db()
    row.session = meeting
    return row


def _agenda(case, meeting):
    ann = case.people.ann
    for number, (title, asks, minutes, led_by, about) in enumerate((
        ("What the option is, in ten minutes", "know", 10, "Owen", "What stays, what goes, and what it saves."),
        ("A day with it, from morning to evening", "talk", 60, "Bea", "We go through it hour by hour."),
        ("When the vans set out", "decide", 30, "Owen", "Two times are possible. Either one can be had."),
    ), 1):  # fmt: skip
        AgendaItem.add(meeting, ann, number=number, title=title, asks=asks, minutes=minutes, led_by=led_by, about=about)
    option = case.found("testing", "options", "3")
    Paper.add(
        meeting, ann, title="The preferred option on one page",
        words="The meals come from the council’s own kitchen. You can have a frozen meal if you ask for it. "
        "The price goes up once, and not twice.\n\nWhat is not settled: who looks in when there is no van.",
        record_type=option._meta.label_lower, record_id=option.pk,
    )  # fmt: skip


def _came_of_it(case, meeting, rows):
    people, ann = case.people, case.people.ann
    meeting.write(
        ann, meeting.version,
        notes="We went through a day with the option. The look-in at the door mattered most to all. "
        "Owen could settle when the vans set out. Nobody at the table could settle the price.",
    )  # fmt: skip
    Taken.add(meeting, ann, what="The vans set out at eleven.", who=rows["owen"], was_theirs=True)
    Taken.add(
        meeting, ann, what="The price should not go up twice in a year.", who=None, was_theirs=False,
        decided_by="The cabinet, on 23 January 2023",
    )  # fmt: skip
    done = Action.add(
        meeting, ann, what="Put the wish about the price into the report for the cabinet", owner=rows["owen"],
        due_on=timezone.localdate(),
    )  # fmt: skip
    done.finish(people.owen, done=True, became="It stands in part 4 of the report, in your words.")
    _looked_back_on(case, meeting, rows)


def _looked_back_on(case, meeting, rows):
    people, ann = case.people, case.people.ann
    MinutesWord.say(meeting, rows["bea"], is_so=True, seen=meeting.version)
    MinutesWord.say(
        meeting, rows["rhys"], is_so=False, seen=meeting.version,
        words="We also said that somebody has to ring when there is no van. That is missing.",
    )  # fmt: skip
    looked_back = {"went_badly": "", "otherwise": "", "is_shared": True}
    Debrief.write(
        meeting, case.parties["voice"], people.colin, 0,
        **looked_back | {"went_well": "It was said plainly who could decide what.",
                         "otherwise": "Let somebody come who can talk about the price."},
    )  # fmt: skip
    Debrief.write(
        meeting, case.parties["commissioners"], ann, 0,
        **looked_back | {"went_well": "A day, hour by hour, told us more than the figures.",
                         "went_badly": "We came without anybody from finance."},
    )  # fmt: skip


def _that_comes(case):
    """In monitoring: everybody is asked, some have answered, and nobody in the room can decide."""
    stage, ann = case.stage("monitoring"), case.people.ann
    meeting = Session.plan(
        stage, ann, title="Half a year with the new rounds", aim="hear", format="ground",
        purpose="To hear how the meals come now, and what has to be put right first.", held_on=case.day(9),
        begins=time(14, 0), minutes=90, where="Upper valleys hall, after lunch",
        join="The 132 bus stops outside. There is no step. Ring Colin if you want a lift.",
        questions="What became better?\nWhat did not?\nWhat has to come first?",
    )  # fmt: skip
    AgendaItem.add(meeting, ann, number=1, title="What was found", asks="know", minutes=10, led_by="Owen")
    AgendaItem.add(meeting, ann, number=2, title="What has to come first", asks="talk", minutes=60, led_by="Nesta")
    rows = _asked(case, meeting, "bea", "mia", "dilys", "nesta", "ivor", "colin", "rhys", "owen")
    rows["bea"].reply(case.people.bea, comes=True)
    rows["nesta"].reply(case.people.colin, comes=True)
    rows["rhys"].reply(case.people.rhys, comes=False)
    rows["owen"].reply(case.people.owen, comes=True)
    rows["owen"].say_authority(ann, decides=False, may_decide="Answers questions. Cannot promise money.")


def _without_users(case):
    """A talk that was declared the day after, and one that was declared late."""
    testing, ann = case.stage("testing"), case.people.ann
    Talk.declare(
        testing, ann, topic="Who pays if the kitchen has to be mended", held_on=date(2022, 11, 24), openness="public",
        who="The lead commissioner, an officer for buildings and an officer for money",
        outcome="The council pays from its money for buildings. It does not come out of the money for meals.",
        why_without="We had to settle between two parts of the council who pays. No meal hung on it.",
    )  # fmt: skip
    Talk.declare(
        case.stage("monitoring"), case.people.owen, topic="Too few drivers this winter", held_on=case.day(-3),
        who="An officer and the head of the meals team", openness="involved",
        outcome="Two more drivers are looked for. Until then two rounds are put together on Sundays.",
        why_without="It was settled within an hour, by phone. We should have rung Colin.",
    )  # fmt: skip
    Talk.objects.filter(stage=testing).update(at=timezone.now().replace(2022, 11, 25))
