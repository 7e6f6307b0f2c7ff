"""Bringing in a file: upload, what its columns are, what would happen, all rows at once, and all of it back."""

import hashlib
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cycle import ledger, moves
from cycle.models import Participant
from cycle.models.cycle import NOT_AN_OFFICER, runs
from people.jobs import Silent, start, work
from people.refusal import Refused

from ..models import Contribution, Import, Words
from ..models.imported import DONE_ALREADY, FILE_GONE, HAS_FAULTS, ImportFile, stage_open
from ..models.owing import owing_in
from .rows import Reading
from .tables import read

AT_ONCE = 2000  # so many rows are checked while the officer waits; more are checked in the background
SHOWN = 20  # faults on the page; the file of faults has all of them
KEPT = timedelta(days=7)
BATCH = 1000
ANSWERED = gettext_lazy("Something of it was answered, or is used elsewhere, so it cannot be taken back as a whole.")


def take_up(stage, by, name, content):
    """Keep an uploaded file until it is brought in. Returns the Import. Raises Refused."""
    table = read(content)
    rows = sum(1 for _row in table.rows)
    if not rows:
        raise Refused(_("There is nothing below the names of the columns."))
    header_digest = hashlib.sha256("\0".join(table.header).encode()).hexdigest()
    with transaction.atomic():
        new = Import.objects.create(
            cycle=stage.cycle, stage=stage, by=by, file_name=name[:160], rows=rows, header_digest=header_digest,
            file_digest=hashlib.sha256(content).hexdigest(),
        )  # fmt: skip
        ImportFile.objects.create(of=new, content=content)
    return new


def table_of(imported):
    """The Table of an import's file. Raises Refused when it is not kept any more."""
    kept = ImportFile.objects.filter(pk=imported.pk).first()
    if kept is None:
        raise Refused(FILE_GONE)
    return read(bytes(kept.content))


def parties_of(cycle):
    """The participants of today, by id."""
    return {each.pk: each for each in Participant.objects.active().filter(cycle=cycle)}


def keep_columns(imported, by, mapping):
    """Keep what the columns are, before all is said of them. Raises Refused."""
    if sentence := refusal_to_map(imported, by):
        raise Refused(sentence)
    imported.revision += 1
    said = {"mapping": mapping, "revision": imported.revision, "state": Import.State.ASKED, "faults": []}
    open_ones = Import.objects.filter(pk=imported.pk, state__in=[Import.State.ASKED, Import.State.CHECKED])
    if not open_ones.update(**said):
        raise Refused(moves.QUICKER, conflict=True)
    imported.mapping, imported.state = mapping, Import.State.ASKED


def say_columns(imported, by, mapping):
    """Say what the columns are, and find out what would happen: now, or for a long file in the background.

    Returns the Job, or None when it is known already. Raises Refused.
    """
    keep_columns(imported, by, mapping)
    if imported.rows <= AT_ONCE:
        check(Silent(), imported.pk, imported.revision)
        return None
    title = _("Look through “%(file)s”") % {"file": imported.file_name}
    return start(check, by, title, about_url=imported.get_absolute_url(), pk=imported.pk, revision=imported.revision)


def refusal_to_map(imported, person):
    """Why this person cannot say what the columns are; empty when they can."""
    if not runs(imported, person):
        return NOT_AN_OFFICER
    if imported.state not in (Import.State.ASKED, Import.State.CHECKED):
        return DONE_ALREADY
    return stage_open(imported)


def _loaded(pk):
    return Import.objects.select_related("stage__cycle", "by").get(pk=pk)


def read_rows(imported, progress, begin=0, end=100):
    """(fields or None, faults) of each row of an import, telling how far it is."""
    progress.tell(begin, _("Opening the file"))
    table = table_of(imported)
    reading = Reading(imported.mapping, table.header, parties_of(imported.cycle))
    for place, (number, cells) in enumerate(table.rows):
        if place % 500 == 0:
            step = _("Reading row %(number)d of %(whole)d") % {"number": place + 1, "whole": imported.rows}
            progress.part(place, imported.rows, begin, end, step)
        yield reading.of(number, cells)


def keys_there(stage):
    """By what the rows that came into this stage before are known."""
    return set(Contribution.objects.in_stage(stage).exclude(source_key="").values_list("source_key", flat=True))


@work
def check(progress, pk, revision):
    """Find out what would happen, and change nothing but what the import says of itself."""
    imported = _loaded(pk)
    known, shown, counts = keys_there(imported.stage), [], {"rows": 0, "fresh": 0, "there": 0, "wrong": 0}
    for said, faults in read_rows(imported, progress):
        counts["rows"] += 1
        if faults:
            counts["wrong"] += 1
            shown += [[each.row, each.column, each.sentence] for each in faults][: max(SHOWN - len(shown), 0)]
        else:
            counts["there" if said["source_key"] in known else "fresh"] += 1
    same = Import.objects.filter(pk=pk, revision=revision, state__in=[Import.State.ASKED, Import.State.CHECKED])
    same.update(**counts, faults=shown, state=Import.State.CHECKED)
    return _("%(fresh)d rows are new, %(there)d are there already, %(wrong)d are wrong.") % counts


