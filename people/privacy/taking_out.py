"""One file of all that is kept about one person: a page to read, the same for machines, and what they attached."""

import json
import zipfile
from collections import Counter
from tempfile import SpooledTemporaryFile

from django.core.files import File
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.translation import gettext as _

from ..jobs import start, work
from ..models import OwnFile, Person
from ..personal import Class
from .finding import kept_about, written_names
from .registry import registry
from .told import TOLD

IN_MEMORY = 5 * 1024 * 1024  # bytes; a larger file is put together on the disk


def ask_for(person, about_url):
    """Have the file made in the background. Returns the Job; the one that is under way when there is one."""
    title = _("A file of all that we keep about you")
    return start(make_own_file, person, title, about_url=about_url, key=f"own file {person.pk}", pk=person.pk)


@work
def make_own_file(progress, pk):
    """Make the file and keep it in the place of an earlier one."""
    person = Person.objects.get(pk=pk)
    with SpooledTemporaryFile(IN_MEMORY) as made:
        write(person, made, lambda number: progress.part(number, number + 50, 5, 95, _("Looking for what is yours")))
        made.seek(0)
        with transaction.atomic():
            progress.hold()
            keep(person, File(made))
    return _("The file is ready. You can get it for a week.")


def keep(person, content):
    """Keep this content as the person's file; the bytes of an earlier one go after the commit."""
    let_go(OwnFile.objects.filter(person=person))
    new = OwnFile(person=person)
    new.file.save("", content, save=False)
    new.save(force_insert=True)


def let_go(own_files):
    """Take out these files, rows and bytes. Returns how many."""
    found = list(own_files)
    for each in found:
        storage, name = each.file.storage, each.file.name
        each.delete()
        transaction.on_commit(lambda storage=storage, name=name: storage.delete(name))
    return len(found)


def write(person, to, tell=lambda number: None):
    """Write the ZIP to a file that is open for writing. tell: called now and then with how many rows were found."""
    sorts, hers = {}, Counter()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        for number, kept in enumerate(kept_about(person)):
            tell(number)
            sorts.setdefault(kept.model, []).append(kept)
            hers.update(f"{kept.model._meta.label}.{name}" for name in {fact.name for fact in kept.facts})
            _attach(package, kept)
        fields = list(fields_of(person, hers))
        context = {"person": person, "at": timezone.now(), "told": TOLD, "sorts": _in_words(sorts), "fields": fields}
        package.writestr("what-we-keep.html", render_to_string("people/own_data/file.html", context))
        package.writestr("what-we-keep.json", _as_json(person, sorts, fields))


def fields_of(person, hers):
    """Every field of the registry with how many of its rows are about this person, as a dict each.

    hers: a Counter of the labels of fields in rows of theirs. The number is None where nobody can tell whose a row is.
    """
    written = written_names(person)
    for each in registry():
        number = written.get(each.label, 0) + hers[each.label]
        yield {
            "field": each.label,
            "sort": force_str(each.model._meta.verbose_name),
            "name": force_str(each.field.verbose_name),
            "class": str(each.sort),
            "number": None if each.of is None and each.sort == Class.PRIVATE else number,
        }


def _in_words(sorts):
    return [(force_str(model._meta.verbose_name_plural), rows) for model, rows in sorts.items()]


def _attach(package, kept):
    """Put the files of a row beside the pages; one that is lost is named there all the same."""
    for name, stored in kept.files:
        try:
            with stored.open("rb") as opened:
                package.writestr(name, opened.read())
        except FileNotFoundError:
            continue


def _as_json(person, sorts, fields):
    rows = [
        {
            "sort": kept.model._meta.label,
            "number": str(kept.pk),
            "title": kept.title,
            "fields": {fact.name: fact.value for fact in kept.facts},
        }
        for found in sorts.values()
        for kept in found
    ]
    whole = {"made_at": timezone.now().isoformat(), "person": person.pk, "kept": rows, "fields": fields}
    return json.dumps(whole, ensure_ascii=False, indent=1)
