"""Work behind the page: it starts once, tells how far it is, survives its worker, and only its person sees it."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from people import jobs
from people.models import Job, Organisation, Tick
from people.refusal import Refused
from people.ticking import Every, tick
from tests import build
from tests.cycle.pages import queries, said, signed_in, words
from tests.work import do_the_work

pytestmark = pytest.mark.django_db


@jobs.work
def write_one(progress, name):
    """Write one row, whatever happens in between."""
    progress.tell(10, "Reading")
    with transaction.atomic():
        Organisation.objects.get_or_create(name=name, sort="other")
        progress.hold()
    return f"Wrote {name}.", "/groups/"


@jobs.work
def refuse(progress):
    """A work that cannot be done."""
    raise Refused("The file is empty.")


@jobs.work
def break_down(progress):
    """A work with a fault in it."""
    raise ZeroDivisionError("secret words")


@jobs.work
def lose_it(progress):
    """A work whose worker was slow, so that another took it up."""
    Job.objects.update(lease="00000000-0000-0000-0000-000000000001")
    with transaction.atomic():
        Organisation.objects.create(name="Twice", sort="other")
        progress.hold()


@jobs.work
def be_stopped(progress):
    """A work whose person asks for it to stop while it goes on."""
    jobs.stop(Job.objects.get())
    progress.tell(50, "Half-way")


@pytest.fixture
def ann():
    return build.person("Ann", "ann@example.org")


def go_silent(job, attempts=1):
    """What a dead worker leaves behind."""
    long_ago = timezone.now() - timedelta(hours=1)
    said = {"state": "works", "lease": "00000000-0000-0000-0000-000000000001", "heartbeat_at": long_ago}
    Job.objects.filter(pk=job.pk).update(attempts=attempts, **said)


def test_a_work_is_done_and_says_what_came_of_it(ann):
    job = jobs.start(write_one, ann, "Write a row", name="One")
    assert job.state == "waits"
    do_the_work()
    job.refresh_from_db()
    assert (job.state, job.percent, job.result, job.result_url) == ("done", 100, "Wrote One.", "/groups/")


def test_what_is_started_in_a_transaction_that_fails_was_never_started(ann):
    with transaction.atomic():
        jobs.start(write_one, ann, "Write a row", name="One")
        transaction.set_rollback(True)
    do_the_work()
    assert (Job.objects.count(), Organisation.objects.count()) == (0, 0)


def test_only_a_function_that_is_marked_is_ever_called(ann):
    with pytest.raises(ValueError, match="no work"):
        jobs.start(go_silent, ann, "Something else")
    job = jobs.start(write_one, ann, "Write a row", name="One")
    Job.objects.update(work="os.getcwd")
    do_the_work()
    job.refresh_from_db()
    assert job.state == "waits"


def test_two_clicks_are_one_job(ann):
    first, second = (jobs.start(write_one, ann, "Write a row", key="row", name="One") for _click in range(2))
    assert first == second
    do_the_work()
    assert jobs.start(write_one, ann, "Write a row", key="row", name="One") != first


def test_a_job_that_another_worker_has_is_left_alone(ann):
    job = jobs.start(write_one, ann, "Write a row", name="One")
    assert Job.objects.claim(job.pk).attempts == 1
    assert Job.objects.claim(job.pk) is None
    jobs.run(job.pk)
    assert Organisation.objects.count() == 0


def test_a_worker_that_lost_its_job_writes_nothing(ann):
    job = jobs.start(lose_it, ann, "Lose it")
    do_the_work()
    job.refresh_from_db()
    assert (job.state, Organisation.objects.filter(name="Twice").exists()) == ("works", False)


def test_what_a_dead_worker_left_is_done_by_the_next_one(ann):
    job = jobs.start(write_one, ann, "Write a row", name="One")
    go_silent(job)
    jobs.reap()
    do_the_work()
    job.refresh_from_db()
    assert (job.state, job.attempts, Organisation.objects.filter(name="One").count()) == ("done", 2, 1)


def test_after_three_dead_workers_a_sentence_says_so(ann):
    job = jobs.start(write_one, ann, "Write a row", name="One")
    go_silent(job, attempts=3)
    jobs.reap()
    job.refresh_from_db()
    assert (job.state, job.reason) == ("failed", str(jobs.GAVE_UP))


def test_what_no_queue_knows_any_more_is_put_into_it_again(ann):
    job = jobs.start(write_one, ann, "Write a row", name="One")
    DBTaskResult.objects.all().delete()
    Job.objects.update(queued_at=timezone.now() - timedelta(hours=1))
    jobs.reap()
    do_the_work()
    job.refresh_from_db()
    assert job.state == "done"


def test_a_refusal_ends_it_with_its_sentence_and_is_not_tried_again(ann):
    job = jobs.start(refuse, ann, "Refuse")
    do_the_work()
    job.refresh_from_db()
    assert (job.state, job.reason, job.attempts) == ("failed", "The file is empty.", 1)


def test_a_fault_is_tried_three_times_and_its_words_reach_nobody(ann, caplog):
    job = jobs.start(break_down, ann, "Break")
    for attempt in (1, 2, 3):
        Job.objects.update(queued_at=timezone.now())
        DBTaskResult.objects.update(run_after=timezone.now())
        do_the_work()
        job.refresh_from_db()
        assert job.attempts == attempt
    assert (job.state, job.reason) == ("failed", str(jobs.WENT_WRONG))
    assert not DBTaskResult.objects.exclude(traceback="").exists()
    assert "secret words" not in words(signed_in(ann).get(job.get_absolute_url()))


def test_a_job_that_waits_stops_at_once_and_one_that_goes_on_at_its_next_step(ann):
    waits = jobs.start(write_one, ann, "Write a row", name="One")
    assert said(signed_in(ann).post(f"{waits.get_absolute_url()}stopping/", follow=True)) == [
        "This work stops. Nothing of it is kept."
    ]
    do_the_work()
    waits.refresh_from_db()
    assert (waits.state, Organisation.objects.count()) == ("stopped", 0)
    Job.objects.all().delete()
    goes_on = jobs.start(be_stopped, ann, "Be stopped")
    do_the_work()
    goes_on.refresh_from_db()
    assert goes_on.state == "stopped"
    assert signed_in(ann).post(f"{goes_on.get_absolute_url()}stopping/").status_code == 409


def test_what_did_not_work_can_be_done_again_and_what_is_done_cannot(ann):
    job = jobs.start(write_one, ann, "Write a row", name="One")
    go_silent(job, attempts=3)
    jobs.reap()
    browser, again = signed_in(ann), f"{job.get_absolute_url()}again/"
    assert "Do it again" in words(browser.get(job.get_absolute_url()))
    browser.post(again)
    do_the_work()
    job.refresh_from_db()
    assert job.state == "done"
    assert browser.post(again).status_code == 403


# --- The pages --------------------------------------------------------------------------------------------------------


def test_the_page_asks_again_while_it_goes_on_and_is_made_anew_at_the_end(ann):
    job = jobs.start(write_one, ann, "Write a row", name="One")
    browser, htmx = signed_in(ann), {"HX-Request": "true"}
    page = words(browser.get(job.get_absolute_url()))
    assert 'data-hx-trigger="every 2s"' in page
    assert "<progress" in page
    part = browser.get(job.get_absolute_url(), headers=htmx)
    assert "<html" not in words(part)
    do_the_work()
    assert browser.get(job.get_absolute_url(), headers=htmx)["HX-Refresh"] == "true"
    page = words(browser.get(job.get_absolute_url()))
    assert "Wrote One." in page
    assert "data-hx-trigger" not in page


def test_without_a_worker_the_page_says_that_it_waits_and_with_one_that_it_has_its_turn(ann):
    job = jobs.start(write_one, ann, "Write a row", name="One")
    browser = signed_in(ann)
    assert "nobody does the work in the background just now" in words(browser.get(job.get_absolute_url()))
    tick(Every("put back what stopped", 15, jobs.reap))
    assert "This waits for its turn." in words(browser.get(job.get_absolute_url()))


def test_the_first_page_tells_what_ended_until_it_is_read(ann):
    job = jobs.start(write_one, ann, "Write a row", name="One")
    browser = signed_in(ann)
    do_the_work()
    assert "Wrote One." in words(browser.get("/"))
    browser.post(f"{job.get_absolute_url()}seen/")
    assert "Wrote One." not in words(browser.get("/"))
    assert "Wrote One." in words(browser.get("/background/"))


def test_the_first_page_tells_of_each_page_only_what_was_done_last(ann):
    for title in ("Look through a file", "Bring in the file"):
        jobs.start(write_one, ann, title, about_url="/groups/", name="One")
    do_the_work()
    browser = signed_in(ann)
    page = words(browser.get("/"))
    assert "Bring in the file" in page
    assert "Look through a file" not in page
    browser.post(f"{Job.objects.of(ann)[0].get_absolute_url()}seen/")
    assert "Look through a file" not in words(browser.get("/"))


def test_nobody_else_finds_it(ann):
    job = jobs.start(write_one, ann, "Write a row", name="One")
    stranger = signed_in(build.person("Zoe", "zoe@example.org"))
    assert stranger.get(job.get_absolute_url()).status_code == 404
    for verb in ("stopping", "again", "seen"):
        assert stranger.post(f"{job.get_absolute_url()}{verb}/").status_code == 404
    assert "Write a row" not in words(stranger.get("/background/"))


def test_the_list_asks_the_same_at_any_length(ann):
    browser, asked = signed_in(ann), []
    for number in (1, 2, 27):
        for each in range(number):
            jobs.start(write_one, ann, f"Write row {each}", name="One")
        asked.append(queries(browser, "/background/"))
    assert len(set(asked)) == 1


# --- Ticks ------------------------------------------------------------------------------------------------------------


def test_a_tick_is_done_when_it_is_due_and_by_one_worker_at_a_time():
    done = []
    every = Every("count", 60, lambda: done.append(tick(every)))
    assert tick(every)
    assert done == [False]
    assert not tick(every)
    Tick.objects.update(due_at=timezone.now())
    assert tick(every)


def test_a_tick_that_fails_or_whose_worker_died_comes_again():
    every = Every("fail", 0, lambda: 1 / 0)
    assert tick(every)
    assert tick(every)
    assert Tick.objects.get().failures == 2
    Tick.objects.update(taken_until=timezone.now() + timedelta(minutes=1))
    assert not tick(every)
    Tick.objects.update(taken_until=timezone.now() - timedelta(minutes=1))
    assert tick(every)
