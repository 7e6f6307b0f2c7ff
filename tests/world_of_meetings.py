"""Who is asked to meetings, what came of them, and talks held without users: a part of `tests.world`."""

from dataclasses import dataclass, field

from involvement import asking
from involvement.models import Action, Attendance, Debrief, MinutesWord, Session, Talk
from involvement.models.piece import Piece

from . import build
from .readers import INVOLVED, READERS

KEEPERS = {"cove", "ola", "ann"}  # they keep the meetings of the group


@dataclass(kw_only=True)
class OfMeetings:
    """What the addresses of meetings need: by openness, and of the pieces by (openness, sort)."""

    attendances: dict[tuple[str, str], Attendance] = field(default_factory=dict)
    pieces: dict[tuple[str, str], Piece] = field(default_factory=dict)
    called_off: Session | None = None
    talks: dict[str, Talk] = field(default_factory=dict)


def fill(world, talk):
    """Fill the world with it; talk: the stage in which people talk."""
    for openness, who in (("public", set(READERS)), ("involved", INVOLVED)):
        _asked(world, openness)
        _held(world, openness, who)
        _looked_back(world, openness, who)
        said = {name: world.canary(f"officers talk {openness} {name}", who) for name in
                ("topic", "who", "outcome", "why_without")}  # fmt: skip
        world.talks[openness] = build.officers_talk(talk, world.cast.ann, openness=openness, **said)
    world.called_off = build.session(talk, world.cast.ann)
    build.asked(world.called_off, world.cast.mia)
    world.called_off.call_off(world.cast.ann, world.canary("called off because", INVOLVED))


def _asked(world, openness):
    """mia has answered with a word for those who plan, bea has not; what ola may decide is for those who take part."""
    cast, session = world.cast, world.sessions[openness]
    mia, bea, ola = build.asked(session, cast.mia, cast.bea, cast.ola)
    mia.reply(cast.mia, comes=True, words=world.canary(f"answer {openness} word", KEEPERS | {"mia"}))
    ola.say_authority(cast.ann, decides=False, may_decide=world.canary(f"may decide {openness}", INVOLVED))
    world.attendances |= {(openness, "mia"): mia, (openness, "bea"): bea, (openness, "ola"): ola}
    asking.note_who_came(session, cast.ann, came=[mia.pk])
    mia.refresh_from_db()
    mia.session = session


def _held(world, openness, who):
    """One of each piece, with words for those who read of the meeting."""
    session, ann = world.sessions[openness], world.cast.ann

    def words(*names):
        return {name: world.canary(f"piece {openness} {name}", who) for name in names}

    mia, led_by = world.attendances[openness, "mia"], world.canary(f"leads {openness}", INVOLVED)
    action = build.action(session, mia, ann, what=world.canary(f"action {openness}", who))
    done = build.action(session, mia, ann)
    done.finish(ann, done=True, became=world.canary(f"action {openness} became", who))
    decided = {"what": world.canary(f"decided {openness}", who), "was_theirs": False, "who": mia}
    world.pieces |= {
        (openness, "agenda"): build.agenda_item(session, ann, led_by=led_by, **words("title", "about")),
        (openness, "papers"): build.meeting_paper(session, ann, **words("words")),
        (openness, "decisions"): build.taken(session, ann, **decided, **words("decided_by")),
        (openness, "actions"): Action.objects.get(pk=action.pk),
    }


def _looked_back(world, openness, who):
    """What the group keeps to itself, what the officers share, and that it was not so."""
    cast, session = world.cast, world.sessions[openness]
    group = {"mia", "bea", "cove"}
    sides = (("own", cast.users, cast.cove, group), ("shared", cast.commissioners, cast.ann, INVOLVED))
    for what, side, by, reads in sides:
        said = {name: world.canary(f"debrief {openness} {what} {name}", reads) for name in Debrief.SAID[:3]}
        build.debrief(session, side, by, is_shared=what == "shared", **said)
    word = world.canary(f"not so {openness}", who)
    MinutesWord.say(session, world.attendances[openness, "mia"], is_so=False, words=word, seen=session.version)
