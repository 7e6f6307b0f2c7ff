"""What people say and what comes of it, in every openness: a part of `tests.world`."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from feedback import bringing, digests, moderating, sorting
from feedback.models import (
    AnswerDraft,
    Attachment,
    Batch,
    Contribution,
    Conversation,
    Debate,
    Import,
    Letter,
    PaperNews,
    Position,
    Promise,
    Sheet,
    Theme,
)
from feedback.passing import pass_on
from involvement.models import Session
from people import jobs
from people.models import Draft, Job

from . import build
from .build import giving, moving
from .readers import INVOLVED, MEMBERS_LISTED, READERS, SEATED, TALK


@dataclass(kw_only=True)
class OfTalk:
    """What the addresses of talk need."""

    answer_drafts: dict[str, AnswerDraft] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    given: dict[str, Contribution] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    debates: dict[str, Debate] = field(default_factory=dict)
    draft: Draft | None = None
    promises: dict[str, Promise] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    imports: dict[str, Import] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    batches: dict[str, Batch] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)
    news: list[PaperNews] = field(default_factory=list)


def fill(world, talk):
    """Fill the world with it; talk: the stage in which people talk."""
    _debates(world, talk)
    _answering(world, talk)
    _giving(world, talk)
    _promises(world, talk)
    _sheets(world, talk)
    _themes(world, talk)
    _moving(world, talk)
    _paper(world, talk)


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
    face = world.attachments["hidden"] = giving.attachment(
        mia, made, description=world.canary("file hidden", officers | {"mia"})
    )
    moderating.hide_file(made, cast.ann, face, "a face")
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
    words = ("title", "purpose", "where", "join", "before", "questions", "notes")
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
    for person in (paula, quiet):
        digests.write(person, timezone.localdate())
    world.news = list(PaperNews.objects.order_by("pk"))


def _debates(world, talk):
    """One for everyone that goes on, one for those who take part that has ended: with words of every sort in them."""
    cast = world.cast
    for openness, who in (("public", set(READERS)), ("involved", INVOLVED)):

        def say(what, openness=openness, who=who):
            return world.canary(f"debate {openness} {what}", who)

        words = {name: say(f"first {name}") for name in Position.WORDS}
        debate = build.debate(talk, openness=openness, question=say("question"), why=say("why"))
        first = build.position(debate, **words)
        against = {name: say(f"second {name}") for name in Position.WORDS}
        build.position(debate, cast.commissioners, opposes=first, **against)
        build.asked_why(first, cast.ola, cast.commissioners, words=say("asked"), answer=say("answered"))
        build.asked_why(first, cast.pat, cast.providers)
        build.common_view(debate, say("common view"))
        build.stands(debate, cast.users, "does not", say("stand"))
        if openness == "involved":
            debate = build.ended(debate, say("came of it"))
        world.debates[openness] = debate
    world.debates["new"] = build.debate(talk)
