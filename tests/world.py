"""One world for all nets: every sort of thing in every openness, with a canary in every field that may be closed.

A canary is a word that stands nowhere else. `canaries` says for each one who may read it; the others must never.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db import models

from cycle.models import KINDS, Cycle, HandOver, Reassessment, Score
from feedback.models import Answer, Contribution, Placing
from involvement.models import Agreement, Challenge, Override, Stance
from people.models import Person

from . import (
    build,
    world_of_groups,
    world_of_load,
    world_of_needs,
    world_of_payments,
    world_of_privacy,
    world_of_tenders,
)
from . import world_of_meetings as meetings
from . import world_of_watching as watching
from .readers import INVOLVED, MEMBERS_LISTED, READERS, SEATED, TALK
from .world_of_load import OfLoad
from .world_of_meetings import OfMeetings
from .world_of_payments import OfPayments
from .world_of_review import an_earlier_cycle
from .world_of_talk import OfTalk, fill

__all__ = ["INVOLVED", "MEMBERS_LISTED", "READERS", "SEATED", "TALK", "World", "make"]


@dataclass
class World(OfLoad, OfPayments, OfMeetings, OfTalk):
    """The cast, and what the addresses of all pages need. canaries: word -> names of the readers who may see it.

    open_at: word -> names of the URLs where the rule is another one (a group's own list of its members).
    """

    cast: build.Cast
    canaries: dict[str, set[str]] = field(default_factory=dict)
    open_at: dict[str, set[str]] = field(default_factory=dict)
    records: dict[tuple[str, str], models.Model] = field(default_factory=dict)
    further: dict[tuple[str, str], models.Model] = field(default_factory=dict)
    contacts: dict[str, models.Model] = field(default_factory=dict)
    contributions: dict[str, Contribution] = field(default_factory=dict)
    challenges: dict[str, Challenge] = field(default_factory=dict)
    hidden_cycle: Cycle | None = None
    agreement: Agreement | None = None
    handover: HandOver | None = None
    reassessments: dict[str, Reassessment] = field(default_factory=dict)
    exercises: dict[str, models.Model] = field(default_factory=dict)
    call_ins: dict[str, models.Model] = field(default_factory=dict)
    tenders: dict[str, models.Model] = field(default_factory=dict)
    bids: dict[str, models.Model] = field(default_factory=dict)
    ties: dict[str, models.Model] = field(default_factory=dict)
    workers: dict[str, object] = field(default_factory=dict)
    allocations: dict[str, models.Model] = field(default_factory=dict)
    fundings: dict[str, models.Model] = field(default_factory=dict)
    paper_place: models.Model | None = None
    meeting_with_needs: models.Model | None = None
    target: models.Model | None = None

    def reader(self, name):
        """The Person of this name, or None for somebody who is not signed in."""
        return None if name == "nobody" else getattr(self.cast, name)

    def canary(self, what, readers, open_at=()):
        """A word that stands for `what` and that only these readers may come across."""
        word = f"canary{len(self.canaries):03d}{''.join(filter(str.isalnum, what))}"
        self.canaries[word] = set(readers)
        self.open_at[word] = set(open_at)
        return word


def make(world=None):
    """Make the world, or fill one that has only its cast. Returns a World."""
    world = world or World(build.cast())
    talk = build.opened(world.cast.cycle, TALK)
    world.agreement = Agreement.objects.get(round__stage=talk)
    _records(world)
    _further(world)
    _contacts(world)
    _call_ins(world)
    _limits(world)
    _contributions(world, talk)
    _drafts(world)
    _scores(world)
    _exercises(world)
    world_of_tenders.fill(world)
    _openness(world, talk)
    watching.fill(world, talk)
    _challenges(world)
    fill(world, talk)
    world_of_load.fill(world, talk)
    meetings.fill(world, talk)
    world_of_payments.fill(world, talk)
    world_of_needs.fill(world, talk)
    world.handover = build.handover(talk, world.cast.ann, world.cast.ola, world.cast.stage("strategy"))
    _changes_of_control(world)
    an_earlier_cycle(world)
    world_of_groups.fill(world)
    world.hidden_cycle = build.cycle(world.cast.ann, world.cast.council, published=False, title="Another",
                                     summary=world.canary("hidden cycle", {"ann"}),
                                     directorate=world.canary("hidden part", {"ann"}))  # fmt: skip
    world_of_privacy.fill(world)
    return world


def _records(world):
    """A public, a shared and a withheld record in every stage; the withheld one has a history."""
    for slug in KINDS:
        stage = world.cast.stage(slug)
        model = stage.kind.record
        world.records[slug, "public"] = build.record(stage, title=f"Public {slug}")
        shared = words_for(world, model, f"shared {slug}", INVOLVED)
        world.records[slug, "involved"] = build.record(stage, openness="involved", **shared)
        withheld = words_for(world, model, f"withheld {slug}", SEATED)
        made = build.withheld(stage, **withheld)
        made.revise(world.cast.ann, 1, world.canary(f"reason {slug}", SEATED), title=withheld["title"] + "x")
        world.records[slug, "withheld"] = made


def _further(world):
    """Of each further sort of record a shared and a withheld one, with canaries."""
    for slug, kind in KINDS.items():
        stage = world.cast.stage(slug)
        for model in kind.records[1:]:
            if model.PART == "talk":
                continue  # those have their own rule of who writes them
            what = model.SLUG.replace("-", " ")
            shared = words_for(world, model, f"shared {what}", INVOLVED)
            made = build.record(stage, model=model, openness="involved", **shared)
            world.further[model.SLUG, "involved"] = made
            closed = words_for(world, model, f"withheld {what}", SEATED)
            world.further[model.SLUG, "withheld"] = build.withheld(stage, model=model, **closed)


def _contacts(world):
    """What the one who decides wrote down of those who talked with her, in every openness."""
    stage, cara = world.cast.stage("decision"), world.cast.cara
    model = stage.kind.record_named("contacts")
    ground = {"openness": "withheld", "withheld_because": "It was told in trust.", "review_on": "2030-01-01"}
    for openness, who, over in (("public", set(READERS), {}), ("involved", INVOLVED, {"openness": "involved"}),
                                ("withheld", SEATED, ground)):  # fmt: skip
        said = words_for(world, model, f"contact {openness}", who)
        world.contacts[openness] = build.record(stage, cara, model, **said | over)


def _call_ins(world):
    """What came of two call-ins: who settled it and why is read by whoever may read the call-in."""
    stage, cast = world.cast.stage("decision"), world.cast
    world.call_ins["waits"] = world.further["call-ins", "involved"]
    for openness, who in (("involved", INVOLVED), ("withheld", SEATED)):
        make_one = build.withheld if openness == "withheld" else build.record
        closed = {} if openness == "withheld" else {"openness": openness}
        made = make_one(stage, model=stage.kind.record_named("call-ins"), title=f"Settled, {openness}", **closed)
        by, why = (world.canary(f"call in {openness} {what}", who) for what in ("settled by", "because"))
        made.settle(cast.ann, "upheld", date(2023, 2, 6), by, why)
        world.call_ins[f"settled {openness}"] = made


def _limits(world):
    """A public option that does not fit a line which only those with a seat may read."""
    line = world.records["budget", "withheld"]
    option = world.records["testing", "public"]
    option.revise(world.cast.ann, 1, "We know who pays.", paid_from=line, cost_a_year=10**9)


def words_for(world, model, what, readers):
    """A canary for each field of words that the record has."""
    names = [*model.COMMON_FIELDS, *(name for name in model.OWN_FIELDS if takes_words(model, name))]
    return {name: world.canary(f"{what} {name}", readers) for name in names}


def takes_words(model, name):
    column = model._meta.get_field(name)
    words = isinstance(column, models.CharField | models.TextField) and not column.choices
    return words and name not in build.SPECIAL


def _contributions(world, talk):
    """What mia said for everyone, for those involved, for officers, and what una said unnamed; some of it answered."""
    cast = world.cast
    una = Person.objects.create_user("una@example.org", world.canary("unnamed", {"cove"}, MEMBERS_LISTED))
    build.member(una, cast.meals_voice)
    readers = {"public": set(READERS), "involved": INVOLVED, "withheld": SEATED | {"mia"}}
    for openness, who in readers.items():
        said = {"text": world.canary(f"said {openness}", who), "dissent": world.canary(f"dissent {openness}", who)}
        made = build.contribution(talk, cast.mia, cast.users, openness=openness, voice="wider",
                                  how_known=world.canary(f"known {openness}", who), **said)  # fmt: skip
        answered = build.answer(made, text=world.canary(f"answer {openness}", who),
                                because=world.canary(f"because {openness}", who))  # fmt: skip
        answered.judge(cast.mia, Answer.Verdict.DOES_NOT, world.canary(f"verdict {openness}", who))
        world.contributions[openness] = made
    world.contributions["answered"] = build.contribution(talk, cast.mia, cast.users)
    build.answer(world.contributions["answered"])
    world.contributions["unnamed"] = build.contribution(talk, una, cast.users, is_unnamed=True)


def _drafts(world):
    """A draft that only officers may read, an open override, and a stage that was finished."""
    cast = world.cast
    build.draft(cast.stage("strategy"), purpose=world.canary("draft", {"ola", "ann"}))
    testing = build.begin(cast.stage("testing"))
    Override.open(testing, cast.ann, "The cabinet meets next week.")


def _exercises(world):
    """One that is prepared, one that takes ballots, two that are counted, and one that only officers may read."""
    cast = world.cast
    stage = build.opened(cast.cycle, "priorities")
    world.exercises["preparing"] = build.exercise(stage, title="Prepared")
    world.exercises["open"] = made = build.open_exercise(stage, title="Open")
    build.ballot(made, cast.mia, cast.users, "A low price", "Hot meals")
    made.print_paper(cast.cove, cast.users, 2)
    for name, openness, who in (("closed", "public", set(READERS)), ("agreed", "involved", INVOLVED)):
        things = [(world.canary(f"{name} {number} thing", who), world.canary(f"{name} {number} about", who))
                  for number in ("first", "second", "third")]  # fmt: skip
        made = build.open_exercise(stage, title=name, openness=openness, things=things, method="pairs")
        titles = [title for title, _summary in things]
        build.ballot(made, cast.mia, cast.users, *titles)
        build.on_paper(made, titles[1], titles[0])
        build.ballot(made, cast.pat, cast.providers, titles[2], titles[1])
        made.close(cast.ann)
        world.exercises[name] = made
    build.agreed_list(world.exercises["agreed"], why=world.canary("why agreed", INVOLVED))
    closed = {"openness": "withheld", "withheld_because": "It names a bidder.", "review_on": "2030-01-01"}
    things = [world.canary("withheld thing", SEATED), "Another"]
    world.exercises["withheld"] = build.open_exercise(stage, title="For officers", things=things, **closed)


def _openness(world, talk):
    """What the authority says of itself, and a count of five people's answers; no word in it is closed to anybody."""
    cast = world.cast
    Stance.state(talk, cast.ann, "partly", "You can change the menu and the times.")
    una = Person.objects.at_address("una@example.org")
    for person, position in {
        cast.pat: "open",
        cast.mia: "says",
        cast.bea: "says",
        cast.cove: "closed",
        una: "says",
    }.items():
        Placing.place(talk, person, position)


def _scores(world):
    """What pat gave an option by a criterion, for the providers; users have not given theirs."""
    cast, option, criterion = world.cast, world.records["testing", "public"], world.further["criteria", "involved"]
    Score.give(cast.pat, option.stage, cast.providers, 0, {(option.pk, criterion.pk): (6, "It can be done.")})


def _challenges(world):
    """Challenges to what is withheld: mia's words and each reply are for everybody, cara knew what she wrote about."""
    cast, reads_all = world.cast, set(READERS)
    budget, context = (world.records[slug, "withheld"] for slug in ("budget", "context"))
    world.challenges["waits"] = build.challenge(budget, cast.mia, words=world.canary("challenge", reads_all))
    knew = build.challenge(budget, cast.cara, cast.councillors, words=world.canary("challenge knew", SEATED))
    world.challenges["replied"] = build.reply(knew, words=world.canary("reply", reads_all))
    build.reply(build.challenge(context, cast.mia), words=world.canary("reply to mia", reads_all))


def _changes_of_control(world):
    """One for everyone, one shared, one withheld: in each a stage was judged twice, and the others wait."""
    cast, context = world.cast, world.cast.stage("context")
    readers = {"public": set(READERS), "involved": INVOLVED, "withheld": SEATED}
    for openness, who in readers.items():
        make_one = build.withheld if openness == "withheld" else build.record
        said = words_for(world, context.kind.record, f"control {openness}", who)
        closed = {} if openness == "withheld" else {"openness": openness}
        begun = world.reassessments[openness] = build.change_of_control(cast.cycle, make=make_one, **said, **closed)
        survival = begun.survivals.get(stage__kind_slug=TALK)
        survival.judge(cast.ann, "holds", "It goes on.", "The old cabinet")
        said = {what: world.canary(f"{what} {openness}", who) for what in ("survives", "authority", "again")}
        survival.judge(
            cast.ola, "ends", said["survives"], said["authority"], seen=survival.stamp, reason=said["again"]
        )  # fmt: skip