def begin(imported, by):
    """Start to bring in what was checked. Returns the Job. Raises Refused."""
    if sentence := imported.refusal("bring in", by):
        raise Refused(sentence)
    title = _("Bring in “%(file)s”") % {"file": imported.file_name}
    return start(
        bring_in, by, title, about_url=imported.get_absolute_url(), key=f"import {imported.pk}", pk=imported.pk,
        revision=imported.revision, by=by.pk,
    )  # fmt: skip


@work
def bring_in(progress, pk, revision, by):
    """Bring in all new rows, or none: in one transaction, with one event. Raises Refused."""
    imported = _loaded(pk)
    if imported.is_done:
        return came_of(imported)
    if imported.revision != revision:
        raise Refused(moves.QUICKER)
    by = type(imported.by).objects.get(pk=by)
    found = []
    for said, faults in read_rows(imported, progress, 0, 55):
        if faults:
            raise Refused(HAS_FAULTS)
        found.append(said)
    progress.tell(60, _("Writing everything down at once"))
    with ledger.writing(imported.cycle):
        # Held from here to the end, so that no reaper takes a slow writing for a dead one.
        progress.hold()
        _write(imported, by, found)
        progress.hold()
    return came_of(imported)


def came_of(imported):
    """What a reader is told when all is there."""
    number = imported.fresh
    said = ngettext("%(number)d contribution was brought in.", "%(number)d contributions were brought in.", number)
    return said % {"number": number}, imported.get_absolute_url()


def _write(imported, by, found):
    """The event and the rows; the ledger is held, so nobody else brings in the same meanwhile."""
    imported.stage.refresh_from_db(fields=["state", "round_number"])
    known = keys_there(imported.stage)
    new = [said for said in found if said["source_key"] not in known]
    imported.rows, imported.fresh, imported.there = len(found), len(new), len(found) - len(new)
    counts = {"rows": imported.rows, "fresh": imported.fresh, "there": imported.there}
    number = ledger.length(imported.cycle) + 1
    imported.move(
        "bring in", by, event_number=number, **counts, told={**counts, "file_digest": imported.file_digest},
    )  # fmt: skip
    Contribution.objects.bulk_create(_contributions(imported, by, new, number), batch_size=BATCH)
    ImportFile.objects.filter(pk=imported.pk).delete()


def _contributions(imported, by, new, number):
    """A Contribution for each row, owed as one that was given by hand; by ids, which is quicker for many."""
    stage, due, owing = imported.stage, {}, owing_in(imported.stage)
    shared = {
        "cycle_id": stage.cycle_id, "stage_id": stage.pk, "round_id": stage.current_round.pk, "entered_by_id": by.pk,
        "owner_id": owing.owner.pk if owing.owner else None, "event_number": number, "imported_with_id": imported.pk,
        "agreement_id": owing.agreement.pk if owing.agreement else None, "state": owing.state,
    }  # fmt: skip
    for said in new:
        day = said["given_on"]
        if day not in due:
            due[day] = owing.due_on(day)
        yield Contribution(**shared, **said, due_on=due[day])


def refusal_to_take_back(imported, person):
    """Why an import cannot be taken back whole; empty when it can."""
    if sentence := imported.refusal("take back", person):
        return sentence
    rows = Contribution.objects.filter(imported_with=imported)
    if rows.exclude(state__in=[Contribution.State.WAITS, Contribution.State.HELD]).exists():
        return ANSWERED
    for relation in Contribution._meta.get_fields(include_hidden=True):
        if relation.related_model is Words:  # the index of words, which goes with its row
            continue
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            field = relation.field
            if relation.related_model._base_manager.filter(**{f"{field.name}__imported_with": imported}).exists():
                return ANSWERED
    return ""


def take_back(imported, by, reason):
    """Take back everything that came with this import. Returns how many. Raises Refused."""
    with ledger.writing(imported.cycle):
        if sentence := refusal_to_take_back(imported, by):
            raise Refused(sentence)
        rows = Contribution.objects.filter(imported_with=imported)
        number = rows.count()
        imported.move("take back", by, reason=reason, told={"rows": number})
        # Nothing points at them (asked above), and the database refuses if something does.
        rows._raw_delete(rows.db)
    return number


def clear_files():
    """Let go of files that nobody brought in within a week: they may hold names. One of the ticks."""
    ImportFile.objects.filter(at__lt=timezone.now() - KEPT).delete()
