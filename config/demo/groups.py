"""The groups themselves: their pages, who works with them and for whom, mandates, trust and money. All made up.

One is hosted by the team that also cooks, which is a conflict worth showing; one by the voluntary network; one stands
by itself and asks to be funded directly.
"""

from decimal import Decimal

from involvement.loyalty import workers_of
from involvement.membership import add_member
from involvement.models import Allocation, DirectFunding, Loyalty, Spending, Trust
from people.models import Mandate, Membership, Organisation

from .people import BODIES

PAGES = {
    "voice": {
        "sector": "Adult social care", "experience": "used", "meets_when": "On the second Tuesday of the month, at 2pm",
        "meets_where": "Chapel hall, with a ramp and a loop. Whoever cannot come is phoned on the day before.",
        "joining": "Anybody who gets meals at home can come. Tell your driver, or ask at the hall.",
        "done_before": "It wrote a guide to good meetings, and helped to choose the menus of 2019.",
    },
    "lunch": {
        "sector": "Adult social care", "experience": "some", "meets_when": "On Wednesdays at noon, at the table",
        "meets_where": "The hall in the upper valley", "joining": "Come and eat. There is a bus from the square.",
    },
    "carers": {
        "sector": "Support for carers", "experience": "new", "meets_when": "When there is something to talk about",
        "meets_where": "By phone, in the evening", "joining": "Write to the group through the council’s carers’ line.",
    },
}  # fmt: skip
MANDATES = {
    "bea": ("voice", "May agree to menus, times and what stands on the lid. Asks the group first about the price.",
            "The meeting of all members, by show of hands"),
    "rhys": ("carers", "May sign what helps carers to get a break. May not speak for people who get the meals.",
             "All members, by phone, one by one"),
}  # fmt: skip
OF_COLIN = {
    "employer": "Example Voluntary Network", "funded_by": "The council, by a grant to the network",
    "contract_aims": "Support three groups, hold four meetings a year with each, and write a report on each meeting.",
    "provides": "employer", "provides_what": "a lunch club on two days a week", "interests": "",
    "loyalty": "I say what the group says, also when my manager would say something else. If I cannot, I tell the "
    "group, and somebody else speaks.",
}  # fmt: skip
OF_THE_TEAM = {
    "funded_by": "The council pays the team to cook, and lets it use the room",
    "contract_aims": "There is no contract about the group. The team lends its office and prints the papers.",
    "provides": "self", "provides_what": "the meals that the group speaks about",
    "interests": "What the group says may change the work of the team.",
    "loyalty": "The group decides what it says. We lend the room, and we do not sit at the table.",
}  # fmt: skip
OF_THE_NETWORK = {
    "funded_by": "The council, by a grant", "contract_aims": "Three groups that meet and are heard.",
    "provides": "self",
    "provides_what": "a lunch club on two days a week", "interests": "",
    "loyalty": "The groups come first. We have told the council so.",
}  # fmt: skip
TRUST = ("trust", "trust", "partly", "trust", "not")


def play(case):
    """Fill the pages of the three groups, each with another host, other money and another thing that is still open."""
    voice, lunch, carers = (case.parties[key].group for key in ("voice", "lunch", "carers"))
    _pages(case)
    enid = add_member(voice, case.people.colin, name="Enid Makebelieve", role=Membership.Role.TREASURER).person
    add_member(voice, case.people.colin, name="Wyn Pretend", role=Membership.Role.SECRETARY)
    add_member(carers, case.people.colin, name="Mair Placeholder", role=Membership.Role.TREASURER)
    _mandates(case)
    Loyalty.declare(voice, case.people.colin, **OF_COLIN)
    Loyalty.declare(lunch, case.people.colin, **OF_COLIN)
    Loyalty.declare_for_host(voice, case.people.dai, **OF_THE_TEAM)
    Loyalty.declare_for_host(lunch, case.people.colin, **OF_THE_NETWORK)
    _trust(case, voice, enid)
    _money(case, voice, lunch, carers, enid)
    DirectFunding.ask(
        carers, case.people.rhys, case.cycle.authority,
        words="Nobody hosts us, and we want it to stay so. We pay for our phone calls ourselves.",
        ready="We have a treasurer, and an account that two of us sign for.",
    )  # fmt: skip


def _pages(case):
    team = Organisation.objects.get(name=BODIES["kitchen"][0])
    hosts = {"voice": {"host": team}, "lunch": {}, "carers": {"host": None}}
    for key, said in PAGES.items():
        group = case.parties[key].group
        group.rewrite(case.people.colin, group.version, **said, **hosts[key])


def _mandates(case):
    for key, (party, words, given_by) in MANDATES.items():
        place = case.parties[party].group.memberships.get(person=getattr(case.people, key))
        Mandate.write(place, case.people.colin, words=words, given_by=given_by, given_on=case.day(-200))


def _trust(case, voice, enid):
    people = (case.people.bea, case.people.dilys, case.people.glyn, enid, case.people.mia)
    for worker in workers_of([voice])[voice.pk]:
        for person, answer in zip(people, TRUST, strict=True):
            Trust.say(worker, person, answer)


def _money(case, voice, lunch, carers, enid):
    colin, owen = case.people.colin, case.people.owen
    year = {"from_date": case.day(-120), "until_date": case.day(245)}
    grant = Allocation.add(
        voice, owen, authority=case.cycle.authority, amount=Decimal(3000), purpose="Meetings, taxis and papers",
        holder="host", control="asked", **year,
    )  # fmt: skip
    for days, amount, what_for in (
        (-90, "120.00", "The hall, for three meetings"), (-61, "84.60", "Taxis for five people"),
        (-33, "42.00", "Papers in large print"),
    ):  # fmt: skip
        Spending.add(grant, enid, spent_on=case.day(days), amount=Decimal(amount), what_for=what_for)
    grant.say_told(enid, "sum")
    voice.open_money(enid, "sums")
    Allocation.add(
        lunch, colin, given_by="Example Voluntary Network", amount=Decimal(800), purpose="Tea, bread and the bus",
        holder="host", control="shared", **year,
    )  # fmt: skip
    own = Allocation.add(
        carers, colin, given_by="A collection among the members", amount=Decimal(250), purpose="Phone calls and stamps",
        holder="group", control="group", **year,
    )  # fmt: skip
    treasurer = carers.memberships.get(role="treasurer").person
    Spending.add(own, treasurer, spent_on=case.day(-20), amount=Decimal("31.40"), what_for="Stamps and envelopes")
    own.say_told(treasurer, "all")
