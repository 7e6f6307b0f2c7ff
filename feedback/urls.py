"""Addresses of the first page, of a whole cycle, of changing what it holds, and of what is said and answered in it."""

from django.urls import path

from .views import (
    answers,
    closing,
    congruence,
    contributions,
    cycle,
    finishing,
    group_sheet,
    home,
    newcomer,
    notices,
    promises,
    records,
    report,
    sheets,
)

STAGE = "cycles/<slug:slug>/stages/<slug:kind>"

urlpatterns = [
    path("", home.home, name="home"),
    path("cycles/<slug:slug>/", cycle.cycle, name="cycle"),
    path("cycles/<slug:slug>/openness/", congruence.cycle_openness, name="cycle_openness"),
    path(f"{STAGE}/openness/", congruence.stage_openness, name="stage_openness"),
    path("cycles/<slug:slug>/newcomer/", newcomer.newcomer, name="newcomer"),
    path("cycles/<slug:slug>/where-we-are/", report.where_we_are, name="where_we_are"),
    path("cycles/<slug:slug>/where-we-are.pdf", report.where_we_are_pdf, name="where_we_are_pdf"),
    path("cycles/<slug:slug>/notices/", notices.notices, name="notices"),
    path("cycles/<slug:slug>/notices/seen/", notices.notices_seen, name="notices_seen"),
    path(f"{STAGE}/records/<slug:records>/new/", records.record_new, name="record_new"),
    path(f"{STAGE}/records/<slug:records>/<int:pk>/edit/", records.record_edit, name="record_edit"),
    path(f"{STAGE}/contributions/", contributions.contributions, name="contributions"),
    path(f"{STAGE}/contributions/new/", contributions.contribution_new, name="contribution_new"),
    path(f"{STAGE}/contributions/<int:pk>/", contributions.contribution, name="contribution"),
    path(f"{STAGE}/contributions/<int:pk>/answer/", answers.answer, name="answer"),
    path(f"{STAGE}/contributions/<int:pk>/verdict/", answers.verdict, name="verdict"),
    path("cycles/<slug:slug>/closing/", closing.cycle_closing, name="cycle_closing"),
    path("groups/<int:pk>/what-came-of-it/", group_sheet.group_sheet, name="group_sheet"),
    path("groups/<int:pk>/what-came-of-it.pdf", group_sheet.group_sheet_pdf, name="group_sheet_pdf"),
    path("cycles/<slug:slug>/promises/", promises.promises, name="promises"),
    path(f"{STAGE}/promises/", promises.stage_promises, name="stage_promises"),
    path(f"{STAGE}/promises/new/", promises.promise_new, name="promise_new"),
    path(f"{STAGE}/promises/<int:pk>/", promises.promise, name="promise"),
    path(f"{STAGE}/promises/<int:pk>/outcome/", promises.promise_outcome, name="promise_outcome"),
    path(f"{STAGE}/promises/<int:pk>/day/", promises.promise_day, name="promise_day"),
    path(f"{STAGE}/promises/<int:pk>/owner/", promises.promise_owner, name="promise_owner"),
    path(f"{STAGE}/promises/<int:pk>/verdicts/", promises.promise_verdict, name="promise_verdict"),
    *(
        path(f"{where}/what-came-of-it{ending}", view, name=f"{of}_{name}")
        for where, of in (("cycles/<slug:slug>", "cycle"), (STAGE, "stage"))
        for ending, view, name in (
            ("/", sheets.sheet, "sheet"),
            (".pdf", sheets.sheet_pdf, "sheet_pdf"),
            ("/words/", sheets.sheet_words, "sheet_words"),
            ("/publication/", sheets.sheet_publication, "sheet_publication"),
            ("/easy-read/", sheets.easy_sheet, "easy_sheet"),
            ("/easy-read.pdf", sheets.easy_sheet_pdf, "easy_sheet_pdf"),
            ("/easy-read/words/", sheets.easy_words, "easy_words"),
            ("/easy-read/publication/", sheets.easy_publication, "easy_publication"),
        )
    ),
    path(f"{STAGE}/finish/", finishing.stage_finish, name="stage_finish"),
    path(f"{STAGE}/report/", report.stage_report, name="stage_report"),
    path(f"{STAGE}/report.pdf", report.stage_report_pdf, name="stage_report_pdf"),
    path(f"{STAGE}/briefing/", report.briefing, name="briefing"),
    path(f"{STAGE}/briefing.pdf", report.briefing_pdf, name="briefing_pdf"),
]
