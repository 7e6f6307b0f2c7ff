"""Tenders in each state, with sealed and opened offers, ties, scores and a decision: a part of `tests.world`."""

from cycle.kinds.procurement import declaration, panel_score
from cycle.kinds.procurement.scoring import scoring_of

from . import build
from .build import procuring
from .readers import INVOLVED, READERS

OFFICERS = {"ola", "ann"}
PRICE = {
    "sealed": "90170.17",
    "opened": "90270.27",
    "decided": "90370.37",
    "own": "90470.47",
}


def fill(world):
    """One that asks for bids, two that are opened, one that is decided; bea, mia and ola sit on the panels."""
    cast = world.cast
    stage = build.opened(cast.cycle, "procurement")
    world.tenders["asking"] = _asking(world, stage)
    world.tenders["opened"] = _opened(world, stage)
    world.tenders["scored"] = _scored(world, stage)
    world.tenders["decided"] = _decided(world, stage)


def _bid(world, tender, situation, readers, **over):
    """A bid whose offer only these may read; nobody where it is sealed."""
    said = {name: world.canary(f"offer {situation} {name}", readers) for name in ("technical", "commercial")}
    return procuring.bid(tender, f"Bidder {situation}", price=PRICE[situation], **said, **over)


def _panel(world, tender):
    cast = world.cast
    help_named = world.canary(f"help {tender.title.lower()}", INVOLVED)
    procuring.on_panel(tender, cast.ola, cast.commissioners)
    procuring.on_panel(tender, cast.bea, help_named=help_named)
    procuring.on_panel(tender, cast.mia)


def _asking(world, stage):
    made = procuring.asking(stage, title="Asking", bids_until=procuring.FAR)
    world.bids["sealed"] = _bid(world, made, "sealed", set())
    _panel(world, made)
    tie = procuring.tie(made, world.cast.mia, "Bidder sealed", words=world.canary("tie", OFFICERS | {"mia"}))
    world.ties["waits"] = tie
    return made


def _opened(world, stage):
    """Opened and declared; mia has handed in, bea has begun, ola has not: so the scores are sealed, and the prices."""
    cast, made = world.cast, procuring.asking(stage, title="Opened")
    inside = OFFICERS | {"bea", "mia"}
    said = {"technical": world.canary("offer opened technical", inside), "commercial": world.canary("terms", set())}
    world.bids["opened"] = procuring.bid(made, "Bidder opened", price=PRICE["opened"], **said)
    _panel(world, made)
    made.open(cast.ann)
    procuring.declared(made)
    procuring.handed_in(made, cast.mia, why=world.canary("sealed why", set(), {"own_data_file"}))
    found = scoring_of(made)
    bea = found.member_of(cast.bea)
    begun = {found.duties(bea)[0]: (3, world.canary("begun why", {"bea"}))}
    panel_score.score(bea, cast.bea, begun)
    return made


def _scored(world, stage):
    """Opened and scored by everybody; nothing is talked over yet."""
    made = procuring.asking(stage, title="Scored")
    procuring.bid(made, "Bidder scored")
    _panel(world, made)
    made.open(world.cast.ann)
    procuring.declared(made)
    procuring.handed_in(made)
    return made


def _decided(world, stage):
    """Decided: of two bids one is withheld; mia took no part in judging the other, which pat's firm made."""
    cast, made = world.cast, procuring.asking(stage, title="Decided")
    inside = OFFICERS | {"bea", "mia"}
    world.bids["decided"] = _bid(world, made, "decided", inside)
    closed = {"openness": "withheld", "withheld_because": "It shows how they work.", "review_on": "2030-01-01"}
    own = world.bids["own"] = procuring.bid(
        made, cast.provider.name, price=PRICE["own"], technical=world.canary("own technical", OFFICERS | {"bea"}),
        commercial=world.canary("own terms", OFFICERS | {"bea"}), title=world.canary("own bid", {"cara", *OFFICERS}),
        **closed,
    )  # fmt: skip
    _panel(world, made)
    made.open(cast.ann)
    procuring.declared(made)
    told = procuring.tie(made, cast.mia, own.bidder, words=world.canary("tie decided", OFFICERS | {"mia"}))
    declaration.decide(told, cast.ann, "withdraws", world.canary("tie done", {"cara", "mia", *OFFICERS}))
    procuring.handed_in(made, why=world.canary("given why", inside))
    procuring.moderated_all(made, why=world.canary("came to why", inside | {"pat"}))
    reasons = {name: world.canary(f"award {name}", set(READERS)) for name in ("users_reason", "officers_reason")}
    procuring.decided(made, "award", world.bids["decided"], **reasons)
    world.bids["decided"].refresh_from_db()
    return made.afresh()
