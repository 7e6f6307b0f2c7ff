"""A cycle in which everything is as long as it may be: names, titles, lists, all thirteen stages changed or waiting."""

from datetime import date, timedelta

from django.utils import timezone

from cycle.models import KINDS
from tests import build

LONG = "The Association of Everybody in the Upper and the Lower Valleys who gets Meals at Home or may need them one Day"
WORDY = "In these words somebody tells at great length what could have been told in a few, and nobody stopped it. " * 9
PARTIES = 7


def crowd(cast):
    """Fill the cast's cycle. Returns the cast."""
    cycle, many = cast.cycle, []
    for number in range(PARTIES):
        group = build.group(f"{number} {LONG}")
        build.member(build.person(f"Speaker {number}"), group, "representative")
        many.append(build.admit(cycle, group))
    cast.afresh()
    for slug in KINDS:
        build.opened(cast.cycle, slug, parties=many[:2], who_decides=WORDY, purpose=WORDY, open_to_change=WORDY,
                     fixed=WORDY, fixed_because=WORDY, decides_on=timezone.localdate() + timedelta(days=9))  # fmt: skip
        _fill(cast.stage(slug), many)
    _press(cast)
    return cast


def _fill(stage, many):
    """Words of everybody in a stage, some of it late, and records of which some are withheld."""
    long_ago = timezone.localdate() - timedelta(days=90)
    if stage.kind_slug in ("needs", "decision", "testing", "review", "budget"):
        for each in many if stage.kind_slug == "needs" else many[:1]:
            build.contribution(stage, build.lead(stage.cycle), each, text=WORDY, channel="paper", given_on=long_ago,
                               voice="wider", how_known="We asked.", how_many=1_000_000)  # fmt: skip
    for number in range(4):
        build.record(stage, title=f"{number} {LONG}", summary=WORDY)
    build.withheld(stage, title="Withheld", withheld_because=WORDY)


def _press(cast):
    """Pressures of every sort on every stage: each agreement is out of date, and the newest change has a long title."""
    context = cast.stage("context")
    model = context.kind.record
    for sort in model.Sort.values:
        build.record(context, title=f"{sort} {LONG}", sort=sort, source=LONG, dated=date(2023, 1, 23),
                     hits=list(cast.cycle.stages.all()))  # fmt: skip
