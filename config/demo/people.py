"""The made-up people, groups and bodies of the case, and the cycle that they meet in."""

from types import SimpleNamespace

from cycle import ledger
from cycle.start import start_cycle
from feedback import telling
from feedback.models import Morning, Seen
from people.models import Group, Membership, Organisation, Person

from .case import Case

# key: name, e-mail address (None: takes part on paper). Every name is plainly made up.
PEOPLE = {
    "ann": ("Ann Example-Lead", "ann@example.org"),
    "owen": ("Owen Sample-Officer", "owen@example.org"),
    "cara": ("Cara Pretend-Councillor", "cara@example.org"),
    "bea": ("Bea Madeup", "bea@example.org"),
    "mia": ("Mia Notreal", "mia@example.org"),
    "colin": ("Colin Fictional", "colin@example.org"),
    "rhys": ("Rhys Placeholder", "rhys@example.org"),
    "dai": ("Dai Example-Driver", "dai@example.org"),
    "pat": ("Pat Invented", "pat@example.org"),
    "zoe": ("Zoe Nopart", "zoe@example.org"),
    "gwen": ("Gwen Notreal-Councillor", None),
    "huw": ("Huw Example-Councillor", None),
    "nesta": ("Nesta Imaginary", None),
    "dilys": ("Dilys Example", None),
    "glyn": ("Glyn Pretend", None),
    "ivor": ("Ivor Sample", None),
    "tess": ("Tess Standin", None),
}

BODIES = {
    "council": ("Rhondda Cynon Taf County Borough Council", Organisation.Sort.AUTHORITY),
    "network": ("Example Voluntary Network", Organisation.Sort.VOLUNTARY),
    "kitchen": ("Community meals team", Organisation.Sort.OTHER),
    "supplier": ("Example Frozen Meals Ltd", Organisation.Sort.PROVIDER),
}

GROUPS = {
    "voice": ("Meals Voice", "People in Rhondda Cynon Taf who get meals at home", True),
    "lunch": ("Upper Valleys Lunch Club", "Older people who eat together, and may need meals at home later", True),
    "carers": ("Carers Round the Table", "Families and friends of people who get meals at home", False),
}

PLACES = (
    ("bea", "voice", "representative"),
    ("mia", "voice", "member"),
    ("dilys", "voice", "member"),
    ("glyn", "voice", "member"),
    ("colin", "voice", "convenor"),
    ("nesta", "lunch", "chair"),
    ("ivor", "lunch", "member"),
    ("colin", "lunch", "convenor"),
    ("rhys", "carers", "representative"),
    ("tess", "carers", "member"),
    ("colin", "carers", "convenor"),
    ("ann", "council", "commissioner"),
    ("owen", "council", "staff"),
    ("cara", "council", "councillor"),
    ("gwen", "council", "councillor"),
    ("huw", "council", "councillor"),
    ("dai", "kitchen", "staff"),
    ("pat", "supplier", "staff"),
)

SAID = {
    "title": "Community meals",
    "summary": (
        "Rhondda Cynon Taf brings two-course meals to adults at home. Many people call it meals on wheels. "
        "Food and energy cost more now, and the council has less money. "
        "In this cycle we find out together what people need, what could be done, and what comes of it. "
        "(This is a demonstration. The people in it, and what they say, are made up around the public record.)"
    ),
    "sector": "Adult social care",
    "directorate": "Adult services",
    "for_whom": "Adults in Rhondda Cynon Taf who get meals at home, or may need them one day",
    "horizon": "April 2023 to March 2026",
}

LIMITS_OF_LEAD = "Decides how people take part and when answers come. Cannot change the budget or choose an option."
SEATS = (
    ("owen", "officer", "Answers what people say and runs the forms. Cannot promise money."),
    ("cara", "decider", "Decides together with the whole cabinet, and within the budget that the council has set."),
    ("gwen", "decider", "Decides together with the whole cabinet, and within the budget that the council has set."),
    ("huw", "decider", "Decides together with the whole cabinet, and within the budget that the council has set."),
)


def gather():
    """Make the people, the groups and the cycle, let everyone in, and publish it. Returns a Case."""
    people = {key: Person.objects.create_user(email, name) for key, (name, email) in PEOPLE.items()}
    bodies = {key: Organisation.objects.create(name=name, sort=sort) for key, (name, sort) in BODIES.items()}
    groups = {
        key: Group.objects.create(name=name, constituency=whom, is_user_controlled=own, host=bodies["network"])
        for key, (name, whom, own) in GROUPS.items()
    }
    for person, place, role in PLACES:
        where = {"group": groups[place]} if place in groups else {"organisation": bodies[place]}
        Membership.objects.create(person=people[person], role=role, **where)
    cycle = start_cycle(people["ann"], bodies["council"], limits=LIMITS_OF_LEAD, **SAID)
    case = Case(SimpleNamespace(**people), cycle)
    _let_in(case, bodies, groups)
    return case


def _let_in(case, bodies, groups):
    """Give out the seats, bring in who takes part, and publish."""
    ann, cycle = case.people.ann, case.cycle
    for person, role, limits in SEATS:
        cycle.seat(getattr(case.people, person), role, ann, limits=limits)
    case.parties["commissioners"] = cycle.participants.get()
    for key, group in groups.items():
        case.parties[key] = cycle.admit(ann, "users", group=group)
    case.parties["cabinet"] = cycle.admit(ann, "councillors", organisation=bodies["council"], name="The cabinet")
    case.parties["kitchen"] = cycle.admit(ann, "staff", organisation=bodies["kitchen"])
    cycle.publish(ann)


def bring_in_the_supplier(case):
    """Let the chosen supplier take part; nobody who may bid did so before."""
    supplier = Organisation.objects.get(name=BODIES["supplier"][0])
    case.parties["supplier"] = case.cycle.admit(case.people.ann, "providers", organisation=supplier)


def have_read_all(case):
    """Everybody has read what changed so far, and nobody is written to about it today: only the newest is new."""
    telling.skip(case.cycle)
    for key, (_name, address) in PEOPLE.items():
        if address:
            Seen.mark(getattr(case.people, key), case.cycle, ledger.length(case.cycle))
            Morning.begin(getattr(case.people, key), case.day(0))
