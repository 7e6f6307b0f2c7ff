"""Addresses of the first page, of a whole cycle, of changing what it holds, and of what is said and answered in it."""

from django.urls import path

from .views import (
    answers,
    bringing,
    congruence,
    contributions,
    cycle,
    finishing,
    home,
    keying,
    newcomer,
    notices,
    paper,
    records,
    report,
    sessions,
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
    path(f"{STAGE}/finish/", finishing.stage_finish, name="stage_finish"),
    path(f"{STAGE}/report/", report.stage_report, name="stage_report"),
    path(f"{STAGE}/report.pdf", report.stage_report_pdf, name="stage_report_pdf"),
    path(f"{STAGE}/briefing/", report.briefing, name="briefing"),
    path(f"{STAGE}/briefing.pdf", report.briefing_pdf, name="briefing_pdf"),
    path("codes/", bringing.code, name="code"),
    path(f"{STAGE}/paper/", paper.paper_forms, name="paper_forms"),
    path(f"{STAGE}/paper/<int:pk>.pdf", paper.paper_forms_pdf, name="paper_forms_pdf"),
    path(f"{STAGE}/keying/", keying.keying, name="keying"),
    path(f"{STAGE}/bringing-back/", bringing.bringing_back, name="bringing_back"),
    path(f"{STAGE}/letters.pdf", paper.letters_pdf, name="letters_pdf"),
    path(f"{STAGE}/letters/<slug:code>/", bringing.slip, name="slip"),
    path(f"{STAGE}/sessions/<int:pk>/", sessions.session, name="session"),
    path(f"{STAGE}/sessions/<int:pk>/before.pdf", paper.session_pdf, name="session_pdf"),
]
