"""Finding, choosing and sorting in one stage with very many contributions: queries, CPU and clock time, and growth."""

import argparse
import random
import resource
import sys
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.ground import answer, connection, copy_of, givers, measure, prepared  # first: it sets Django up

# isort: split
from django.core.cache import cache
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from feedback import sorting
from feedback.answering import answer_many
from feedback.asking import Asking
from feedback.models import Coding, Contribution, Sorting
from feedback.moving.exporting import as_csv, lines_of
from feedback.report.keeping import pdf_of
from feedback.report.on_paper import forms_of
from people.models import Person
from tests import build

SMALL = 1000
ROUNDS = 5
FLOOR = "the floor"
THEMES = 12
COMMON = ["the", "meal", "came", "and", "we", "ate", "on", "a", "cold", "day", "with", "driver", "van", "was", "late"]
MIDDLE = [f"{first}{second}" for first in ("rain", "sun", "wind", "snow") for second in ("day", "time", "song", "road")]


def words(number, dice):
    """Some sixty words, as different as what people write: common ones, some in every tenth text, some rare ones."""
    text = [dice.choice(COMMON) for _each in range(50)] + dice.sample(MIDDLE, 3)
    text += [f"thing{dice.randrange(20_000)}" for _each in range(4)] + ["warm", "food"]
    return " ".join(text) + (" and sprouts" if number % 997 == 0 else "")


