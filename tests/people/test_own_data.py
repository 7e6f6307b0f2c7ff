"""What is kept about oneself: told class by class, and all of it as one file that only its person gets (promise 31)."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from people.models import Job, OwnFile
from people.personal import Class
from people.privacy.counting import counts_of
from people.privacy.finding import kept_about
from people.privacy.registry import registry
from people.privacy.told import TOLD
from tests import build
from tests.build import giving
from tests.cycle.pages import signed_in, words
from tests.work import do_the_work
from tests.world import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(cast):
    """A stage in which Mia has said something, with a photo."""
    talk = build.opened(cast.cycle, "needs")
    build.contribution(talk, cast.mia, cast.users, text="The soup is cold.")
    build.contribution(talk, cast.bea, cast.users, text="The bread is hard.")
    return talk


def file_of(person):
    """The person's file as they get it, opened; the work of making it is done before."""
    browser = signed_in(person)
    assert browser.post("/you/data/file/").status_code == 302
    do_the_work()
    response = browser.get("/you/data/file/")
    assert response.status_code == 200
    return zipfile.ZipFile(io.BytesIO(response.getvalue()))


def told(package):
    """The part for machines."""
    return json.loads(package.read("what-we-keep.json"))


def test_every_class_is_told_in_words(cast):
    assert [each.sort for each in TOLD] == list(Class)
    page = words(signed_in(cast.mia).get("/you/data/"))
    assert [each.what for each in TOLD if str(each.what) not in page] == []


def test_the_page_counts_what_is_kept(cast, talk):
    before = counts_of(cast.mia)
    build.contribution(talk, cast.mia, cast.users, text="The tea is weak.")
    assert counts_of(cast.mia)[Class.SAID] == before[Class.SAID] + 1


def test_the_file_lists_every_field_of_the_registry(cast, talk):
    fields = told(file_of(cast.mia))["fields"]
    assert [each["field"] for each in fields] == [each.label for each in registry()]


def test_the_file_has_her_words_in_both_forms_and_nobody_elses(cast, talk):
    package = file_of(cast.mia)
    page, machine = package.read("what-we-keep.html").decode(), package.read("what-we-keep.json").decode()
    assert "The soup is cold." in page
    assert "The soup is cold." in machine
    for other in ("The bread is hard.", "Bea", "bea@example.org", "Cove"):
        assert other not in page + machine
    assert "mia@example.org" in machine


def test_every_row_that_names_her_is_in_it_in_a_whole_world():
    world = make()
    mia = world.cast.mia
    rows = {(each.model._meta.label, each.pk) for each in kept_about(mia)}
    missing = []
    for each in registry():
        if each.of and each.model._meta.managed:
            found = each.model._base_manager.filter(**{each.of: mia.pk}).values_list("pk", flat=True)
            missing += [(each.label, pk) for pk in found if (each.model._meta.label, pk) not in rows]
    assert missing == []
    assert len(rows) > 40


def test_what_she_attached_is_in_it(cast, talk):
    giving.attachment(cast.mia, cast.mia.contributions.get(), description="My bowl")
    assert any(name.startswith("files/attachment-") for name in file_of(cast.mia).namelist())


def test_codes_and_marks_are_told_of_and_not_shown(cast):
    machine = told(file_of(cast.mia))
    (person,) = [row for row in machine["kept"] if row["sort"] == "people.Person"]
    assert person["fields"]["session_seed"] is None
    assert person["fields"]["email"] == "mia@example.org"


def test_only_she_gets_it_and_only_while_it_is_there(cast):
    file_of(cast.mia)
    assert signed_in(cast.ann).get("/you/data/file/").status_code == 404
    assert signed_in().get("/you/data/file/").status_code == 302
    OwnFile.objects.get().file.delete(save=False)
    OwnFile.objects.update(file="own/gone.zip")
    assert signed_in(cast.mia).get("/you/data/file/").status_code == 404


def test_a_new_file_takes_the_place_of_the_old_one(cast, django_capture_on_commit_callbacks):
    file_of(cast.mia)
    first = OwnFile.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        file_of(cast.mia)
    second = OwnFile.objects.get()
    assert first.pk != second.pk
    assert not first.file.storage.exists(first.file.name)


def test_two_clicks_make_one_work(cast):
    browser = signed_in(cast.mia)
    browser.post("/you/data/file/")
    browser.post("/you/data/file/")
    assert Job.objects.filter(person=cast.mia).count() == 1


def test_the_page_says_until_when_the_file_is_there(cast):
    file_of(cast.mia)
    OwnFile.objects.update(made_at=timezone.now() - timedelta(days=1))
    response = signed_in(cast.mia).get("/you/data/")
    assert "Get the file of all that we keep about you" in words(response)
    assert "We delete it on" in words(response)


def test_whoever_runs_the_site_writes_the_same_file(cast, tmp_path):
    where = tmp_path / "mia.zip"
    call_command("export_person", email="mia@example.org", to=where)
    assert where.stat().st_mode & 0o777 == 0o600
    assert {row["sort"] for row in told(zipfile.ZipFile(where))["kept"]} >= {"people.Person", "people.Membership"}
    with pytest.raises(CommandError):
        call_command("export_person", email="mia@example.org", to=where)
    with pytest.raises(CommandError):
        call_command("export_person", email="nobody@example.org", to=tmp_path / "other.zip")
