"""One world for all nets: every sort of thing in every openness, with a canary in every field that may be closed.

A canary is a word that stands nowhere else. `canaries` says for each one who may read it; the others must never.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db import models

from cycle.models import KINDS, Cycle, HandOver, Reassessment
from feedback import bringing, moderating, sorting
from feedback.models import (
    Answer,
    AnswerDraft,
    Attachment,
    Batch,
    Contribution,
    Conversation,
    Import,
    Letter,
    Placing,
    Promise,
    Sheet,
    Theme,
)
from feedback.passing import pass_on
from involvement.models import Agreement, Challenge, Override, Session, Stance
from people import jobs
from people.models import Draft, Job, Person

from . import build
from .build import giving, moving

READERS = ("nobody", "zoe", "pat", "mia", "bea", "cove", "cara", "ola", "ann")
SEATED = {"cara", "ola", "ann"}
INVOLVED = SEATED | {"pat", "mia", "bea", "cove"}
TALK = "needs"  # the stage in which people talk
# Where those who keep a group or run a cycle choose among a group's members by name.
MEMBERS_LISTED = ("group", "contribution_new", "paper_signature", "conversation_new", "keying", "paper_forms")


@dataclass
class World:
    """The cast, and what the addresses of all pages need. canaries: word -> names of the readers who may see it.

    open_at: word -> names of the URLs where the rule is another one (a group's own list of its members).
    """

    cast: build.Cast
    canaries: dict[str, set[str]] = field(default_factory=dict)
    open_at: dict[str, set[str]] = field(default_factory=dict)
    records: dict[tuple[str, str], models.Model] = field(default_factory=dict)
    contacts: dict[str, models.Model] = field(default_factory=dict)
    contributions: dict[str, Contribution] = field(default_factory=dict)
    answer_drafts: dict[str, AnswerDraft] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    given: dict[str, Contribution] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    draft: Draft | None = None
    challenges: dict[str, Challenge] = field(default_factory=dict)
    promises: dict[str, Promise] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    imports: dict[str, Import] = field(default_factory=dict)
    hidden_cycle: Cycle | None = None
    agreement: Agreement | None = None
    sessions: dict[str, Session] = field(default_factory=dict)
    batches: dict[str, Batch] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)
    handover: HandOver | None = None
    reassessments: dict[str, Reassessment] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)

    def reader(self, name):
        """The Person of this name, or None for somebody who is not signed in."""
        return None if name == "nobody" else getattr(self.cast, name)

    def canary(self, what, readers, open_at=()):
        """A word that stands for `what` and that only these readers may come across."""
        word = f"canary{len(self.canaries):03d}{what.replace(' ', '')}"
        self.canaries[word] = set(readers)
        self.open_at[word] = set(open_at)
        return word


def make(world=None):
    """Make the world, or fill one that has only its cast. Returns a World."""
    world = world or World(build.cast())
    talk = build.opened(world.cast.cycle, TALK)
    world.agreement = Agreement.objects.get(round__stage=talk)
    _records(world)
    _contacts(world)
    _limits(world)
    _contributions(world, talk)
    _answering(world, talk)
    _drafts(world)
    _giving(world, talk)
    _openness(world, talk)
    _challenges(world)
    _promises(world, talk)
    _sheets(world, talk)
    world.handover = build.handover(talk, world.cast.ann, world.cast.ola, world.cast.stage("strategy"))
    _changes_of_control(world)
    _themes(world, talk)
    _moving(world, talk)
    _paper(world, talk)
    world.hidden_cycle = build.cycle(world.cast.ann, world.cast.council, published=False, title="Another",
                                     summary=world.canary("hidden cycle", {"ann"}))  # fmt: skip
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


def _contacts(world):
    """What the one who decides wrote down of those who talked with her, in every openness."""
    stage, cara = world.cast.stage("decision"), world.cast.cara
    model = stage.kind.record_named("contacts")
    ground = {"openness": "withheld", "withheld_because": "It was told in trust.", "review_on": "2030-01-01"}
    for openness, who, over in (("public", set(READERS), {}), ("involved", INVOLVED, {"openness": "involved"}),
                                ("withheld", SEATED, ground)):  # fmt: skip
        said = words_for(world, model, f"contact {openness}", who)
        world.contacts[openness] = build.record(stage, cara, model, **said | over)


def _limits(world):
    """A public option that does not fit a line which only those with a seat may read."""
    line = world.records["budget", "withheld"]
    option = world.records["testing", "public"]
    option.revise(world.cast.ann, 1, "We know who pays.", paid_from=line, cost_a_year=10**9)


def words_for(world, model, what, readers):
    """A canary for each field of words that the record has."""
    names = [*model.COMMON_FIELDS, *(name for name in model.OWN_FIELDS if _takes_words(model, name))]
    return {name: world.canary(f"{what} {name}", readers) for name in names}


def _takes_words(model, name):
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


def _answering(world, talk):
    """Drafts of answers for officers, and for one asked to read it; passed on; conversations, with what others say."""
    cast, ivo = world.cast, build.person("Ivo", "ivo@example.org")
    build.member(ivo, cast.meals_voice)
    for situation, who in (("", {"ola", "ann"}), ("to read", SEATED)):
        said = {name: world.canary(f"draft {situation} {name}", who) for name in ("text", "because", "expect")}
        draft = build.answer_draft(world.contributions["public"], **said, passed_to=world.canary("passed", who))
        world.answer_drafts[situation] = draft
    world.answer_drafts["to read"].ask(cast.ann, cast.cara)
    pass_on(world.contributions["involved"], cast.ann, cast.ola, world.canary("pass reason", INVOLVED))
    for openness, who in (("public", set(READERS)), ("involved", INVOLVED)):
        said = {name: world.canary(f"talk {openness} {name}", who) for name in ("said", "changed_thinking")}
        talked = build.conversation(talk, openness=openness, person=cast.mia, **said)
        talked.dispute(ivo, world.canary(f"disputed {openness}", who))
        world.conversations[openness] = talked


def _giving(world, talk):
    """What mia has half-written, attached, corrected and withdrawn; what officers hid, hold and keep out of it."""
    cast, mia, own = world.cast, world.cast.mia, SEATED | {"mia"}
    officers, runners = {"ola", "ann"}, {"mia", "cove", "ola", "ann"}
    world.draft = giving.half_written(mia, talk, world.canary("half written", {"mia"}))
    secret = world.records[TALK, "withheld"]
    plain = world.given["plain"] = build.contribution(
        talk, mia, cast.users, about=secret, text="Plain words.", openness="involved"
    )
    giving.corrected(plain, text=f"Plain words, {world.canary('corrected', INVOLVED)}.",
                     because=world.canary("correction because", INVOLVED))  # fmt: skip
    letter = giving.package({})
    world.attachments["involved"] = giving.attachment(
        mia, plain, content=letter, description=world.canary("file involved", INVOLVED)
    )
    withheld = world.given["for officers"] = build.contribution(talk, mia, cast.users, openness="withheld")
    world.attachments["for officers"] = giving.attachment(mia, withheld, description=world.canary("file officers", own))
    world.attachments["half written"] = giving.attachment(
        mia, token=world.draft.token, description=world.canary("file half written", {"mia"})
    )
    _hidden_and_withdrawn(world, talk, officers)
    _held(world, talk, runners)


def _hidden_and_withdrawn(world, talk, officers):
    cast, mia = world.cast, world.cast.mia
    name, first = world.canary("hidden part", officers | {"mia"}), world.canary("hidden before", officers | {"mia"})
    made = world.given["hidden"] = build.contribution(talk, mia, cast.users, text=f"Ask {first} first.")
    giving.corrected(made, text=f"Ask {name} first.")
    giving.hidden(made, name, cast.ann)
    giving.hidden(made, first, cast.ann)
    gone = {what: world.canary(f"withdrawn {what}", {"mia"}) for what in ("text", "how_known", "dissent", "limits")}
    made = build.contribution(talk, mia, cast.users, voice="wider", **gone)
    giving.corrected(
        made, text=world.canary("withdrawn again", {"mia"}), because=world.canary("withdrawn why", {"mia"})
    )
    world.attachments["withdrawn"] = giving.attachment(mia, made, description=world.canary("file withdrawn", {"mia"}))
    world.given["withdrawn"] = giving.withdrawn(made)


def _held(world, talk, runners):
    """One that waits to be looked at and one that was kept out, while somebody read first; nobody does any more."""
    cast, mia = world.cast, world.cast.mia
    giving.looked_at_first(talk, cast.ann)
    world.given["held"] = build.contribution(talk, mia, cast.users, text=world.canary("held", runners))
    out = world.given["kept out"] = build.contribution(talk, mia, cast.users, text=world.canary("kept out", runners))
    moderating.keep_out(out, cast.ann, world.canary("why kept out", set(READERS)))
    moderating.look_no_more(talk, cast.ann, "It is calm again.")


def _drafts(world):
    """A draft that only officers may read, an open override, and a stage that was finished."""
    cast = world.cast
    build.draft(cast.stage("strategy"), purpose=world.canary("draft", {"ola", "ann"}))
    testing = build.begin(cast.stage("testing"))
    Override.open(testing, cast.ann, "The cabinet meets next week.")


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


def _promises(world, talk):
    """A broken one for everyone, one that moved, a late one for officers and mia, one for what she said to them."""
    cast, closed = world.cast, world.contributions["withheld"]
    everyone, hers = set(READERS), SEATED | {"mia"}

    def words(what, readers, *names):
        return {name: world.canary(f"promise {what} {name}", readers) for name in names}

    made = build.promise(talk, **words("public", everyone, "what", "authority"))
    world.promises["public"] = build.concluded(made, "broken", **words("public", everyone, "outcome", "because"))
    build.promise_verdict(made, cast.bea, "broken", world.canary("promise public verdict", everyone))
    made = build.promise(talk, owner=cast.ola, openness="involved", **words("involved", INVOLVED, "what", "authority"))
    made.postpone(cast.ann, date(2031, 1, 1), world.canary("promise involved day", INVOLVED))
    world.promises["involved"] = made
    made = build.late_promise(talk, to=[], contributions=[closed], openness="withheld",
                              **words("withheld", hers, "what", "authority"))  # fmt: skip
    build.promise_verdict(made, cast.mia, "broken", world.canary("promise withheld verdict", hers))
    world.promises["withheld"] = made
    made = build.concluded(build.promise(talk, to=[], contributions=[closed]))
    build.promise_verdict(made, cast.mia, "broken", world.canary("promise closed verdict", hers))
    world.promises["of closed words"] = made


def _sheets(world, talk):
    """What officers tell everybody of the stage and of the cycle, in both forms; and a draft of the next version."""
    ann, cycle = world.cast.ann, world.cast.cycle
    for stage in (talk, None):
        for form in Sheet.Form.values:
            text = world.canary(f"sheet {form}", set(READERS))
            Sheet.write(cycle, stage, form, ann, text, "meal").publish(ann)
            Sheet.write(cycle, stage, form, ann, world.canary(f"sheet draft {form}", {"ola", "ann"}))


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


def _themes(world, talk):
    """A theme for everyone, a shared and a withheld one, with all that was said in each; and one that is not used."""
    cast, said = world.cast, Contribution.objects.in_stage(talk)
    for openness, who in {"public": set(READERS), "involved": INVOLVED, "withheld": SEATED}.items():
        name, about = (world.canary(f"theme {openness} {what}", who) for what in ("name", "about"))
        world.themes[openness] = made = build.theme(talk, name, about=about, openness=openness)
        sorting.put(talk, cast.ann, made, said)
    world.themes["retired"] = build.theme(talk, "Not used")
    world.themes["retired"].retire(cast.ann)


def _moving(world, talk):
    """A file that waits, one that was brought in, and what goes on in the background for ann, for each state."""
    cast, runners = world.cast, {"ola", "ann"}
    names = {
        state: f"{world.canary(f'file {state}', who)}.csv" for state, who in (("done", SEATED), ("waits", runners))
    }
    rows = moving.survey(2, Comment=world.canary("said elsewhere", INVOLVED))
    rows[1] = (world.canary("reference", runners), *rows[1][1:])
    world.imports["done"] = moving.brought_in(talk, rows, cast.ann, name=names["done"])
    wrong = [*moving.survey(1, 7), ("R9", world.canary("wrong cell", runners), "", "", "Idea", "x")]
    world.imports["waits"] = moving.uploaded(talk, wrong, cast.ann, name=names["waits"])
    for state in ("waits", "failed"):
        title = world.canary(f"job {state}", {"ann"})
        world.jobs[state] = jobs.start(world_of_work, cast.ann, title, about_url=talk.get_absolute_url())
    Job.objects.filter(pk=world.jobs["failed"].pk).update(
        state="failed", ended_at="2023-01-01T00:00Z", reason=world.canary("reason of a job", {"ann"})
    )


@jobs.work
def world_of_work(progress):
    """A work that does nothing."""


def _paper(world, talk):
    """Meetings in each openness, a batch and a pack, what was put in from paper, and letters with answers."""
    cast = world.cast
    words = [name for name in Session.WRITTEN if name not in ("held_on", "openness")]
    for openness, who in (("public", set(READERS)), ("involved", INVOLVED)):
        said = {name: world.canary(f"meeting {openness} {name}", who) for name in words}
        world.sessions[openness] = build.session(talk, cast.cove, cast.users, openness=openness, **said)
    paula = build.person(world.canary("paula", SEATED | {"cove"}, MEMBERS_LISTED))
    quiet = build.person(world.canary("quiet", {"cove"}, MEMBERS_LISTED))
    for person in (paula, quiet):
        build.member(person, cast.meals_voice)
    cast.afresh()
    talk = cast.stage(TALK)
    world.batches["forms"] = Batch.make(talk, cast.cove, cast.users, 2)
    world.batches["pack"] = Batch.make(talk, cast.cove, cast.users, 1, paula)
    helped = {"helper": world.canary("helper", INVOLVED), "consent": True, "read_back": True}
    for key, over in (("named", {"given_by": paula, "openness": "withheld"}),
                      ("unnamed", {"given_by": quiet, "is_unnamed": True})):  # fmt: skip
        sheet = world.batches["forms"].sheets.all()[len(world.letters)]
        said = build.contribution(talk, cast.cove, cast.users, channel="paper", paper_form=sheet,
                                  session=world.sessions["involved"], **helped | over)  # fmt: skip
        answer = build.answer(said)
        bringing.write_letters(talk, cast.cove, [answer.pk])
        world.letters[key] = Letter.objects.get(answer=answer)