def grow(cast, number):
    """Bring the stage to this many contributions of five parties, in every sort and voice, and sort half of them."""
    stage, dice = cast.stage("needs"), random.Random(number)  # noqa: S311
    have = Contribution.objects.count()
    first = Contribution.objects.first() or build.contribution(stage, cast.mia, cast.users)
    people = givers(cast)
    parties = list(cast.cycle.participants.order_by("pk"))
    rows = (one(first, each, dice, people, parties) for each in range(have, number))
    Contribution.objects.bulk_create(rows, batch_size=2000)
    answer(cast, (number - have) // 2)
    themes = list(stage.themes.order_by("pk")) or [build.theme(stage, f"Theme {each}") for each in range(THEMES)]
    act = Sorting.objects.create(stage=stage, theme=themes[0], by=cast.ann, event_number=1)
    new = Contribution.objects.filter(codings=None).order_by("pk").values_list("pk", flat=True)
    Coding.objects.bulk_create(
        (Coding(contribution_id=pk, theme=dice.choice(themes[:-1]), put=act) for pk in new if pk % 2), batch_size=5000
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return themes


def one(first, number, dice, people, parties):
    voice = dice.choices(["own", "mandate", "wider"], [90, 8, 2])[0]
    return copy_of(
        first, number, dice.choice(people), text=words(number, dice),
        participant_id=dice.choices(parties, [900, 60, 30, 9][: len(parties)])[0].pk,
        sort=dice.choice(Contribution.Sort.values), voice=voice, how_known="" if voice == "own" else "We asked",
        dissent="Two would not" if voice == "wider" else "", channel=dice.choice(Contribution.Channel.values),
        openness=dice.choices(["public", "involved", "withheld"], [90, 7, 3])[0],
        given_on=date(2026, 1, 1) + timedelta(days=number % 300),
    )  # fmt: skip


def pages(cast, themes):
    """What is asked for, by name."""
    start = f"/cycles/{cast.cycle.slug}/stages/needs/"
    said, few = f"{start}contributions/", cast.cycle.participants.order_by("pk").last().pk
    middle = Contribution.objects.order_by("pk").values_list("pk", flat=True)[Contribution.objects.count() // 2]
    return {
        "list": said,
        "list, from the middle on": f"{said}?after={middle}",
        "a rare word": f"{said}?words=sprouts+",
        "a common word": f"{said}?words=meal+",
        "two words": f"{said}?words=windsong+snowroad+",
        "a phrase": f"{said}?words=%22warm+food%22",
        "half a word": f"{said}?words=spro",
        "a word, without another": f"{said}?words=meal+-late",
        "a word that is not there": f"{said}?words=helicopter+",
        "sort": f"{said}?sort=idea",
        "a small party": f"{said}?party={few}",
        "sort, voice, answered": f"{said}?sort=idea&voice=wider&answered=yes",
        "sort, channel, days": f"{said}?sort=idea&channel=phone&since=2026-03-01&until=2026-03-02",
        "some think otherwise": f"{said}?dissent=yes",
        "a theme": f"{said}?theme={themes[0].pk}",
        "an empty theme": f"{said}?theme={themes[-1].pk}",
        "a common word, a party": f"{said}?words=meal+&party={few}",
        "a word, a theme, sort": f"{said}?words=windsong+&theme={themes[0].pk}&sort=idea",
        "overdue": f"{said}?answered=late",
        "themes counted": f"{start}themes/",
        "the stage": start,
        "what came of it": f"{start}what-came-of-it/",
        "one contribution": f"{said}{middle}/",
    }


def acts(cast, themes):
    """What is done to many at once, by name: a function that does it. Each is done once, in this order."""
    stage = cast.stage("needs")
    pks = [row.pk for row in Asking().rows(stage, cast.ann)[:1000]]
    rows = Contribution.objects.filter(pk__in=pks)
    waiting = Contribution.objects.unanswered().select_related("stage__cycle", "agreement").order_by("-pk")
    done, batch = [], build.batch(stage, number=100)
    client = Client()

    def answer_a_thousand():
        chosen = list(waiting[:1000])
        for each in chosen:
            each.cycle, each.stage = stage.cycle, stage
        assert answer_many(chosen, cast.ann, "no change", "Thank you.", because="No money.").count == 1000

    def sheet_anew():
        cache.clear()
        assert client.get(f"/cycles/{cast.cycle.slug}/stages/needs/what-came-of-it/").status_code == 200

    return {
        "1,000 put in a theme": lambda: done.append(sorting.put(stage, cast.ann, themes[-1], rows)),
        "and taken back": lambda: sorting.undo(done.pop(), cast.ann),
        "1,000 answered at once": answer_a_thousand,
        "what came of it, anew": sheet_anew,
        "all of it as CSV": lambda: sum(map(len, as_csv(lines_of([stage], cast.ann, Asking(), "http://x")))),
        "100 paper forms, PDF": lambda: pdf_of(forms_of(batch, cast.ann)),
    }


def timed(verb):
    """(queries, CPU milliseconds with those of children, milliseconds by the clock) of doing it."""
    began, clock = cpu_seconds(), time.perf_counter()
    with CaptureQueriesContext(connection) as asked:
        verb()
    return len(asked), 1000 * (cpu_seconds() - began), 1000 * (time.perf_counter() - clock)


def cpu_seconds():
    """What this process and its children that ended have used: a PDF is made by a child."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in both)


@override_settings(ROOT_URLCONF="benchmarks.floor")
def main(number):
    cast, figures = prepared(), {}
    build.budget_cut(cast.cycle)
    for size in (SMALL, number):
        themes = grow(cast, size)
        for who in ("zoe", "ann"):
            figures |= {(size, *key): row for key, row in measured(cast, themes, who).items()}
    show(figures, number)
    for name, do in acts(cast, themes).items():
        queries, cpu, clock = timed(do)
        print(f"{name:26} {'ann':6} {queries:7} {cpu:7.0f} {clock:7.0f}", flush=True)


def measured(cast, themes, who):
    """What each page takes for one reader, and the floor in the same minute."""
    client = Client()
    client.force_login(Person.objects.get(name=who.capitalize()))
    asked = {FLOOR: "/floor/", **pages(cast, themes)}
    return {(who, name): measure(client, path, ROUNDS) for name, path in asked.items()}


def show(figures, number):
    """A line for each page. On SQLite all work is CPU time of this process; elsewhere the clock counts.

    × floor and growth: both sizes are held against the floor of their own minute, because the machine's speed drifts.
    """
    column = 1 if connection.vendor == "sqlite" else 3
    print(f"{connection.vendor}, {number} contributions in one stage, growth from {SMALL}")
    print(f"{'asked for':26} {'reader':6} {'queries':>7} {'ms CPU':>7} {'ms':>7} {'× floor':>8} {'growth':>7}")
    for size, who, name in figures:
        if size != number:
            continue
        queries, cpu, _bytes, clock = figures[size, who, name]
        ratio, before = (figures[each, who, name][column] / figures[each, who, FLOOR][column] for each in (size, SMALL))
        print(f"{name:26} {who:6} {queries:7} {cpu:7.1f} {clock:7.1f} {ratio:8.2f} {ratio / before:7.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contributions", type=int, default=20_000)
    main(parser.parse_args().contributions)
